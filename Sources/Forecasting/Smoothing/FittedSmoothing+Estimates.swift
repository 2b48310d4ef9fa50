#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension FittedSmoothing {
  /// The estimates; a weight at the edge of its range has no standard error.
  var parameterEstimates: [ParameterEstimate] {
    var names = ["alpha"]
    var point = [weights.alpha]
    var interior = [Self.inside(weights.alpha, SmoothingWeights.alphaRange)]
    func add(_ name: String, _ value: Double, _ isInterior: Bool) {
      names.append(name)
      point.append(value)
      interior.append(isInterior)
    }
    if form.hasTrend {
      let floor = SmoothingWeights.betaFloor
      add("beta", weights.beta, weights.alpha > floor && Self.inside(weights.beta, floor...weights.alpha))
    }
    if form.isDamped { add("phi", weights.phi, Self.inside(weights.phi, SmoothingWeights.phiRange)) }
    add("initial level", startLevel, true)
    if form.hasTrend { add(form.isGrowth ? "initial growth" : "initial slope", startSlope, true) }
    let scale = (errors.reduce(0) { $0 + $1 * $1 } / Double(errors.count - form.parameterCount)).squareRoot()
    let steps = names.map {
      switch $0 {
      case "initial level", "initial slope": max(scale, 1e-8) * 1e-2
      default: 1e-4
      }
    }
    let standardErrors = observedInformationErrors(at: point, free: interior, steps: steps) { trial in
      negativeLogLikelihood(trial)
    }
    return zip(names, zip(point, standardErrors)).map { name, found in
      let isOfValues = name == "initial level" || name == "initial slope"
      return ParameterEstimate(
        name, found.0, standardError: found.1, dimension: isOfValues ? .values : .number)
    }
  }

  /// ½ n ln S, and Σ ln μ with multiplicative errors, at α, β, φ, l(0), b(0), those that the form has.
  private func negativeLogLikelihood(_ trial: [Double]) -> Double {
    let count = form.weightCount
    let weights = SmoothingWeights(
      alpha: trial[0], beta: form.hasTrend ? trial[1] : 0, phi: form.isDamped ? trial[2] : 1)
    var state = SmoothingState(level: trial[count], slope: form.hasTrend ? trial[count + 1] : 0)
    var (squares, logs) = (0.0, 0.0)
    for value in values {
      let expected = state.advance(value, weights, isGrowth: form.isGrowth)
      var error = value - expected
      if form.errors == .multiplicative {
        error /= expected
        logs += log(expected)
      }
      squares += error * error
    }
    return 0.5 * Double(values.count) * log(squares) + logs
  }

  private static func inside(_ value: Double, _ range: ClosedRange<Double>) -> Bool {
    let margin = 1e-3 * (range.upperBound - range.lowerBound)
    return value > range.lowerBound + margin && value < range.upperBound - margin
  }
}
