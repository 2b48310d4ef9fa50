/// The axes of one measure of burden: a row for each ally, and a line in time for each that has a record.
struct BurdenPanel {
  let points: [BurdenChart.Point]
  let phrases: Phrases

  private var measure: String { points.first?.measure ?? "" }

  /// The estimator that an ally's symbol follows: the one that counts the most allies, a budget last, then the most years.
  ///
  /// A budget is each ally's own count.
  private func estimator(of ally: String) -> String {
    let own = points.filter { $0.ally == ally }.map(\.estimator).inOrderOfAppearance
    func reach(_ name: String) -> (Int, Int, Int) {
      let counts = points.filter { $0.estimator == name }
      let isBudget = name == BurdenChart.budget
      return (Set(counts.map(\.ally)).count, isBudget ? 0 : 1, counts.count { $0.ally == ally })
    }
    return own.max { reach($0) < reach($1) } ?? ""
  }

  /// The value that stands for each ally: the latest of its estimator.
  var leading: [BurdenChart.Point] {
    points.map(\.ally).inOrderOfAppearance.compactMap { ally in
      latest(of: ally, estimator(of: ally))
    }
  }

  private func latest(of ally: String, _ estimator: String) -> BurdenChart.Point? {
    points.filter { $0.ally == ally && $0.estimator == estimator }.max { $0.period < $1.period }
  }

  /// What the other estimators say last of an ally, from the lowest to the highest.
  struct Range {
    let ally: String
    let lowest: BurdenChart.Point
    let highest: BurdenChart.Point
    let count: Int
  }

  /// The ranges of the allies that have other counts; what a line in time shows is no part of them.
  var ranges: [Range] {
    points.map(\.ally).inOrderOfAppearance.compactMap { ally in
      let own = record(of: ally)
      let followed = own.count >= BurdenChart.leastRecord ? own[0].estimator : nil
      let others = points.filter { $0.ally == ally }.map(\.estimator).inOrderOfAppearance.filter {
        $0 != estimator(of: ally) && $0 != followed
      }
      let values = others.compactMap { latest(of: ally, $0) }.sorted { $0.value < $1.value }
      guard let lowest = values.first, let highest = values.last else { return nil }
      return Range(ally: ally, lowest: lowest, highest: highest, count: values.count)
    }
  }

  /// The allies that an estimator follows over years.
  var recorded: [String] {
    points.map(\.ally).inOrderOfAppearance.filter { record(of: $0).count >= BurdenChart.leastRecord }
  }

  private func record(of ally: String) -> [BurdenChart.Point] {
    let own = points.filter { $0.ally == ally && $0.year != nil }
    let names = own.map(\.estimator).inOrderOfAppearance
    let longest = names.max { first, second in
      own.count { $0.estimator == first } < own.count { $0.estimator == second }
    }
    return own.filter { $0.estimator == longest }
  }

  /// Allies beside each other, and those with a record in time.
  ///
  /// - Parameter style: of all allies that have a record of any measure.
  /// - Returns: two views.
  func views(_ style: SeriesStyle) -> [ChartView] { [byAlly(width: 300), byYear(recorded, style)] }

  private func row(_ point: BurdenChart.Point) -> JSONValue {
    [
      "ally": .text(phrases.economy(point.ally)), "value": .number(point.value),
      "period": .text(point.period), "estimate": .text(point.estimate),
    ]
  }

  private func row(_ range: Range) -> JSONValue {
    [
      "ally": .text(phrases.economy(range.ally)), "lowest": .number(range.lowest.value),
      "highest": .number(range.highest.value), "count": .integer(range.count),
    ]
  }

  /// What an axis of amounts is called: dollars of different years stand beside each other.
  private var unit: String {
    let symbol = points.first?.unit ?? ""
    return symbol == "USD" ? phrases.nominalDollars : phrases.unit(symbol)
  }

  /// Allies beside each other.
  ///
  /// - Parameter width: pixels across.
  /// - Returns: the view.
  func byAlly(width: Int) -> ChartView {
    let leading = leading.sorted { ($1.value, $0.ally) < ($0.value, $1.ally) }
    let y = Channel(
      .y, "ally", .nominal,
      [
        "title": .null, "scale": ["domain": .array(leading.map { .text(phrases.economy($0.ally)) })],
        "axis": ["grid": true, "ticks": false, "domain": false, "labelPadding": 8],
      ])
    let isShare = measure.hasPrefix("share") && points.allSatisfy { $0.value > 1 && $0.value <= 100 }
    func x(_ field: String) -> Channel {
      Channel(
        .x, field, .quantitative,
        [
          "title": .text(unit),
          "scale": isShare ? ["domain": [0, 100]] : ["zero": true],
          "axis": ["tickCount": width > 400 ? 5 : 4, "labelOverlap": true],
        ])
    }
    let bar: JSONValue = [
      "color": .text(Palette.quiet), "strokeWidth": 3, "strokeCap": "round", "opacity": 0.55,
    ]
    let solid: JSONValue = ["filled": true, "fill": .text(Palette.centre), "size": 95, "opacity": 1]
    let values = leading.map(\.value) + ranges.map(\.highest.value)
    let format = Tooltip.format(values)
    let layers =
      (ranges.isEmpty
        ? []
        : [
          ChartLayer(
            ranges.map(row), Mark(.rule, bar), [y, x("lowest"), Channel(end: .x2, "highest")],
            tooltip: [
              Tooltip("ally", phrases.allies), Tooltip("lowest", phrases.lowest, format: format),
              Tooltip("highest", phrases.highest, format: format), Tooltip("count", phrases.counts),
            ])
        ])
      + [
        ChartLayer(
          leading.map(row), Mark(.point, solid), [y, x("value")],
          tooltip: [
            Tooltip("ally", phrases.allies), Tooltip("value", unit, format: format),
            Tooltip("period", phrases.year), Tooltip("estimate", phrases.estimator),
          ])
      ]
    return ChartView(
      title: phrases.burden(measure), width: width, height: max(leading.count, 3) * 24, layers: layers)
  }

  private func byYear(_ recorded: [String], _ style: SeriesStyle) -> ChartView {
    let rows: [JSONValue] = recorded.flatMap { ally in
      record(of: ally).map { point in
        [
          "ally": .text(phrases.economy(ally)), "year": .integer(point.year ?? 0),
          "value": .number(point.value), "estimate": .text(point.estimate),
        ]
      }
    }
    let axis = PeriodAxis(isFiscal: false, phrases)
    let y = axis.vertical(unit: unit, domain: nil)
    // Who counts stands before the colon, and what is counted behind it.
    let names = recorded.compactMap { record(of: $0).first?.estimator.prefix { $0 != ":" && $0 != "," } }
      .map { String($0) }.inOrderOfAppearance
    let values = recorded.flatMap { record(of: $0).map(\.value) }
    return ChartView(
      title: phrases.byYear(names), width: 340, height: 150,
      layers: [
        ChartLayer(
          rows, Mark(.line, ["strokeWidth": 2]),
          [axis.channel("year"), y("value"), style.color("ally"), style.dash("ally")],
          tooltip: [
            Tooltip("ally", phrases.allies), Tooltip("year", phrases.year),
            Tooltip("value", unit, format: Tooltip.format(values)),
          ])
      ])
  }
}
