/// The order of an ARIMA model: how many lags, how often differenced, with which constant.
///
/// ARIMA(p, d, q): the d-th differences follow w(t) - c = Σ φ(i) (w(t-i) - c) + ε(t) + Σ θ(j) ε(t-j). The constant
/// c is the mean of the series at d = 0 and the drift, the mean yearly change, at d = 1; at d = 2 it would be a
/// curvature that goes on for ever, and there is none (as in Hyndman & Khandakar 2008).
public struct ArimaOrder: Sendable, Hashable {
  /// p, the number of autoregressive coefficients.
  public let autoregressive: Int
  /// d, how often the series is differenced.
  public let differences: Int
  /// q, the number of moving-average coefficients.
  public let movingAverage: Int
  /// Whether a mean (d = 0) or a drift (d = 1) is estimated.
  public let hasConstant: Bool

  /// The largest p and the largest q; no annual record determines more coefficients.
  public static let largestLag = 10
  /// The largest p + q: the search for an order goes through all smaller ones, and its time through the roof.
  public static let mostLags = 10
  /// The largest d.
  public static let mostDifferences = 2

  /// An order.
  ///
  /// - Parameters:
  ///   - autoregressive: p, from 0 to ``largestLag``.
  ///   - differences: d, from 0 to ``mostDifferences``.
  ///   - movingAverage: q, from 0 to ``largestLag``.
  ///   - hasConstant: whether a mean or a drift is estimated; not with d = 2.
  /// - Throws: ``ArimaOrderError`` for an order that cannot be, p + q above ``mostLags`` among them.
  public init(autoregressive: Int, differences: Int, movingAverage: Int, hasConstant: Bool = false)
    throws(ArimaOrderError)
  {
    for (term, lag) in [("p", autoregressive), ("q", movingAverage)]
    where !(0...Self.largestLag).contains(lag) {
      throw .lagOutOfRange(term: term, value: lag)
    }
    guard autoregressive + movingAverage <= Self.mostLags else {
      throw .tooManyLags(autoregressive + movingAverage)
    }
    guard (0...Self.mostDifferences).contains(differences) else {
      throw .differencesOutOfRange(differences)
    }
    guard !(hasConstant && differences > 1) else { throw .constantOfTwiceDifferenced }
    self.init(checked: autoregressive, differences, movingAverage, hasConstant: hasConstant)
  }

  /// An order that a search has made from valid parts.
  init(checked autoregressive: Int, _ differences: Int, _ movingAverage: Int, hasConstant: Bool) {
    self.autoregressive = autoregressive
    self.differences = differences
    self.movingAverage = movingAverage
    self.hasConstant = hasConstant
  }

  /// The number of coefficients: p + q and the constant.
  var coefficientCount: Int { autoregressive + movingAverage + (hasConstant ? 1 : 0) }

  /// The fewest values it is fitted to: d that only start the differences, two more than there are coefficients.
  public var minimumObservations: Int { differences + coefficientCount + 2 }

  /// The largest p + q that a record can be asked for.
  ///
  /// One coefficient for every four observations, though five are always allowed, and at most eight; ten where there is no moving average or
  /// no autoregression, whose likelihood is easily searched. Missing years cut the pairs of neighbours that tell of lags:
  /// five at most, and three where more years are missing than observed.
  ///
  /// - Parameters:
  ///   - observations: the number of values.
  ///   - missing: the number of missing years.
  /// - Returns: the limit of p + q.
  func lagLimit(observations: Int, missing: Int) -> Int {
    let isMixed = autoregressive > 0 && movingAverage > 0
    let byKind = missing > observations ? 3 : missing > 0 ? 5 : isMixed ? 8 : Self.mostLags
    return min(byKind, max(observations / 4, 5))
  }

  /// The constant's name in tables.
  var constantName: String { differences == 0 ? "mean" : "drift" }
}

extension ArimaOrder: CustomStringConvertible {
  /// Such as `ARIMA(1,1,0) with drift`.
  public var description: String {
    "ARIMA(\(autoregressive),\(differences),\(movingAverage))" + (hasConstant ? " with \(constantName)" : "")
  }
}

/// Why an order cannot be.
public enum ArimaOrderError: Error, Sendable, Equatable {
  /// p or q is negative or larger than ``ArimaOrder/largestLag``.
  case lagOutOfRange(term: String, value: Int)
  /// p + q is larger than ``ArimaOrder/mostLags``.
  case tooManyLags(Int)
  /// d is not 0, 1 or 2.
  case differencesOutOfRange(Int)
  /// A constant was asked for at d = 2.
  case constantOfTwiceDifferenced
}

extension ArimaOrderError: CustomStringConvertible {
  /// One line that says what was given and what is accepted.
  public var description: String {
    switch self {
    case .lagOutOfRange(let term, let value):
      "ARIMA order \(term) = \(value) is outside 0 to \(ArimaOrder.largestLag)"
    case .tooManyLags(let value): "ARIMA order p + q = \(value) is above \(ArimaOrder.mostLags)"
    case .differencesOutOfRange(let value):
      "ARIMA order d = \(value) is outside 0 to \(ArimaOrder.mostDifferences)"
    case .constantOfTwiceDifferenced:
      "an ARIMA model with d = 2 has no drift: it would be a curvature that goes on for ever"
    }
  }
}
