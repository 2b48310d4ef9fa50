internal import Series

/// The axes of one measure under several scenarios.
struct ScenarioPanel {
  let measure: String
  let points: [ScenarioChart.Point]
  let scenarios: [String]
  let record: [FanChart.Observation]
  let pledges: [ScenarioChart.Pledge]
  let highest: Double
  let phrases: Phrases
  let style: SeriesStyle
  let names: ScenarioNames

  var unit: String { points.first?.unit ?? "" }

  private var firstYear: Int { points.compactMap(\.year).min() ?? 0 }
  private var lastYear: Int { points.compactMap(\.year).max() ?? 0 }

  /// How far a scenario stands from the middle of its year, so that the bars of several do not hide one another.
  private func offset(_ scenario: String, _ step: Double) -> Double {
    step * (Double(scenarios.firstIndex(of: scenario) ?? 0) - Double(scenarios.count - 1) / 2)
  }

  /// Lines in time.
  ///
  /// - Parameter isWide: an axis of its own with every interval and the words of pledges; else a small panel with the last interval.
  /// - Returns: the view.
  func view(isWide: Bool) -> ChartView {
    let axis = PeriodAxis(
      points.first?.period.hasPrefix("FY") ?? false ? .japanFiscal : .calendar, phrases)
    let start = min(record.first?.year ?? firstYear, pledges.map(\.year).min() ?? firstYear)
    let x = axis.channel(
      "year", domain: (Double(start) - 0.5)...(Double(lastYear) + 0.5), isSmall: !isWide)
    let y = axis.vertical(
      unit: isWide ? phrases.unit(unit) : nil, domain: isWide ? nil : 0...max(highest, 1e-9))
    let shown = isWide ? points : points.filter { $0.year == lastYear }
    let step = isWide ? 0.16 : 0.3
    let style = isWide ? style.withSymbols() : style
    var layers = recordLine(x, y)
    layers.append(
      ChartLayer(
        shown.map { row($0, step) }, Mark(.rule, ["strokeWidth": isWide ? 1.5 : 2]),
        [x, y("lower"), Channel(end: .y2, "upper"), style.color("label")], tooltip: tooltip))
    if isWide {
      // A dash of the mark and not of a scale: the legend would draw it around the symbols and fray them.
      layers += points.map(\.scenario).inOrderOfAppearance.map { scenario in
        let own = points.filter { $0.scenario == scenario }.map { row($0, step) }
        let dash: JSONValue = .array(style.dash(of: names.label(scenario)).map { .integer($0) })
        return ChartLayer(
          lineStart(scenario) + own, Mark(.line, ["strokeWidth": 2.2, "strokeDash": dash]),
          [x, y("median"), style.color("label")])
      }
    } else {
      layers.append(
        ChartLayer(
          points.map(\.scenario).inOrderOfAppearance.flatMap { lineStart($0) } + points.map { row($0, 0) },
          Mark(.line, ["strokeWidth": 1.6]),
          [x, y("median"), style.color("label"), style.dash("label")]))
    }
    if isWide {
      layers.append(
        ChartLayer(
          points.map { row($0, step) },
          Mark(.point, ["filled": true, "size": 75, "opacity": 1]),
          [x, y("median"), style.color("label"), style.shape("label")], tooltip: tooltip))
    }
    layers += diamonds(x, y, isWide: isWide)
    return ChartView(
      title: isWide ? phrases.measure(measure) : phrases.shortMeasure(measure), width: isWide ? 680 : 150,
      height: isWide ? 320 : 90, layers: layers)
  }

  /// What is told of a scenario's symbol and bar.
  private var tooltip: [Tooltip] {
    let format = Tooltip.format(points.map(\.upper))
    return names.tooltip + [
      Tooltip("period", phrases.time),
      Tooltip("lower", "q05", format: format), Tooltip("median", phrases.median, format: format),
      Tooltip("upper", "q95", format: format),
    ]
  }

  private func row(_ point: ScenarioChart.Point, _ step: Double) -> JSONValue {
    [
      "year": .number(Double(point.year ?? 0) + offset(point.scenario, step)),
      "period": .text(phrases.label(period: point.period)), "scenario": .text(point.scenario),
      "label": .text(names.label(point.scenario)), "lower": .number(point.lower),
      "median": .number(point.median), "upper": .number(point.upper),
    ]
  }

  /// A line begins where the record ends.
  private func lineStart(_ scenario: String) -> [JSONValue] {
    guard let last = record.last else { return [] }
    return [
      [
        "year": .integer(last.year), "scenario": .text(scenario), "label": .text(names.label(scenario)),
        "median": .number(last.value),
      ]
    ]
  }

  private func recordLine(_ x: Channel, _ y: (String) -> Channel) -> [ChartLayer] {
    guard !record.isEmpty else { return [] }
    let rows: [JSONValue] = record.map { ["year": .integer($0.year), "value": .number($0.value)] }
    return [
      ChartLayer(
        rows, Mark(.line, ["color": .text(Palette.ink), "strokeWidth": 1.8]), [x, y("value")])
    ]
  }

  private func diamonds(_ x: Channel, _ y: (String) -> Channel, isWide: Bool) -> [ChartLayer] {
    guard !pledges.isEmpty else { return [] }
    let rows: [JSONValue] = pledges.map { pledge in
      let value = NumberText.grouped(pledge.value)
      return [
        "year": .integer(pledge.year), "value": .number(pledge.value),
        "label": .text(unit.hasPrefix("percent") ? value + "%" : value),
      ]
    }
    let look: JSONValue = [
      "shape": "diamond", "filled": true, "fill": .text(Palette.paper), "stroke": .text(Palette.ink),
      "strokeWidth": 1.3, "size": isWide ? 90 : 34, "opacity": 1,
    ]
    let marks = ChartLayer(
      rows, Mark(.point, look), [x, y("value")],
      tooltip: [Tooltip("year", phrases.year), Tooltip("label", phrases.pledge)])
    guard isWide else { return [marks] }
    let words = Mark(.text, ["baseline": "bottom", "dy": -8, "fontSize": 10, "color": .text(Palette.ink)])
    return [marks, ChartLayer(rows, words, [x, y("value"), Channel(.text, "label", .nominal)])]
  }

  /// A row of symbols for a measure of one period.
  var row: ChartView {
    let style = style.withSymbols()
    let rows: [JSONValue] = points.map { point in
      [
        "scenario": .text(point.scenario), "label": .text(names.label(point.scenario)),
        "period": .text(phrases.label(period: point.period)), "lower": .number(point.lower),
        "median": .number(point.median), "upper": .number(point.upper),
      ]
    }
    let y = Channel(
      .y, "label", .nominal,
      [
        "title": .null, "sort": .null,
        "axis": ["labels": false, "ticks": false, "domain": false, "grid": true],
      ])
    func x(_ field: String) -> Channel {
      Channel(
        .x, field, .quantitative,
        [
          "title": .text(phrases.unit(unit)), "scale": ["zero": false],
          "axis": ["tickCount": 4, "labelOverlap": true],
        ])
    }
    let periods = points.map(\.period).inOrderOfAppearance
    return ChartView(
      title: phrases.named(
        phrases.measure(measure), in: phrases.list(periods.map { phrases.label(period: $0) })), width: 310,
      height: max(2, scenarios.count) * 17,
      layers: [
        ChartLayer(
          rows, Mark(.rule, ["strokeWidth": 1.8]),
          [y, x("lower"), Channel(end: .x2, "upper"), style.color("label")], tooltip: tooltip),
        ChartLayer(
          rows, Mark(.point, ["filled": true, "size": 75, "opacity": 1]),
          [y, x("median"), style.color("label"), style.shape("label")], tooltip: tooltip),
      ])
  }
}
