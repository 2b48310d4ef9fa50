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
  /// The most values of which this is said, where longer records have a set of their own.
  var mostValues: Int?
  /// The longest horizon; `nil` where the share is that of all six years together.
  let horizon: Int?
  /// The share of what followed inside the interval, in per cent, by level.
  let shares: [Level: Double]

  /// A competition that no choice was made on, and the series of this package, each forecast counted alike; for shorter
  /// records, those of another competition cut to such a length, which the widths at three and four values were chosen on.
  static let all = [
    MeasuredCoverage(
      series: "the 181 yearly series of the M1 competition, which had no part in making it,", fewestValues: 9,
      horizon: 6, shares: [.eighty: 79.0, .ninetyFive: 94.2]),
    MeasuredCoverage(
      series: "141 series of this package,", fewestValues: 10, horizon: 5,
      shares: [.eighty: 80.0, .ninetyFive: 93.6]),
    short(3, most: 3, ", on which the width at this length was chosen,", 82, 93.2),
    short(4, most: 4, ", on which the width at this length was chosen,", 81, 94.0),
    short(5, most: 6, ",", 81, 93.8),
    short(7, most: 8, ",", 83, 95.1),
  ]

  private static func short(
    _ values: Int, most: Int, _ role: String, _ eighty: Double, _ ninetyFive: Double
  ) -> MeasuredCoverage {
    MeasuredCoverage(
      series:
        "the training parts of the 645 yearly series of the M3 competition cut to \(values) values\(role)",
      fewestValues: values, mostValues: most, horizon: nil,
      shares: [.eighty: eighty, .ninetyFive: ninetyFive])
  }

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
    let count = record.observationCount
    let apt = all.filter { count >= $0.fewestValues && count <= $0.mostValues ?? count }
    guard !apt.isEmpty else {
      let least = all.map(\.fewestValues).min() ?? 0
      return [
        "How often it holds what follows was not measured in backtests for \(count) values: they "
          + "begin with \(least)."
      ]
    }
    var sentences = apt.compactMap { $0.sentence(scope) }
    let levels = scope.levels.filter { level in !apt.contains { $0.shares[level] != nil } }
    if !levels.isEmpty {
      let names = levels.map { "\($0.label) %" }.joined(separator: ", ")
      sentences.append("How often it holds what follows was not measured at \(names).")
    }
    if levels.count < scope.levels.count, let farthest = apt.compactMap(\.horizon).max(),
      scope.years > farthest
    {
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
    let reach = horizon.map { " up to \($0) years ahead" } ?? ""
    return
      "In backtests\(reach) on \(series) \(parts.joined(separator: " and ")) of what followed."
  }
}
