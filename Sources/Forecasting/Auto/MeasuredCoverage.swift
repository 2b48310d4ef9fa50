internal import Series

/// How often the calibrated intervals of `auto` held what followed, as backtests have measured it.
///
/// A share is said only where it was measured: at this level, for a record at least as long as the shortest one
/// measured, without filled years and without a transform. The README and docs/auto.md have the tables.
struct MeasuredCoverage: Sendable, Equatable {
  /// The series that were forecast.
  let series: String
  /// The fewest values that a forecast was made from.
  let fewestValues: Int
  /// The longest horizon.
  let horizon: Int
  /// The share of what followed inside the interval, in per cent, by level.
  let shares: [Level: Double]

  /// A competition that no choice was made on, and the series of this package, each forecast counted alike.
  static let all = [
    MeasuredCoverage(
      series: "the 181 yearly series of the M1 competition, which had no part in making it,", fewestValues: 9,
      horizon: 6, shares: [.eighty: 79.0, .ninetyFive: 94.2]),
    MeasuredCoverage(
      series: "141 series of this package,", fewestValues: 10, horizon: 5,
      shares: [.eighty: 80.0, .ninetyFive: 93.6]),
  ]

  /// What was measured of such a forecast, and what was not.
  ///
  /// - Parameters:
  ///   - record: the values that are used.
  ///   - scope: what is asked of the forecast.
  /// - Returns: a sentence for each set that applies, then one for what no set tells.
  static func sentences(_ record: AutoRecord, _ scope: ForecastScope) -> [String] {
    guard scope.transform == .none else {
      return ["How often it holds what follows was not measured under the transform \(scope.transform)."]
    }
    guard record.filledYears.isEmpty else {
      return ["How often it holds what follows was not measured where missing years are filled."]
    }
    let apt = all.filter { record.observationCount >= $0.fewestValues }
    guard let farthest = apt.map(\.horizon).max() else {
      let least = all.map(\.fewestValues).min() ?? 0
      return [
        "How often it holds what follows was not measured in backtests for \(record.observationCount) values: they "
          + "begin with \(least)."
      ]
    }
    var sentences = apt.compactMap { $0.sentence(scope) }
    let levels = scope.levels.filter { level in !apt.contains { $0.shares[level] != nil } }
    if !levels.isEmpty {
      let names = levels.map { "\($0.label) %" }.joined(separator: ", ")
      sentences.append("How often it holds what follows was not measured at \(names).")
    }
    if levels.count < scope.levels.count, scope.years > farthest {
      sentences.append("Beyond \(farthest) years ahead it was not measured.")
    }
    return sentences
  }

  /// What this set tells at the levels asked for; `nil` where it tells none of them.
  private func sentence(_ scope: ForecastScope) -> String? {
    let parts = scope.levels.compactMap { level in
      shares[level].map { "the \(level.label) % interval held \(Share.percent($0 / 100))" }
    }
    guard !parts.isEmpty else { return nil }
    return
      "In backtests up to \(horizon) years ahead on \(series) \(parts.joined(separator: " and ")) of what followed."
  }
}
