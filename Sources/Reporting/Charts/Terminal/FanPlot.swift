internal import Series

extension TerminalPlot {
  /// A fan, or a fit, drawn with characters.
  ///
  /// - Parameters:
  ///   - panel: the record and what is forecast.
  ///   - expected: what a model expected of each year of the record; none for a fan.
  ///   - phrases: the words of the legend.
  ///   - width: characters across.
  /// - Throws: ``ChartError/nothingToShow`` for a panel without a number.
  public init(
    _ panel: FanChart.Panel, expected: [FanChart.Observation] = [], _ phrases: Phrases, width: Int
  ) throws(ChartError) {
    func points(_ values: [(Int, Double)]) -> [Point] { values.map { Point(Double($0.0), $0.1) } }
    var lines = [
      Line(name: phrases.observed, points: points(panel.record.map { ($0.year, $0.value) }), look: .full)
    ]
    if !expected.isEmpty {
      lines.append(
        Line(name: phrases.fitted, points: points(expected.map { ($0.year, $0.value) }), look: .dashed))
    }
    if !panel.steps.isEmpty {
      let start = panel.record.last.map { [($0.year, $0.value)] } ?? []
      lines.append(
        Line(
          name: phrases.median, points: points(start + panel.steps.map { ($0.year, $0.median) }),
          look: .dashed))
      let widest = (panel.steps.last?.intervals ?? []).sorted { $0.upper - $0.lower < $1.upper - $1.lower }
      for (place, interval) in widest.prefix(2).enumerated() {
        func ends(_ end: (FanChart.Interval) -> Double) -> [(Int, Double)] {
          panel.steps.compactMap { step in
            step.intervals.first { $0.level == interval.level }.map { (step.year, end($0)) }
          }
        }
        let look: Look = place == 0 ? .dotted : .sparse
        lines.append(
          Line(name: phrases.interval(interval.level), points: points(start + ends(\.lower)), look: look))
        lines.append(Line(name: "", points: points(start + ends(\.upper)), look: look))
      }
    }
    let unit = phrases.unit(panel.unit)
    let calendar = panel.calendar
    try self.init(
      title: "\(panel.name), \(unit.isEmpty ? "" : unit + ", ")\(panel.model)", lines: lines, width: width
    ) { place in
      calendar.label(Int(place.rounded()))
    }
  }
}
