internal import Series

/// The axes of one measure of burden: a row for each ally, and a line in time for each that has a record.
struct BurdenPanel {
  let points: [BurdenChart.Point]
  let phrases: Phrases

  private var measure: String { points.first?.measure ?? "" }

  /// The estimator that an ally's symbol follows: the one that counts the most allies, then the most years.
  private func estimate(of ally: String) -> String {
    let own = points.filter { $0.ally == ally }.map(\.estimate).inOrderOfAppearance
    func reach(_ name: String) -> (Int, Int) {
      let counts = points.filter { $0.estimate == name }
      return (Set(counts.map(\.ally)).count, counts.count { $0.ally == ally })
    }
    return own.max { reach($0) < reach($1) } ?? ""
  }

  /// The value that stands for each ally: the latest of its estimator.
  var leading: [BurdenChart.Point] {
    points.map(\.ally).inOrderOfAppearance.compactMap { ally in
      let name = estimate(of: ally)
      return points.filter { $0.ally == ally && $0.estimate == name }.max { $0.period < $1.period }
    }
  }

  /// The allies that an estimator follows over years.
  var recorded: [String] {
    points.map(\.ally).inOrderOfAppearance.filter { record(of: $0).count >= BurdenChart.leastRecord }
  }

  private func record(of ally: String) -> [BurdenChart.Point] {
    let own = points.filter { $0.ally == ally && $0.year != nil }
    let names = own.map(\.estimate).inOrderOfAppearance
    let longest = names.max { first, second in
      own.count { $0.estimate == first } < own.count { $0.estimate == second }
    }
    return own.filter { $0.estimate == longest }
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

  /// Allies beside each other.
  ///
  /// - Parameter width: pixels across.
  /// - Returns: the view.
  func byAlly(width: Int) -> ChartView {
    let leading = leading.sorted { ($1.value, $0.ally) < ($0.value, $1.ally) }
    // What a line in time shows is not repeated as a cloud of symbols.
    let others = points.filter { point in
      let own = record(of: point.ally)
      let isFollowed = own.count >= BurdenChart.leastRecord && own[0].estimate == point.estimate
      return !isFollowed && !leading.contains(point)
    }
    let y = Channel(
      .y, "ally", .nominal,
      [
        "title": .null, "scale": ["domain": .array(leading.map { .text(phrases.economy($0.ally)) })],
        "axis": ["grid": true, "ticks": false, "domain": false, "labelPadding": 8],
      ])
    let isShare = measure.hasPrefix("share") && points.allSatisfy { $0.value > 1 && $0.value <= 100 }
    let x = Channel(
      .x, "value", .quantitative,
      [
        "title": .text(phrases.unit(points.first?.unit ?? "")),
        "scale": isShare ? ["domain": [0, 100]] : ["zero": true],
        "axis": ["tickCount": width > 400 ? 5 : 4, "labelOverlap": true],
      ])
    let hollow: JSONValue = [
      "filled": false, "stroke": .text(Palette.quiet), "size": 45, "strokeWidth": 1.2, "opacity": 1,
      "tooltip": true,
    ]
    let solid: JSONValue = [
      "filled": true, "fill": .text(Palette.centre), "size": 95, "opacity": 1, "tooltip": true,
    ]
    let layers =
      (others.isEmpty ? [] : [ChartLayer(others.map(row), Mark(.point, hollow), [y, x])])
      + [ChartLayer(leading.map(row), Mark(.point, solid), [y, x])]
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
    let axis = PeriodAxis(.calendar, phrases)
    let y = axis.vertical(unit: phrases.unit(points.first?.unit ?? ""), domain: nil)
    return ChartView(
      title: phrases.burden(measure), width: 340, height: 150,
      layers: [
        ChartLayer(
          rows, Mark(.line, ["strokeWidth": 2, "tooltip": true]),
          [axis.channel("year"), y("value"), style.color("ally"), style.dash("ally")])
      ])
  }
}
