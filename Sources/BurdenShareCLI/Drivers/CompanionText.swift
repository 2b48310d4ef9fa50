import Series

/// One name of `--with`: `japan-gdp`, `log:japan-gdp`, `level:japan-fx`.
struct CompanionText: Sendable, Equatable {
  /// The series.
  let name: String
  /// The scale that was asked for, or `nil`.
  let scale: Transform?

  /// The companion of a text.
  ///
  /// - Parameter text: a series with an optional scale before it.
  /// - Throws: ``CommandFailure`` for an empty name.
  init(_ text: String) throws {
    if text.hasPrefix("log:") {
      (name, scale) = (String(text.dropFirst(4)), .log)
    } else if text.hasPrefix("level:") {
      (name, scale) = (String(text.dropFirst(6)), Transform.none)
    } else {
      (name, scale) = (text, nil)
    }
    guard !name.isEmpty else {
      throw CommandFailure(
        .usage, "--with has an empty name", hint: "names are joined by commas without blanks")
    }
  }

  /// The scale of a series when none is asked for: logarithms of what is positive in every year, levels of percentages.
  ///
  /// - Parameter series: the series.
  /// - Returns: the scale.
  static func usualScale(_ series: AnnualSeries) -> Transform {
    guard series.bounds != .percent, series.unit != Unit("percent") else { return .none }
    return series.observations.allSatisfy { $0.value > 0 } ? .log : .none
  }
}
