/// How likely each event is, a row for each event and a symbol for each scenario; for the ratios of many allies a row for each ally.
public struct EventChart: Sendable, Equatable {
  private struct Point: Equatable {
    let scenario: String
    let round: String
    let event: String
    let probability: Double
    let lower: Double
    let upper: Double
  }

  private let points: [Point]
  /// Whether the table tells what fits and assumptions leave open of a probability.
  private let isWhole: Bool
  private let phrases: Phrases
  private let source: String
  private let style: SeriesStyle
  private let scenarios: ScenarioNames
  private let ratios: [String: CountedRatio]

  /// A chart from the table of events of `project`.
  ///
  /// - Parameters:
  ///   - events: with the columns `scenario`, `round_id`, `event`, `probability` and `standard_error`; `q05` and `q95`, where it has
  ///     them, are drawn in place of the last.
  ///   - titles: of the scenarios, by their names in the table; one without keeps its name.
  ///   - ratios: what the ratios of scenarios count, by their names in the table.
  ///   - phrases: the words.
  ///   - source: where the numbers are from.
  /// - Throws: ``ChartError`` when a column is missing, nothing is left, or there are too many scenarios.
  public init(
    events: Table, titles: [String: String] = [:], ratios: [String: CountedRatio] = [:], _ phrases: Phrases,
    source: String
  ) throws(ChartError) {
    let columns = ["scenario", "round_id", "event", "probability", "standard_error"]
    let ends = ["q05", "q95"]
    let isWhole = ends.allSatisfy { events.columns.contains($0) }
    points = try TableColumns(events, columns + (isWhole ? ends : [])).rows.compactMap { row in
      guard let probability = row.number("probability") else { return nil }
      let reach = 1.96 * (row.number("standard_error") ?? 0)
      return Point(
        scenario: row.text("scenario"), round: row.text("round_id"), event: row.text("event"),
        probability: probability,
        lower: isWhole ? row.number("q05") ?? probability : max(probability - reach, 0),
        upper: isWhole ? row.number("q95") ?? probability : min(probability + reach, 1))
    }
    self.isWhole = isWhole
    guard !points.isEmpty else { throw .nothingToShow }
    let names = points.map(\.scenario).inOrderOfAppearance
    let scenarios = ScenarioNames(names, titles: titles, phrases)
    style = try SeriesStyle(names.map { scenarios.label($0) }, title: phrases.scenario, "scenarios")
      .withSymbols()
    self.scenarios = scenarios
    (self.ratios, self.phrases, self.source) = (ratios, phrases, source)
  }

  private var events: [String] { points.map(\.event).inOrderOfAppearance }

  /// The events that several allies have, and beside them those of one ally's own pledge: a row names the ally.
  private var shared: [String] {
    let several = events.filter { event in
      Set(points.filter { $0.event == event }.map(\.round)).count > 1
    }
    guard several.contains(where: { CountedRatio.isReached(in: $0) }) else { return several }
    return events.filter { several.contains($0) || CountedRatio.isReached(in: $0) }
  }

  /// The chart.
  public var chart: Chart {
    let shared = shared
    let own = points.filter { !shared.contains($0.event) }
    let views =
      (own.isEmpty ? [] : [view(own, rows: own.map(\.event).inOrderOfAppearance, \.event, title: nil)])
      + shared.map { event in
        let own = points.filter { $0.event == event }
        return view(
          own, rows: own.map(\.round).inOrderOfAppearance, \.round, title: name(event))
      }
    return Chart(
      title: phrases.about(scenarios.shared, title(shared)),
      subtitle: phrases.join([phrases.eventMarks(isWhole: isWhole), counted]), source: source,
      views: views, columns: own.isEmpty ? 2 : 1, language: phrases.language)
  }

  /// What the ratios that are reached count.
  private var counted: String {
    let own = points.filter { CountedRatio.isReached(in: $0.event) }.map(\.scenario).inOrderOfAppearance
    return phrases.counted(
      own.compactMap { scenario in ratios[scenario].map { (scenarios.short(scenario), $0) } })
  }

  /// An event in words, with the years of all that have it.
  private func name(_ event: String) -> String {
    let own = points.filter { $0.event == event }
    return phrases.event(event, isFiscal: own.allSatisfy { ratios[$0.scenario]?.isFiscal ?? false })
  }

  /// The event of the title: that the agreement is in time, where that is open, else how much more is paid, else the first.
  private var named: String {
    let wanted = ["agreed_by_expiry", "rise_of_10_percent"].filter { events.contains($0) }
    let open = wanted.first { event in
      // An agreement that has run out cannot be renewed in time: the same chance under all, and none.
      points.contains { $0.event == event && NumberText.percent($0.probability) != "0" }
    }
    return open ?? wanted.first ?? events[0]
  }

  private func title(_ shared: [String]) -> String {
    let named = named
    let own = points.filter { $0.event == named }.sorted { $0.probability < $1.probability }
    if shared.contains(named),
      let highest = points.filter({ shared.contains($0.event) }).max(by: {
        $0.probability < $1.probability
      })
    {
      return phrases.eventTitle(
        name(highest.event), ally: phrases.economy(highest.round),
        scenario: several ? scenarios.short(highest.scenario) : "",
        probability: NumberText.percent(highest.probability))
    }
    let (lowest, highest) = (own[0], own[own.count - 1])
    let (least, most) = (NumberText.percent(lowest.probability), NumberText.percent(highest.probability))
    guard own.count > 1, least != most else {
      let all = several && own.count == Set(points.map(\.scenario)).count
      let name = own.count > 1 ? "" : scenarios.short(lowest.scenario)
      return phrases.eventTitle(
        self.name(named), scenario: all ? phrases.everyScenario : several ? name : "", probability: least)
    }
    return phrases.eventTitle(
      name(named), lowest: (scenarios.short(lowest.scenario), least),
      highest: (scenarios.short(highest.scenario), most))
  }

  private var several: Bool { Set(points.map(\.scenario)).count > 1 }

  private var tooltip: [Tooltip] {
    [Tooltip("event", phrases.what)] + scenarios.tooltip + [
      Tooltip("probability", phrases.probability, format: ".1f")
    ]
  }

  /// The axes of some points.
  private func view(_ points: [Point], rows names: [String], _ key: KeyPath<Point, String>, title: String?)
    -> ChartView
  {
    let scenarios = points.map(\.scenario).inOrderOfAppearance
    let words = names.map { title == nil ? name($0) : phrases.economy($0) }
    let rows: [JSONValue] = points.map { point in
      let row = names.firstIndex(of: point[keyPath: key]) ?? 0
      // One that has a row alone stands on its line.
      let own = scenarios.filter { scenario in
        points.contains { $0.scenario == scenario && $0[keyPath: key] == point[keyPath: key] }
      }
      let place = Double(own.firstIndex(of: point.scenario) ?? 0) - Double(own.count - 1) / 2
      return [
        "place": .number(Double(row) + 0.7 * place / Double(scenarios.count)), "event": .text(words[row]),
        "scenario": .text(point.scenario), "label": .text(self.scenarios.label(point.scenario)),
        "probability": .number(100 * point.probability),
        "lower": .number(100 * point.lower), "upper": .number(100 * point.upper),
      ]
    }
    let axis: JSONValue = [
      "values": .array(names.indices.map { .integer($0) }),
      "labelExpr": .text(AxisLabels.expression(words)), "labelLimit": 400, "grid": true, "domain": false,
      "ticks": false, "labelPadding": 10,
    ]
    let ends: JSONValue = [.number(Double(names.count) - 0.5), -0.5]
    let y = Channel(
      .y, "place", .quantitative,
      ["title": .null, "scale": ["domain": ends, "nice": false, "zero": false], "axis": axis])
    func x(_ field: String) -> Channel {
      Channel(
        .x, field, .quantitative,
        ["title": .text(phrases.probability), "scale": ["domain": [0, 100]], "axis": ["tickCount": 5]])
    }
    let isAlone = title == nil
    // Panels beside each other have rows of one height, whatever the number of their scenarios.
    let most = isAlone ? scenarios.count : Set(self.points.map(\.scenario)).count
    return ChartView(
      title: title, width: isAlone ? 520 : 280, margin: isAlone ? 260 : 100,
      height: names.count * max(isAlone ? 22 : 16, (isAlone ? 13 : 7) * most),
      layers: [
        ChartLayer(
          rows, Mark(.rule, ["strokeWidth": 2.5]),
          [y, x("lower"), Channel(end: .x2, "upper"), style.color("label")], tooltip: tooltip),
        ChartLayer(
          rows, Mark(.point, ["filled": true, "size": isAlone ? 80 : 55, "opacity": 1]),
          [y, x("probability"), style.color("label"), style.shape("label")], tooltip: tooltip),
      ])
  }
}
