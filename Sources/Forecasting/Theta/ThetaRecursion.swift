/// One year after another through a state-space theta model.
///
/// μ(t) = l(t-1) + (1 - 1/θ) [A(t-1) (1-α)^(t-1) + B(t-1) (1 - (1-α)^t)/α] is expected of year t, and
/// l(t) = α y(t) + (1-α) l(t-1) follows (Fiorucci et al. 2016, section 3). A + B t is the least squares line
/// through all values (static) or through those up to the year (dynamic):
/// ȳ(t) = ((t-1) ȳ(t-1) + y(t))/t, B(t) = ((t-2) B(t-1) + 6 (y(t) - ȳ(t-1))/t)/(t+1), A(t) = ȳ(t) - B(t) (t+1)/2.
///
/// Every step is linear in the state and in the value, without a constant. That makes the same recursion, started
/// from nothing, the response of the forecasts to a shock: ``shocked``.
struct ThetaRecursion {
  let alpha: Double
  /// 1 - 1/θ, from 0 to 1.
  let weight: Double
  let isDynamic: Bool
  private(set) var level: Double
  private(set) var intercept: Double
  private(set) var slope: Double
  /// The mean of the values so far; of use to the dynamic form only.
  private var mean = 0.0
  /// (1-α)^(t-1) for the year t that comes next.
  private var power = 1.0
  private var seen = 0

  /// The state before the first year.
  ///
  /// - Parameters:
  ///   - alpha: α, above 0.
  ///   - weight: 1 - 1/θ.
  ///   - level: l(0).
  ///   - line: A and B of the whole record; `nil` for the dynamic form, which finds its own.
  init(alpha: Double, weight: Double, level: Double, line: (intercept: Double, slope: Double)?) {
    self.alpha = alpha
    self.weight = weight
    self.level = level
    isDynamic = line == nil
    intercept = line?.intercept ?? 0
    slope = line?.slope ?? 0
  }

  /// What is expected of the next year.
  var expected: Double {
    level + weight * (intercept * power + slope * (1 - power * (1 - alpha)) / alpha)
  }

  /// Takes in the value of the next year.
  ///
  /// - Parameter value: the value, or what is expected of a year without one.
  mutating func absorb(_ value: Double) {
    level = alpha * value + (1 - alpha) * level
    power *= 1 - alpha
    seen += 1
    guard isDynamic else { return }
    let t = Double(seen)
    slope = seen == 1 ? 0 : ((t - 2) * slope + 6 * (value - mean) / t) / (t + 1)
    mean += (value - mean) / t
    intercept = mean - slope * (t + 1) / 2
  }

  /// The deviation that a shock of one in the next year causes, seen from the year after it.
  var shocked: ThetaRecursion {
    var deviation = self
    deviation.level = 0
    deviation.intercept = 0
    deviation.slope = 0
    deviation.mean = 0
    deviation.absorb(1)
    return deviation
  }
}
