internal import Series

/// Collects the estimates of ``DataPackage/burdenEstimates()``.
struct BurdenCounts {
  /// The series that amounts of an ally are counted and divided by.
  struct Economy {
    /// What the budget pays, in 100 million of the currency.
    let support: String
    let rate: String
    let product: String
    /// Wider counts than the budget's, in the same unit.
    let wider: [String]
  }

  /// The allies whose GDP and exchange rate the package has.
  static let economies: [String: Economy] = [
    "JPN": Economy(
      support: "japan-hns", rate: "japan-fx", product: "japan-gdp",
      wider: ["japan-government-stationing-cost", "japan-stationing-mod-total", "japan-stationing-all-in"]),
    "KOR": Economy(support: "korea-sma", rate: "korea-fx", product: "korea-gdp", wider: []),
  ]

  /// An amount of support with what it counts.
  struct Support {
    let ally: String
    let years: ClosedRange<Int>
    /// In US dollars, over all the years.
    let dollars: Double
    let estimate: String
    let sources: [String]

    var period: String {
      years.count == 1 ? "\(years.lowerBound)" : "\(years.lowerBound)-\(years.upperBound)"
    }
  }

  let package: DataPackage
  private let known: Set<String>
  private var tables: [String: [Int: Double]] = [:]
  private var found: [BurdenEstimate] = []
  /// The periods of an ally for which the table of allies has an amount.
  private(set) var compiled: Set<String> = []

  /// Nothing yet.
  ///
  /// - Parameter package: the data package.
  /// - Throws: ``DataError`` when a series of ``economies`` cannot be read.
  init(_ package: DataPackage) throws(DataError) {
    self.package = package
    known = Set(package.entries.map(\.identifier))
  }

  /// By ally, measure and period, in the order in which they were found.
  var sorted: [BurdenEstimate] {
    let order = Dictionary(
      uniqueKeysWithValues: BurdenEstimate.Measure.allCases.enumerated().map { ($1, $0) })
    return found.enumerated().sorted { left, right in
      let (a, b) = (left.element, right.element)
      if a.ally != b.ally { return a.ally < b.ally }
      if a.measure != b.measure { return order[a.measure] ?? 0 < order[b.measure] ?? 0 }
      return a.period == b.period ? left.offset < right.offset : a.period < b.period
    }.map(\.element)
  }

  /// The values of a series by year, none for a series that the package does not have.
  ///
  /// - Parameter series: its name.
  /// - Returns: the values.
  /// - Throws: ``DataError``.
  mutating func numbers(_ series: String) throws(DataError) -> [Int: Double] {
    if let table = tables[series] { return table }
    var table: [Int: Double] = [:]
    if known.contains(series) {
      for observation in try package.observations(series) { table[observation.year] = observation.value }
    }
    tables[series] = table
    return table
  }

  /// An estimate as it is published.
  ///
  /// - Parameters:
  ///   - measure: what is measured.
  ///   - value: the figure.
  ///   - support: whose count it is; of which only ally, years, name and sources count.
  ///   - how: what is added to its name.
  mutating func add(_ measure: BurdenEstimate.Measure, _ value: Double, of support: Support, how: String = "")
  {
    found.append(
      BurdenEstimate(
        ally: support.ally, period: support.period, measure: measure, value: value,
        estimate: support.estimate + how, sources: support.sources))
  }

  /// A share of which the year is not known.
  ///
  /// - Parameters:
  ///   - value: the share.
  ///   - ally: the ally.
  ///   - estimate: whose count it is.
  ///   - sources: its sources.
  mutating func addUndated(_ value: Double, ally: String, estimate: String, sources: [String]) {
    found.append(
      BurdenEstimate(
        ally: ally, period: "", measure: .stationingShare, value: value, estimate: estimate, sources: sources)
    )
  }

  /// An amount over the troops and over the GDP of its years.
  ///
  /// - Parameters:
  ///   - support: the amount.
  ///   - what: the words for it, `direct support`.
  ///   - isCompiled: whether other tables' counts of these years are the same one.
  /// - Throws: ``DataError``.
  mutating func add(_ support: Support, what: String, isCompiled: Bool = false) throws(DataError) {
    if isCompiled { compiled.insert(support.ally + support.period) }
    let troops = "us-troops-" + support.ally.lowercased()
    if let heads = sum(support.years, try numbers(troops)), heads > 0 {
      add(.perTroop, support.dollars / heads, of: support, how: "\(what) over \(troops)")
    }
    guard let economy = Self.economies[support.ally] else { return }
    let (products, rates) = (try numbers(economy.product), try numbers(economy.rate))
    var dollars: [Int: Double] = [:]
    for year in support.years {
      if let product = products[year], let rate = rates[year], rate > 0 { dollars[year] = product / rate }
    }
    if let product = sum(support.years, dollars), product > 0 {
      add(.gdpShare, 100 * support.dollars / product, of: support, how: "\(what) over \(economy.product)")
    }
  }

  private func sum(_ years: ClosedRange<Int>, _ values: [Int: Double]) -> Double? {
    var sum = 0.0
    for year in years {
      guard let value = values[year] else { return nil }
      sum += value
    }
    return sum
  }

  /// Dollars of an amount in 100 million of an ally's currency.
  ///
  /// - Parameters:
  ///   - amount: the amount.
  ///   - ally: the ally.
  ///   - year: whose average rate is used.
  /// - Returns: dollars, `nil` without a rate.
  /// - Throws: ``DataError``.
  mutating func dollars(_ amount: Double, of ally: String, in year: Int) throws(DataError) -> Double? {
    guard let economy = Self.economies[ally], let rate = try numbers(economy.rate)[year], rate > 0 else {
      return nil
    }
    return amount * 100_000_000 / rate
  }

  /// What the budget of an ally says: over troops, and as the share of GDP that the package derives; then the wider counts.
  ///
  /// - Parameter ally: one of ``economies``.
  /// - Throws: ``DataError``.
  mutating func addBudget(of ally: String) throws(DataError) {
    guard let economy = Self.economies[ally] else { return }
    let troops = "us-troops-" + ally.lowercased()
    let present = try numbers(troops)
    let shares = try numbers(economy.support + "-share-of-gdp")
    for observation in try package.observations(economy.support + "-share-of-gdp") {
      guard let value = observation.value else { continue }
      found.append(
        BurdenEstimate(
          ally: ally, period: "\(observation.year)", measure: .gdpShare, value: value,
          estimate: "budget: \(economy.support)-share-of-gdp", sources: observation.sources))
    }
    for (year, amount) in try budget(of: ally) {
      if let heads = present[year], heads > 0 {
        found.append(
          BurdenEstimate(
            ally: ally, period: "\(year)", measure: .perTroop, value: amount.value / heads,
            estimate: "budget: \(economy.support) over \(troops)", sources: amount.sources))
      }
      // What was agreed in dollars has no share in the package.
      if shares[year] == nil, let product = try numbers(economy.product)[year],
        let rate = try numbers(economy.rate)[year], rate > 0, product > 0
      {
        found.append(
          BurdenEstimate(
            ally: ally, period: "\(year)", measure: .gdpShare, value: 100 * amount.value * rate / product,
            estimate: "budget: \(economy.support)-usd over \(economy.product)", sources: amount.sources))
      }
    }
    for series in economy.wider where known.contains(series) {
      for observation in try package.observations(series) {
        guard let value = observation.value,
          let dollars = try dollars(value, of: ally, in: observation.year)
        else { continue }
        try add(
          Support(
            ally: ally, years: observation.year...observation.year, dollars: dollars,
            estimate: "wider count: ", sources: observation.sources), what: series)
      }
    }
  }

  /// Contributions in dollars: as agreed in dollars where a series ending in `-usd` has the year and no rate is needed, else
  /// the amount of the budget at the average rate of the year.
  ///
  /// - Parameter ally: one of ``economies``.
  /// - Returns: by year.
  /// - Throws: ``DataError``.
  mutating func budget(
    of ally: String
  ) throws(DataError) -> [(year: Int, amount: (value: Double, sources: [String]))] {
    guard let economy = Self.economies[ally] else { return [] }
    var amounts: [Int: (value: Double, sources: [String])] = [:]
    for observation in try package.observations(economy.support) {
      guard let value = observation.value, let dollars = try dollars(value, of: ally, in: observation.year)
      else { continue }
      amounts[observation.year] = (dollars, observation.sources)
    }
    for observation in try package.observations(economy.support + "-usd") {
      guard let value = observation.value, amounts[observation.year] == nil else { continue }
      amounts[observation.year] = (value * 1_000_000, observation.sources)
    }
    return amounts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}
