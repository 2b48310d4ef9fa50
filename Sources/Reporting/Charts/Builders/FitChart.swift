/// The record beside what the model expected of each year the year before.
public struct FitChart: Sendable, Equatable {
  private let panel: FanChart.Panel
  private let expected: [FanChart.Observation]
  private let phrases: Phrases
  private let source: String

  /// A chart of a fit.
  ///
  /// - Parameters:
  ///   - panel: the record with its breaks; its steps are not drawn.
  ///   - expected: what the model expected of a year.
  ///   - phrases: the words.
  ///   - source: where the numbers are from.
  /// - Throws: ``ChartError/nothingToShow`` without a record or without expectations.
  public init(
    _ panel: FanChart.Panel, expected: [FanChart.Observation], _ phrases: Phrases, source: String
  ) throws(ChartError) {
    guard !panel.record.isEmpty, !expected.isEmpty else { throw .nothingToShow }
    (self.panel, self.expected, self.phrases, self.source) = (panel, expected, phrases, source)
  }

  /// The mean absolute error of the expectations.
  var meanAbsoluteError: Double {
    let errors = expected.compactMap { expectation in
      panel.record.first { $0.year == expectation.year }.map { ($0.value - expectation.value).magnitude }
    }
    return errors.isEmpty ? 0 : errors.reduce(0) { $0 + $1 / Double(errors.count) }
  }

  /// The chart.
  public var chart: Chart {
    Chart(
      title: phrases.fitTitle(
        panel.name, model: panel.model,
        error: phrases.amount(NumberText.grouped(meanAbsoluteError), panel.unit)),
      subtitle: phrases.join([
        phrases.unit(panel.unit), phrases.counted(panel.definition),
        phrases.breaks(panel.breaks.map(\.label)),
      ]),
      source: source,
      views: [FanView(panel, phrases, width: 680, height: 340, isAlone: true).view(expected: expected)],
      language: phrases.language)
  }

  /// How many fits a title names.
  private static let mostNamed = 3

  /// Several fits side by side.
  ///
  /// - Parameters:
  ///   - fits: at least one.
  ///   - phrases: the words.
  ///   - source: where the numbers are from.
  /// - Returns: one chart; that of the fit itself where there is one.
  /// - Throws: ``ChartError`` for none or more than ``FanChart/mostPanels``.
  public static func chart(
    _ fits: [FitChart], _ phrases: Phrases, source: String
  ) throws(ChartError) -> Chart {
    guard let first = fits.first else { throw .nothingToShow }
    guard fits.count > 1 else { return first.chart }
    guard fits.count <= FanChart.mostPanels else {
      throw .tooMany("fits", found: fits.count, limit: FanChart.mostPanels)
    }
    return Chart(
      title: phrases.fitsTitle(
        fits.prefix(Self.mostNamed).map { fit in
          let error = phrases.amount(NumberText.grouped(fit.meanAbsoluteError), fit.panel.unit)
          return ("\(fit.panel.name) (\(fit.panel.model))", error)
        }) + (fits.count > Self.mostNamed ? " …" : ""), subtitle: "", source: source,
      views: fits.map {
        FanView($0.panel, phrases, width: 380, height: 220, isAlone: false).view(expected: $0.expected)
      }, columns: 2, language: phrases.language)
  }
}
