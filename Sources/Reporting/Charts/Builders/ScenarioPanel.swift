/// The axes of one measure under several scenarios.
struct ScenarioPanel {
  let measure: String
  let points: [ScenarioChart.Point]
  let record: [FanChart.Observation]
  let pledges: [ScenarioChart.Pledge]
  let highest: Double
  let phrases: Phrases
  let style: SeriesStyle
  let names: ScenarioNames
  let isFiscal: Bool
  /// What is counted, where the panel has to say so.
  let counted: String?

  /// Those that have the measure: one alone stands in the middle of its year.
  private var scenarios: [String] { points.map(\.scenario).inOrderOfAppearance }

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
    let axis = PeriodAxis(isFiscal: isFiscal, phrases)
    let room = isWide ? room : nil
    let start = min(record.first?.year ?? firstYear, pledges.map(\.year).min() ?? firstYear)
    let x = axis.channel(
      "year", domain: (Double(start) - 0.5)...(Double(lastYear) + 0.5), isSmall: !isWide)
    let y = axis.vertical(
      unit: isWide ? phrases.unit(unit) : nil,
      domain: room.map { domain($0) } ?? 0...max(highest, 1e-9), isSmall: !isWide)
    let shown = isWide ? points : points.filter { $0.year == lastYear }
    // A small panel draws the last year alone: its bars have the whole of it.
    let step = isWide ? 0.16 : min(0.6, 0.9 / Double(scenarios.count))
    let style = isWide ? style.withSymbols() : style
    var layers = recordLine(x, y)
    layers.append(
      ChartLayer(
        shown.map { row($0, step) }, Mark(.rule, ["strokeWidth": isWide ? 1.5 : 2]),
        [x, y("lower"), Channel(end: .y2, "upper"), style.color("label")]
          + (isWide ? [] : [style.dash("label")]), tooltip: tooltip))
    if isWide {
      // A dash of the mark and not of a scale: the legend would draw it around the symbols and fray them.
      layers += scenarios.map { scenario in
        let own = points.filter { $0.scenario == scenario }.map { row($0, step) }
        let dash: JSONValue = .array(style.dash(of: names.label(scenario)).map { .integer($0) })
        return ChartLayer(
          lineStart(scenario) + own, Mark(.line, ["strokeWidth": 2.2, "strokeDash": dash]),
          [x, y("median"), style.color("label")])
      }
    } else {
      layers.append(
        ChartLayer(
          scenarios.flatMap { lineStart($0) } + points.map { row($0, 0) },
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
    layers += marks.layers(x, y, room: room)
    return ChartView(
      title: isWide ? phrases.measure(measure) : phrases.shortMeasure(measure), subtitle: counted,
      width: isWide ? 680 : 150, height: isWide ? Int(Self.height) : 90, layers: layers)
  }

  /// Pixels up of wide axes.
  private static let height = 320.0
  /// Pixels that the number of a pledge takes up, with its distance.
  private static let textHeight = 24.0

  private var marks: PledgeMarks {
    PledgeMarks(pledges: pledges, bars: points, unit: unit, isFiscal: isFiscal, phrases: phrases)
  }

  /// The height of a text, in the unit of wide axes.
  private var room: Double {
    let values = points.flatMap { [$0.lower, $0.upper] } + record.map(\.value) + pledges.map(\.value)
    let (low, high) = (values.min() ?? 0, values.max() ?? 0)
    return (high - low) * Self.textHeight / Self.height
  }

  /// What wide axes have to hold for the numbers of pledges; that of the data for `nil`.
  private func domain(_ room: Double) -> ClosedRange<Double>? {
    let labels = marks.labels(room: room)
    guard !labels.isEmpty, room > 0, room.isFinite else { return nil }
    let low = (points.map(\.lower) + record.map(\.value) + labels.map(\.foot)).min() ?? 0
    let high = (points.map(\.upper) + record.map(\.value) + labels.map { $0.place + room }).max() ?? 0
    // What is never negative needs no axis below zero.
    return (low < 0 ? low - room / 3 : max(low - room / 3, 0))...max(high, low)
  }

  /// What is told of a scenario's symbol and bar.
  private var tooltip: [Tooltip] {
    let format = Tooltip.format(points.map(\.upper))
    return names.tooltip + [
      Tooltip("period", phrases.time),
      Tooltip("lower", phrases.lowerEnd("90"), format: format),
      Tooltip("median", phrases.median, format: format),
      Tooltip("upper", phrases.upperEnd("90"), format: format),
    ]
  }

  private func row(_ point: ScenarioChart.Point, _ step: Double) -> JSONValue {
    [
      "year": .number(Double(point.year ?? 0) + offset(point.scenario, step)),
      "period": .text(phrases.label(period: point.period, isFiscal: isFiscal)),
      "scenario": .text(point.scenario), "label": .text(names.label(point.scenario)),
      "lower": .number(point.lower),
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

  /// A row of symbols for a measure of one period.
  var row: ChartView {
    let style = style.withSymbols()
    let rows: [JSONValue] = points.map { point in
      [
        "scenario": .text(point.scenario), "label": .text(names.label(point.scenario)),
        "period": .text(phrases.label(period: point.period, isFiscal: isFiscal)),
        "lower": .number(point.lower),
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
          "title": .text(phrases.unit(unit)), "scale": ["zero": false, "nice": false, "padding": 10],
          "axis": ["tickCount": 4, "labelOverlap": true],
        ])
    }
    let periods = points.map(\.period).inOrderOfAppearance
    return ChartView(
      title: phrases.named(
        phrases.measure(measure),
        in: phrases.list(periods.map { phrases.label(period: $0, isFiscal: isFiscal) })),
      width: 310,
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
