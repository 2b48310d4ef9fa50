internal import Series

extension BurdenCounts {
  /// The rows of `allied-cost-share.csv`.
  ///
  /// - Throws: ``DataError``.
  mutating func addAllies() throws(DataError) {
    var reader = try CSVReader.open(try package.path(ofResource: "allied-cost-share"))
    let names = ["ally", "measure"]
    var columns: [Int] = []
    for name in names { columns.append(try reader.column(name)) }
    let (from, to, source) = (
      try reader.column("year_from"), try reader.column("year_to"), try reader.column("source_id")
    )
    let amounts = ["direct_usd_m", "total_usd_m", "us_cost_usd_m", "share_of_us_stationing_cost_percent"]
    var places: [Int] = []
    for name in amounts { places.append(try reader.column(name)) }
    while try reader.next() {
      let ally = try reader.required(columns[0])
      guard ally != "ALL" else { continue }
      var figures: [Double?] = []
      for place in places { figures.append(try reader.number(place)) }
      guard let years = try Self.years(reader, from, to) else { continue }
      let (direct, total, cost, share) = (figures[0], figures[1], figures[2], figures[3])
      let support = total ?? direct
      let count = Support(
        ally: ally, years: years, dollars: (support ?? 0) * 1_000_000,
        estimate: try reader.required(columns[1]), sources: try reader.list(source))
      if let share {
        add(.stationingShare, share, of: count)
      } else if let cost {
        try addShare(of: count, support: support, cost: cost)
      }
      guard support != nil else { continue }
      let kind = total == nil ? ", direct support" : ", direct and indirect support"
      try add(count, what: kind, isCompiled: true)
    }
  }

  /// Support over support and US cost, with the budget's support where the row has none.
  private mutating func addShare(of count: Support, support: Double?, cost: Double) throws(DataError) {
    if let support, support + cost > 0 {
      return add(
        .stationingShare, 100 * support / (support + cost), of: count,
        how: ", computed: support over support and US cost")
    }
    guard support == nil, let economy = Self.economies[count.ally],
      let budget = try budget(of: count.ally).first(where: { $0.year == count.years.lowerBound }),
      count.years.count == 1
    else { return }
    let paid = budget.amount.value / 1_000_000
    add(
      .stationingShare, 100 * paid / (paid + cost), of: count,
      how: ", computed: \(economy.support) over it and US cost")
  }

  /// The rows of `burden-share-estimates.csv`, all on Japan; counts that the table of allies has are left out.
  ///
  /// - Throws: ``DataError``.
  mutating func addJapan() throws(DataError) {
    var reader = try CSVReader.open(try package.path(ofResource: "burden-share-estimates"))
    let texts = ["scope", "estimator", "currency", "unit"]
    var columns: [Int] = []
    for name in texts { columns.append(try reader.column(name)) }
    let (from, to, source) = (
      try reader.column("year_from"), try reader.column("year_to"), try reader.column("source_id")
    )
    let (share, numerator, side) = (
      try reader.column("share_percent"), try reader.column("numerator"), try reader.column("us_side")
    )
    let cabinet = "japan-government-stationing-cost"
    let answered = try numbers(cabinet)
    while try reader.next() {
      let name = "\(try reader.text(columns[1])): \(try reader.text(columns[0]))"
      let sources = try reader.list(source)
      guard let years = try Self.years(reader, from, to) else {
        if let value = try reader.number(share) {
          addUndated(value, ally: "JPN", estimate: name, sources: sources)
        }
        continue
      }
      let scale = try reader.text(columns[3]) == "billion" ? 10.0 : 1
      let isYen = try reader.text(columns[2]) == "JPY"
      func dollars(_ amount: Double?) throws(DataError) -> Double? {
        guard let amount else { return nil }
        return isYen
          ? try self.dollars(amount * scale, of: "JPN", in: years.lowerBound) : amount * scale * 100_000_000
      }
      let (paid, cost) = (
        try dollars(try reader.number(numerator)), try dollars(try reader.number(side))
      )
      let count = Support(ally: "JPN", years: years, dollars: paid ?? 0, estimate: name, sources: sources)
      guard !compiled.contains("JPN" + count.period) else { continue }
      if let value = try reader.number(share) {
        add(.stationingShare, value, of: count)
      } else if let paid, let cost, paid + cost > 0 {
        add(
          .stationingShare, 100 * paid / (paid + cost), of: count,
          how: ", computed: support over support and US cost")
      } else if let cost, let answer = answered[years.lowerBound], years.count == 1,
        let paid = try self.dollars(answer, of: "JPN", in: years.lowerBound),
        sources.contains("sangiin-126-a1")
      {
        add(
          .stationingShare, 100 * paid / (paid + cost), of: count,
          how: ", computed: \(cabinet) over it and US cost")
      }
      if paid != nil { try add(count, what: "") }
    }
  }

  private static func years(
    _ reader: borrowing CSVReader, _ from: Int, _ to: Int
  ) throws(DataError) -> ClosedRange<Int>? {
    guard let first = try reader.count(from, atLeast: 1), let last = try reader.count(to, atLeast: 1) else {
      return nil
    }
    guard last >= first else {
      throw .contradiction(reader.place(to), reason: "the last year \(last) is before the first, \(first)")
    }
    return first...last
  }
}
