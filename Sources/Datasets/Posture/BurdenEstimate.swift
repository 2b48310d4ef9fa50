/// One figure of what an ally bears, by one way of counting.
public struct BurdenEstimate: Sendable, Equatable {
  /// What is measured.
  public enum Measure: String, CaseIterable, Sendable {
    /// US dollars a year for each US soldier in the country.
    case perTroop = "contribution-per-troop"
    /// Per cent of the cost of stationing, which every estimator counts differently.
    case stationingShare = "share-of-stationing-cost"
    /// Per cent of the ally's GDP.
    case gdpShare = "share-of-gdp"

    /// The unit of its values.
    public var unit: String { self == .perTroop ? "USD" : "percent" }
  }

  /// The ally, as ISO 3166 writes it.
  public let ally: String
  /// The year or years, `2016-2019`.
  public let period: String
  /// What is measured.
  public let measure: Measure
  /// The figure.
  public let value: Double
  /// Whose count it is, or how it was computed here.
  public let estimate: String
  /// Its sources.
  public let sources: [String]
}

extension DataPackage {
  /// Every figure of the package on what allies bear, ally by ally; sums of several allies are left out.
  ///
  /// Shares of stationing cost stand as published; where a row has support and US cost but no share, the share is support
  /// over the sum of both and says so. Contributions per troop divide by the troops of the same year.
  ///
  /// - Returns: by ally, measure and period.
  /// - Throws: ``DataError``.
  public func burdenEstimates() throws(DataError) -> [BurdenEstimate] {
    var found = try compiledShares() + japaneseShares()
    for (ally, country) in [("JPN", "japan-hns"), ("KOR", "korea-sma")] {
      let troops = "us-troops-" + ally.lowercased()
      let present = try numbers(troops)
      let contributions = try dollars(country, rate: country == "japan-hns" ? "japan-fx" : "korea-fx")
      for (year, amount) in contributions {
        guard let heads = present[year], heads > 0 else { continue }
        found.append(
          BurdenEstimate(
            ally: ally, period: "\(year)", measure: .perTroop, value: amount.value / heads,
            estimate: "budget: \(country) over \(troops)", sources: amount.sources))
      }
      for observation in try observations(country + "-share-of-gdp") {
        guard let value = observation.value else { continue }
        found.append(
          BurdenEstimate(
            ally: ally, period: "\(observation.year)", measure: .gdpShare, value: value,
            estimate: "budget: \(country)-share-of-gdp", sources: observation.sources))
      }
    }
    let order = Dictionary(
      uniqueKeysWithValues: BurdenEstimate.Measure.allCases.enumerated().map { ($1, $0) })
    return found.enumerated().sorted { left, right in
      let (a, b) = (left.element, right.element)
      if a.ally != b.ally { return a.ally < b.ally }
      if a.measure != b.measure { return order[a.measure] ?? 0 < order[b.measure] ?? 0 }
      return a.period == b.period ? left.offset < right.offset : a.period < b.period
    }.map(\.element)
  }

  /// The values of a series by year.
  private func numbers(_ series: String) throws(DataError) -> [Int: Double] {
    var numbers: [Int: Double] = [:]
    for observation in try observations(series) { numbers[observation.year] = observation.value }
    return numbers
  }

  /// Contributions in dollars: as agreed in dollars where a series ending in `-usd` has the year and no rate is needed, else
  /// the amount of the budget, in 100 million of the currency, at the average rate of the year.
  private func dollars(
    _ series: String, rate: String
  ) throws(DataError) -> [(year: Int, amount: (value: Double, sources: [String]))] {
    let rates = try numbers(rate)
    var amounts: [Int: (value: Double, sources: [String])] = [:]
    for observation in try observations(series) {
      guard let value = observation.value, let rate = rates[observation.year], rate > 0 else { continue }
      amounts[observation.year] = (value * 100_000_000 / rate, observation.sources)
    }
    for observation in try observations(series + "-usd") {
      guard let value = observation.value, amounts[observation.year] == nil else { continue }
      amounts[observation.year] = (value * 1_000_000, observation.sources)
    }
    return amounts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// The rows of `allied-cost-share.csv`.
  private func compiledShares() throws(DataError) -> [BurdenEstimate] {
    var reader = try CSVReader.open(try path(ofResource: "allied-cost-share"))
    let names = ["ally", "year_from", "year_to", "measure", "source_id"]
    var columns: [Int] = []
    for name in names { columns.append(try reader.column(name)) }
    let amounts = ["direct_usd_m", "total_usd_m", "us_cost_usd_m", "share_of_us_stationing_cost_percent"]
    var places: [Int] = []
    for name in amounts { places.append(try reader.column(name)) }
    let known = Set(entries.map(\.identifier))
    var found: [BurdenEstimate] = []
    while try reader.next() {
      var texts: [String] = []
      for column in columns { texts.append(try reader.text(column)) }
      guard texts[0] != "ALL" else { continue }
      var figures: [Double?] = []
      for place in places { figures.append(try reader.number(place)) }
      let period = texts[1] == texts[2] ? texts[1] : "\(texts[1])-\(texts[2])"
      let sources = texts[4].split(separator: ";").map(String.init)
      func append(_ measure: BurdenEstimate.Measure, _ value: Double, _ how: String) {
        found.append(
          BurdenEstimate(
            ally: texts[0], period: period, measure: measure, value: value, estimate: texts[3] + how,
            sources: sources))
      }
      if let share = figures[3] {
        append(.stationingShare, share, "")
      } else if let support = figures[1] ?? figures[0], let cost = figures[2], support + cost > 0 {
        append(
          .stationingShare, 100 * support / (support + cost), ", computed: support over support and US cost")
      }
      let troops = "us-troops-" + texts[0].lowercased()
      if let support = figures[1] ?? figures[0], texts[1] == texts[2], let year = Int(texts[1]),
        known.contains(troops), let heads = try numbers(troops)[year], heads > 0
      {
        let kind = figures[1] == nil ? "direct support" : "direct and indirect support"
        append(.perTroop, support * 1_000_000 / heads, ", \(kind) over \(troops)")
      }
    }
    return found
  }

  /// The rows of `burden-share-estimates.csv` that have a share, all on Japan.
  private func japaneseShares() throws(DataError) -> [BurdenEstimate] {
    var reader = try CSVReader.open(try path(ofResource: "burden-share-estimates"))
    let names = ["estimate_id", "year_from", "year_to", "scope", "estimator", "source_id"]
    var columns: [Int] = []
    for name in names { columns.append(try reader.column(name)) }
    let share = try reader.column("share_percent")
    var found: [BurdenEstimate] = []
    while try reader.next() {
      var texts: [String] = []
      for column in columns { texts.append(try reader.text(column)) }
      guard let value = try reader.number(share), texts[0].hasPrefix("JP-") else { continue }
      found.append(
        BurdenEstimate(
          ally: "JPN", period: texts[1] == texts[2] ? texts[1] : "\(texts[1])-\(texts[2])",
          measure: .stationingShare, value: value, estimate: "\(texts[4]): \(texts[3])",
          sources: texts[5].split(separator: ";").map(String.init)))
    }
    return found
  }
}
