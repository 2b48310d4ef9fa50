#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// How far the forecasts of ``Piecewise`` spread, by what rolling origins have shown.
///
/// The scale of a Student t with four degrees of freedom is 1.1 s^(1/4) c^(3/4) h^(2/3): s is the width of the native 80 %
/// interval in standard deviations, c the recent mean absolute change, h the horizon. A native interval believes in the lines
/// that were found; what such lines miss follows how much the record moves from year to year.
///
/// The four numbers 1.1, 1/4, 2/3 and four degrees have the least weighted interval score on 2,300 rolling origins inside the training
/// part of the M3 competition's yearly series (`benchmarks/piecewise-intervals`); the weight of the newest change is that of
/// ``AutoSpread``. The same numbers hold for joined lines and for breaks that are given.
struct PiecewiseSpread: Sendable, Equatable {
  /// The degrees of freedom of the predictive t.
  static let degreesOfFreedom = 4.0
  /// What the scale is multiplied with.
  private static let factor = 1.1
  /// The width of a central 80 % interval of a normal law with standard deviation one.
  private static let width = 2 * 1.2815515655446004

  /// The recent mean absolute change, in units of the sample.
  let recentChange: Double

  /// Measures the changes of a sample; one across g years counts g times with 1/√g of its length.
  ///
  /// - Parameter sample: the values.
  init(_ sample: BreakSample) {
    var changes: [Double] = []
    for place in sample.values.indices.dropFirst() {
      let years = sample.times[place] - sample.times[place - 1]
      let change = (sample.values[place] - sample.values[place - 1]).magnitude / years.squareRoot()
      // What lies further back than a hundred years weighs less than 1e-9.
      changes += [Double](repeating: change, count: min(Int(years), 100))
    }
    recentChange = AutoSpread.recentMean(changes)
  }

  /// The calibrated scale.
  ///
  /// - Parameters:
  ///   - native: the width of the native 80 % interval.
  ///   - horizon: in years, from 1.
  /// - Returns: the scale, zero for lines that fit exactly.
  func scale(native: Double, horizon: Int) -> Double {
    guard native > 0, recentChange > 0 else { return 0 }
    let deviation = native / Self.width
    return Self.factor * pow(deviation, 0.25) * pow(recentChange, 0.75) * pow(Double(horizon), 2.0 / 3)
  }
}
