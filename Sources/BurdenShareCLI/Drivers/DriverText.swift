import Forecasting
import Series

/// One `--driver`: `japan-gdp`, `log:japan-gdp@-1`, `step@2008`, `period@1991..1995`.
struct DriverText: Sendable, Equatable {
  /// What a text names.
  enum Form: Sendable, Equatable {
    /// A series, under a transform.
    case series(String, scale: Transform, shift: Int)
    /// A shape that dates define.
    case shape(String, PeriodOption)
  }

  /// The text as it was typed.
  let text: String
  let form: Form

  private static let shapes = ["step", "ramp", "pulse", "period"]

  /// The driver of a text.
  ///
  /// - Parameter text: a series with an optional `log:` before and a lag or lead `@-1` behind it, or a shape with its date.
  /// - Throws: ``CommandFailure`` for anything else.
  init(_ text: String) throws {
    self.text = text
    let parts = text.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    if Self.shapes.contains(name) {
      guard parts.count == 2 else {
        throw CommandFailure(.usage, "--driver '\(text)' needs a year", hint: "such as \(name)@2008")
      }
      let periods = try PeriodOption(parts[1], of: "--driver '\(text)'")
      guard name == "period" || periods.last == periods.first else {
        throw CommandFailure(.usage, "--driver '\(text)' takes one year", hint: "such as \(name)@2008")
      }
      form = .shape(name, periods)
      return
    }
    var shift = 0
    if parts.count == 2 {
      let limit = Driver.largestShift
      guard let number = Int(parts[1]), (-limit...limit).contains(number) else {
        throw CommandFailure(
          .usage, "--driver '\(text)': '\(parts[1])' is not a lag or lead of up to \(limit) years",
          hint: "@-1 takes the year before, @1 the year after; dated shapes are step, ramp, pulse and period")
      }
      shift = number
    }
    let isLog = name.hasPrefix("log:")
    let series = isLog ? String(name.dropFirst(4)) : name
    guard !series.isEmpty else { throw CommandFailure(.usage, "--driver '\(text)' names no series") }
    form = .series(series, scale: isLog ? .log : .none, shift: shift)
  }

  /// The series it names, or `nil` for a shape.
  var seriesName: String? {
    guard case .series(let name, _, _) = form else { return nil }
    return name
  }

  /// The shape as the models take it.
  ///
  /// - Parameter series: whose years are meant.
  /// - Returns: the shape, or `nil` for a series.
  /// - Throws: ``CommandFailure`` for fiscal years beside calendar ones.
  func shape(for series: AnnualSeries) throws -> Driver.Source? {
    guard case .shape(let name, let periods) = form else { return nil }
    try periods.requireBasis(of: series, "--driver '\(text)'")
    switch name {
    case "step": return .step(from: periods.first)
    case "ramp": return .ramp(from: periods.first)
    case "pulse": return .pulse(at: periods.first)
    default: return .period(periods.first...(periods.last ?? 99_999))
    }
  }
}
