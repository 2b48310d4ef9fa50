#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension SmoothingSample {
  /// The starting values with the least sum of squared errors: normal equations of the two columns, solved, and
  /// a second pass for the sum itself, whose error is then of the second order in that of the solution.
  ///
  /// - Parameters:
  ///   - weights: α, β, φ.
  ///   - hasTrend: whether b(0) is there.
  /// - Returns: the starting values in the sample's unit.
  func leastSquaresStart(_ weights: SmoothingWeights, hasTrend: Bool) -> ProfiledSmoothing.StartingValues {
    var sums = NormalEquations()
    forEachResponse(weights, hasTrend: hasTrend) { _, _, columnL, columnB, error in
      sums.add(columnL, columnB, error, weight: 1)
    }
    let start = sums.solution
    let (alpha, beta, phi) = (weights.alpha, weights.beta, weights.phi)
    var (level, slope) = start
    var squares = 0.0
    for index in 0..<count {
      let expected = level + phi * slope
      let error = centred[index] - expected
      level = expected + alpha * error
      slope = phi * slope + beta * error
      squares += error * error
    }
    return .init(
      level: start.level, slope: start.slope, squares: squares,
      criterion: Double(count) * log(max(squares, noise)))
  }

  /// The starting values that make n ln Σ(e/μ)² + 2 Σ ln μ least at given weights.
  ///
  /// Newton steps, shortened until they go down, on the stored responses: a step costs one pass and no recursion.
  /// The criterion can have several minima in l(0) and b(0), so without a place to begin the search does so at the
  /// better of two least-squares solutions, that of e and that of e/y.
  ///
  /// - Parameters:
  ///   - weights: α, β, φ.
  ///   - hasTrend: whether b(0) is there.
  ///   - nearby: where to begin.
  ///   - precision: the promised decrease, relative to one plus the criterion's magnitude, at which to end.
  /// - Returns: the starting values in the sample's unit; `nil` where every start leads to a μ that is not positive.
  func relativeStart(
    _ weights: SmoothingWeights, hasTrend: Bool, from nearby: (level: Double, slope: Double)?,
    precision: Double = 1e-12
  ) -> ProfiledSmoothing.StartingValues? {
    let sums = fillColumns(weights, hasTrend: hasTrend)
    guard var here = begin(nearby, sums.plain, sums.weighted) else { return nil }
    for _ in 0..<30 {
      let step = here.step
      guard step.promised > precision * (1 + here.criterion.magnitude) else { break }
      var share = 1.0
      var moved: RelativeExpansion?
      while share > 1e-4 {
        moved = RelativeExpansion(self, here.level + share * step.level, here.slope + share * step.slope)
        if let moved, moved.criterion <= here.criterion { break }
        moved = nil
        share *= 0.4
      }
      guard let moved else { break }
      here = moved
    }
    return .init(level: here.level, slope: here.slope, squares: here.squares, criterion: here.criterion)
  }

  private func begin(
    _ nearby: (level: Double, slope: Double)?, _ plain: NormalEquations, _ weighted: NormalEquations
  ) -> RelativeExpansion? {
    if let nearby, let found = RelativeExpansion(self, nearby.level, nearby.slope) { return found }
    let (first, second) = (plain.solution, weighted.solution)
    let ofErrors = RelativeExpansion(self, first.level, first.slope)
    let ofShares = RelativeExpansion(self, second.level, second.slope)
    if let ofErrors, let ofShares { return ofErrors.criterion < ofShares.criterion ? ofErrors : ofShares }
    // A level without slope stays positive where a line does not.
    return ofErrors ?? ofShares ?? RelativeExpansion(self, plain.levelAlone, 0)
  }

  /// Stores the responses of the expected values to the data, to l(0) and to b(0).
  ///
  /// - Returns: the normal equations of e and of e/y.
  private func fillColumns(_ weights: SmoothingWeights, hasTrend: Bool) -> (
    plain: NormalEquations, weighted: NormalEquations
  ) {
    let centre = origin / unit
    var plain = NormalEquations()
    var weighted = NormalEquations()
    forEachResponse(weights, hasTrend: hasTrend) { index, response, columnL, columnB, error in
      plain.add(columnL, columnB, error, weight: 1)
      weighted.add(columnL, columnB, error, weight: reciprocals[index] * reciprocals[index])
      expected[index] = centre + response
      levelColumn[index] = columnL
      slopeColumn[index] = columnB
    }
    return (plain, weighted)
  }

  /// Hands out, year by year, what is expected of the data alone, how that moves with l(0) and with b(0), and the error.
  @inline(__always)
  private func forEachResponse(
    _ weights: SmoothingWeights, hasTrend: Bool,
    _ body: (_ index: Int, _ response: Double, _ columnL: Double, _ columnB: Double, _ error: Double) -> Void
  ) {
    let (alpha, beta, phi) = (weights.alpha, weights.beta, weights.phi)
    let keep = 1 - alpha
    var (level, slope) = (0.0, 0.0)
    var (levelL, slopeL) = (1.0, 0.0)
    var (levelB, slopeB) = (0.0, hasTrend ? 1.0 : 0.0)
    for index in 0..<count {
      let response = level + phi * slope
      let error = centred[index] - response
      level = response + alpha * error
      slope = phi * slope + beta * error
      let columnL = levelL + phi * slopeL
      levelL = keep * columnL
      slopeL = phi * slopeL - beta * columnL
      let columnB = levelB + phi * slopeB
      levelB = keep * columnB
      slopeB = phi * slopeB - beta * columnB
      body(index, response, columnL, columnB, error)
    }
  }
}

/// The weighted normal equations of two columns.
private struct NormalEquations {
  private var (ll, lb, bb, le, be) = (0.0, 0.0, 0.0, 0.0, 0.0)

  @inline(__always)
  mutating func add(_ l: Double, _ b: Double, _ e: Double, weight: Double) {
    ll += weight * l * l
    lb += weight * l * b
    bb += weight * b * b
    le += weight * l * e
    be += weight * b * e
  }

  /// The least-squares level where there is no slope.
  var levelAlone: Double { ll > 0 ? le / ll : 0 }

  /// The least-squares coefficients; a column that says nothing new has zero.
  var solution: (level: Double, slope: Double) {
    guard ll > 0 else { return (0, 0) }
    let rest = bb - lb / ll * lb
    guard rest > 1e-15 * bb else { return (le / ll, 0) }
    let slope = (be - lb / ll * le) / rest
    return ((le - lb * slope) / ll, slope)
  }
}

/// n ln Σ(y/μ - 1)² + 2 Σ ln μ around a pair of starting values, from stored columns.
private struct RelativeExpansion {
  let level, slope: Double
  let squares, criterion: Double
  /// The Newton step and the decrease it promises.
  let step: (level: Double, slope: Double, promised: Double)

  /// - Returns: `nil` where a μ is not positive or a number not finite.
  init?(_ sample: SmoothingSample, _ level: Double, _ slope: Double) {
    self.level = level
    self.slope = slope
    var squares = 0.0
    var logs = 0.0
    var product = 1.0
    // First and second derivatives: of ½S by (l, b), of Σ ln μ, and the part of them that is never negative.
    var (sL, sB, pL, pB) = (0.0, 0.0, 0.0, 0.0)
    var (sLL, sLB, sBB, pLL, pLB, pBB) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
    for index in 0..<sample.count {
      let (l, b) = (sample.levelColumn[index], sample.slopeColumn[index])
      let expected = sample.expected[index] + level * l + slope * b
      guard expected > 0 else { return nil }
      let ratio = sample.scaled[index] / expected
      let error = ratio - 1
      squares += error * error
      product *= ratio
      if product < 1e-100 || product > 1e100 {
        logs += log(product)
        product = 1
      }
      let inverse = ratio * sample.reciprocals[index]
      let first = -error * ratio * inverse
      let second = ratio * inverse * inverse * (3 * ratio - 2)
      sL += first * l
      sB += first * b
      pL += inverse * l
      pB += inverse * b
      sLL += second * l * l
      sLB += second * l * b
      sBB += second * b * b
      let curvature = inverse * inverse
      pLL += curvature * l * l
      pLB += curvature * l * b
      pBB += curvature * b * b
    }
    logs += log(product)
    let n = Double(sample.count)
    self.squares = squares
    criterion = n * log(max(squares, 1e-300)) + 2 * (sample.logSum - logs)
    guard criterion.isFinite else { return nil }
    let scale = 2 * n / max(squares, 1e-300)
    let gradient = (scale * sL + 2 * pL, scale * sB + 2 * pB)
    let rank = 2 * scale / max(squares, 1e-300)
    var (ll, lb, bb) = (
      scale * sLL - rank * sL * sL - 2 * pLL, scale * sLB - rank * sL * sB - 2 * pLB,
      scale * sBB - rank * sB * sB - 2 * pBB
    )
    if bb == 0 { bb = 1 }
    if !(ll > 0 && ll * bb - lb * lb > 1e-14 * ll * bb) {
      // No minimum nearby by this model; squares of first derivatives alone always have one.
      (ll, lb, bb) = (scale * pLL, scale * pLB, scale * pBB)
      if bb == 0 { bb = 1 }
    }
    let rest = bb - lb / ll * lb
    let slopeStep = rest > 1e-15 * bb ? -(gradient.1 - lb / ll * gradient.0) / rest : 0
    let levelStep = -(gradient.0 + lb * slopeStep) / ll
    step = (levelStep, slopeStep, -0.5 * (gradient.0 * levelStep + gradient.1 * slopeStep))
    guard levelStep.isFinite, slopeStep.isFinite else { return nil }
  }
}
