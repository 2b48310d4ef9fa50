#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension IncompleteGamma {
  /// x with P(a, x) = p, for 0 < p < 1, solved in the smaller tail.
  func quantile(_ p: Double) -> Double {
    p <= 0.5 ? lowerQuantile(p) : upperQuantile(1 - p)
  }

  /// x with Q(a, x) = q, for 0 < q < 1, solved in the smaller tail.
  func upperTailQuantile(_ q: Double) -> Double {
    q <= 0.5 ? upperQuantile(q) : lowerQuantile(1 - q)
  }

  private func lowerQuantile(_ p: Double) -> Double {
    logTailRoot(of: p, from: lowerStart(p)) { x in
      let tails = tails(at: x)
      return LogTailPoint(tail: tails.lower, derivative: tails.kernel, curvature: shape - x)
    }
  }

  private func upperQuantile(_ q: Double) -> Double {
    logTailRoot(of: q, from: upperStart(q)) { x in
      let tails = tails(at: x)
      return LogTailPoint(tail: tails.upper, derivative: -tails.kernel, curvature: shape - x)
    }
  }

  /// The larger of the first term of the series, which is a lower bound, and the cube-root approximation.
  private func lowerStart(_ p: Double) -> Double {
    max(seriesStart(p), cubeRootStart(standardNormalQuantile(p)) ?? 0)
  }

  /// A rough point in the upper tail: far out from Q ≈ x^(a-1) e^-x / Γ(a), else from the cube root.
  func upperStart(_ q: Double) -> Double {
    let far = logKernel(at: shape) + shape - shape * log(shape) - log(q)
    if far > max(1, 2 * shape) {
      let once = far + (shape - 1) * log(far)
      return once > 1 ? far + (shape - 1) * log(once) : far
    }
    return cubeRootStart(-standardNormalQuantile(q)) ?? seriesStart(1 - q)
  }

  /// x with x^a / Γ(a + 1) = p.
  private func seriesStart(_ p: Double) -> Double {
    shape * exp((log(p * shape) - logKernel(at: shape)) / shape - 1)
  }

  /// Wilson & Hilferty (1931): the cube root of a gamma variable is nearly normal.
  private func cubeRootStart(_ z: Double) -> Double? {
    let root = 1 - 1 / (9 * shape) + z / (3 * shape.squareRoot())
    return root > 0.1 ? shape * root * root * root : nil
  }
}
