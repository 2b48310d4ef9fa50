internal import Series

/// The axes of one fan.
struct FanView {
  private let panel: FanChart.Panel
  private let phrases: Phrases
  private let size: (width: Int, height: Int)
  private let isAlone: Bool
  private let domain: ClosedRange<Double>?

  /// - Parameters:
  ///   - panel: the record and what is forecast.
  ///   - phrases: the words.
  ///   - width: pixels across.
  ///   - height: pixels up.
  ///   - isAlone: whether the chart has no other view.
  ///   - domain: what the axis up has to hold beside the panel's own numbers, where several share it.
  init(
    _ panel: FanChart.Panel, _ phrases: Phrases, width: Int, height: Int, isAlone: Bool,
    domain: ClosedRange<Double>? = nil
  ) {
    (self.panel, self.phrases, self.isAlone, self.domain) = (panel, phrases, isAlone, domain)
    size = (width, height)
  }

  /// The record with the fan.
  var view: ChartView {
    let start = panel.record.last.map { [($0.year, $0.value)] } ?? []
    let medians = start + panel.steps.map { ($0.year, $0.median) }
    return view(below: bands, lines: medians, phrases.median)
  }

  /// The record with what the model expected of each year.
  func view(expected: [FanChart.Observation]) -> ChartView {
    view(below: nil, lines: expected.map { ($0.year, $0.value) }, phrases.fitted)
  }

  private func view(below: ChartLayer?, lines points: [(Int, Double)], _ kind: String) -> ChartView {
    let names = [phrases.observed, kind]
    let record = lines(
      panel.record.map { ($0.year, $0.value) }, phrases.observed, names,
      ["color": .text(Palette.ink), "strokeWidth": 1.8])
    let model = lines(points, kind, names, ["color": .text(Palette.centre), "strokeWidth": 2.4])
    let layers =
      [below, breakRules].compactMap { $0 } + breakLabels
      + [record, model, unconfirmed, told(points, kind)].compactMap { $0 }
    let title = isAlone ? nil : phrases.bracketed(panel.name, panel.model)
    // Alone, the chart's subtitle tells it.
    let subtitle = isAlone || panel.definition.isEmpty ? nil : phrases.counted(panel.definition)
    return ChartView(
      title: title, subtitle: subtitle, width: size.width, height: size.height, layers: layers)
  }

  private var x: Channel { PeriodAxis(isFiscal: panel.calendar.isFiscal, phrases).channel("year") }

  private func y(_ field: String) -> Channel {
    let ends = domain.map { [JSONMember("domain", [.number($0.lowerBound), .number($0.upperBound)])] } ?? []
    // Counted in single yen, a gross domestic product has fifteen digits.
    let isLong = panel.record.contains { $0.value.magnitude >= Self.longNumber }
    return Channel(
      .y, field, .quantitative,
      [
        "title": .text(phrases.unit(panel.unit)),
        "scale": .object([JSONMember("zero", false), JSONMember("nice", true)] + ends),
        "axis": .object(
          [JSONMember("tickCount", 6)] + (isLong ? [JSONMember("format", "~s")] : [])),
      ])
  }

  /// From where on an axis writes 800T.
  private static let longNumber = 1e9

  /// Levels from the widest interval to the narrowest.
  private var levels: [String] {
    (panel.steps.last?.intervals ?? []).sorted { $0.upper - $0.lower > $1.upper - $1.lower }.map(\.level)
  }

  private var bands: ChartLayer? {
    guard !levels.isEmpty else { return nil }
    var rows: [JSONValue] = []
    for level in levels {
      if let origin = panel.record.last { rows.append(row(origin.year, level, origin.value, origin.value)) }
      for step in panel.steps {
        for interval in step.intervals where interval.level == level {
          rows.append(row(step.year, level, interval.lower, interval.upper))
        }
      }
    }
    let colors = Palette.bands(levels.count)
    return ChartLayer(
      rows, Mark(.area, ["line": false]),
      [
        x, y("lower"), Channel(end: .y2, "upper"),
        Channel(
          .color, "level", .ordinal,
          [
            "title": .null, "legend": ["symbolType": "square", "symbolStrokeWidth": 0, "symbolSize": 120],
            "scale": [
              "domain": .array(levels.map { .text(phrases.interval($0)) }),
              "range": .array(colors.map { .text($0) }),
            ],
          ]),
      ])
  }

  private func row(_ year: Int, _ level: String, _ lower: Double, _ upper: Double) -> JSONValue {
    [
      "year": .integer(year), "level": .text(phrases.interval(level)), "lower": .number(lower),
      "upper": .number(upper),
    ]
  }

  /// A line whose dash stands in the legend.
  private func lines(_ points: [(Int, Double)], _ kind: String, _ names: [String], _ style: JSONValue)
    -> ChartLayer?
  {
    guard !points.isEmpty else { return nil }
    let rows: [JSONValue] = points.map { year, value in
      ["year": .integer(year), "value": .number(value), "line": .text(kind)]
    }
    return ChartLayer(rows, Mark(.line, style), [x, y("value"), dash(names)])
  }

  private func dash(_ names: [String]) -> Channel {
    let names: [JSONValue] = names.map { .text($0) }
    return Channel(
      .strokeDash, "line", .nominal,
      [
        "title": .null, "scale": ["domain": .array(names), "range": [[1, 0], [6, 3]]],
        "legend": [
          "symbolType": "stroke", "symbolStrokeColor": .text(Palette.ink), "symbolSize": 170,
          "symbolStrokeWidth": 2,
        ],
      ])
  }

  /// Places over the lines that tell their values, each year on its own: a line or an area is one mark, and tells its first row.
  private func told(_ points: [(Int, Double)], _ kind: String) -> ChartLayer? {
    var rows: [[JSONMember]] = panel.record.map { value in
      [
        JSONMember("year", .integer(value.year)), JSONMember("value", .number(value.value)),
        JSONMember("period", .text(phrases.label(panel.calendar, value.year))),
        JSONMember("line", .text(value.isUnconfirmed ? phrases.unconfirmed : phrases.observed)),
      ]
    }
    let last = panel.record.last?.year ?? .min
    for (year, value) in points where !panel.steps.isEmpty && year > last {
      let ends = panel.steps.first { $0.year == year }?.intervals ?? []
      rows.append(
        [
          JSONMember("year", .integer(year)), JSONMember("value", .number(value)),
          JSONMember("period", .text(phrases.label(panel.calendar, year))), JSONMember("line", .text(kind)),
        ]
          + ends.flatMap {
            [
              JSONMember("lower\($0.level)", .number($0.lower)),
              JSONMember("upper\($0.level)", .number($0.upper)),
            ]
          })
    }
    guard !rows.isEmpty else { return nil }
    let format = Tooltip.format(panel.record.map(\.value) + panel.steps.map(\.median))
    let head = [
      Tooltip("period", phrases.time), Tooltip("line", phrases.what),
      Tooltip("value", phrases.unit(panel.unit), format: format),
    ]
    // The field of a level such as 97.5 has a point in it, which would lead into an object.
    let ends = levels.filter { !$0.contains(".") }.flatMap { level in
      [
        Tooltip("lower\(level)", phrases.lowerEnd(level), format: format),
        Tooltip("upper\(level)", phrases.upperEnd(level), format: format),
      ]
    }
    return ChartLayer(
      rows.map { .object($0) }, Mark(.point, ["opacity": 0, "size": 160, "filled": true]), [x, y("value")],
      tooltip: head + ends)
  }

  private var unconfirmed: ChartLayer? {
    let rows: [JSONValue] = panel.record.filter(\.isUnconfirmed).map {
      ["year": .integer($0.year), "value": .number($0.value), "status": .text(phrases.unconfirmed)]
    }
    guard !rows.isEmpty else { return nil }
    return ChartLayer(
      rows,
      Mark(
        .point,
        [
          "fill": .text(Palette.paper), "strokeWidth": 1.2,
          "size": 34, "opacity": 1,
        ]),
      [
        x, y("value"),
        Channel(
          .stroke, "status", .nominal,
          [
            "title": .null, "scale": ["range": [.text(Palette.ink)]],
            "legend": [
              "symbolType": "circle", "symbolFillColor": .text(Palette.paper), "symbolStrokeWidth": 1.2,
              "symbolSize": 40,
            ],
          ]),
      ])
  }

  private var breakRules: ChartLayer? {
    guard !panel.breaks.isEmpty else { return nil }
    // The line stands between the last year of the old regime and the first of the new.
    let rows: [JSONValue] = panel.breaks.map { ["year": .number(Double($0.year) - 0.5)] }
    return ChartLayer(
      rows, Mark(.rule, ["color": .text(Palette.quiet), "strokeDash": [3, 3], "strokeWidth": 1]), [x])
  }

  /// Labels on top, or at the foot of the axes where the record or the model passes near their top.
  private var breakLabels: [ChartLayer] {
    var top: [JSONValue] = []
    var foot: [JSONValue] = []
    for mark in panel.breaks {
      let row: JSONValue = ["year": .number(Double(mark.year) - 0.5), "label": .text(mark.label)]
      if isHigh(near: mark.year) { foot.append(row) } else { top.append(row) }
    }
    func layer(_ rows: [JSONValue], _ align: String, _ edge: Int) -> ChartLayer? {
      guard !rows.isEmpty else { return nil }
      let look: JSONValue = [
        "align": .text(align), "baseline": "bottom", "angle": 270, "dx": align == "right" ? -4 : 4, "dy": -3,
        "fontSize": 10, "color": .text(Palette.quiet),
      ]
      return ChartLayer(
        rows, Mark(.text, look),
        [x, Channel(.y, value: .integer(edge)), Channel(.text, "label", .nominal)])
    }
    return [layer(top, "right", 0), layer(foot, "left", size.height)].compactMap { $0 }
  }

  /// Whether the record comes nearer to the top of the axes than to their foot in the years that a label covers.
  private func isHigh(near year: Int) -> Bool {
    let values = panel.record.map(\.value)
    let ends = panel.steps.flatMap { step in step.intervals.flatMap { [$0.lower, $0.upper] } }
    let near = panel.record.filter { ($0.year - year).magnitude <= 1 }.map(\.value).filter(\.isFinite)
    let all = (values + ends).filter(\.isFinite)
    guard let low = all.min(), let high = all.max(), let least = near.min(), let most = near.max() else {
      return false
    }
    return high / 2 - most / 2 < least / 2 - low / 2
  }
}
