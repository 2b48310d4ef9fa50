/// First and second derivatives of a profiled criterion by α, β and φ.
///
/// With μ the expected value, e = y - μ and a subscript for a derivative, the recursion gives
/// μ(i) = l(i) + φ b(i) + [i = φ] b, l(i) = (1 - α) μ(i) + [i = α] e, b(i) = φ b(i) - β μ(i) + [i = φ] b + [i = β] e,
/// and, once more differentiated, the same with e(j) = -μ(j) and b(j) in place of e and b, both ways round. The
/// starting values are parameters like any other, in which μ is linear. One row of second derivatives is four
/// numbers wide: by α, β, φ, and a spare.
struct SmoothingDerivatives {
  private let form: SmoothingForm
  /// By α, β, φ, with the starting values re-solved.
  private(set) var gradient = SIMD4<Double>()
  private(set) var alphaRow = SIMD4<Double>()
  private(set) var betaRow = SIMD4<Double>()
  private(set) var phiRow = SIMD4<Double>()

  /// Differentiates at given weights and the starting values that are best there.
  ///
  /// - Parameters:
  ///   - sample: the values.
  ///   - form: with an additive trend or none.
  ///   - weights: α, β, φ.
  ///   - startLevel: l(0).
  ///   - startSlope: b(0).
  ///   - squares: the sum of squared errors there, relative errors if they are multiplicative.
  init(
    sample: SmoothingSample, form: SmoothingForm, weights: SmoothingWeights, level startLevel: Double,
    slope startSlope: Double, squares: Double
  ) {
    typealias Row = SIMD4<Double>
    self.form = form
    let (alpha, beta, phi) = (weights.alpha, weights.beta, weights.phi)
    let keep = 1 - alpha
    let (hasTrend, isDamped) = (form.hasTrend, form.isDamped)
    let isRelative = form.errors == .multiplicative
    let n = Double(sample.count)
    let scale = 2 * n / squares

    var (level, slope) = (startLevel, startSlope)
    var (levelW, slopeW) = (Row(), Row())
    var (levelL, slopeL, levelB, slopeB) = (1.0, 0.0, 0.0, hasTrend ? 1.0 : 0.0)
    var (levelA, slopeA, levelBeta, slopeBeta, levelPhi, slopePhi) = (
      Row(), Row(), Row(), Row(), Row(), Row()
    )
    var (levelLW, slopeLW, levelBW, slopeBW) = (Row(), Row(), Row(), Row())
    // What is accumulated: gradients of the criterion and of ½S, and blocks of the criterion's Hessian.
    var (sumW, sumL, sumB, halfW, halfL, halfB) = (Row(), 0.0, 0.0, Row(), 0.0, 0.0)
    var (rowA, rowBeta, rowPhi, rowL, rowB) = (Row(), Row(), Row(), Row(), Row())
    var (hLL, hLB, hBB) = (0.0, 0.0, 0.0)

    for index in 0..<sample.count {
      let expected = level + phi * slope
      let error = sample.centred[index] - expected
      let byPhi = Row(0, 0, slope, 0)
      let expectedW = levelW + phi * slopeW + byPhi
      let expectedL = levelL + phi * slopeL
      let expectedB = levelB + phi * slopeB
      // Weights of μ(i) μ(j) and of μ(ij), and the derivative of ½S by μ.
      var (product, single, half) = (scale, -scale * error, -error)
      if isRelative {
        let scaled = sample.scaled[index]
        let ratio = scaled / (scaled - error)
        let inverse = ratio * sample.reciprocals[index]
        half = -(ratio - 1) * ratio * inverse
        product = (scale * ratio * (3 * ratio - 2) - 2) * inverse * inverse
        single = scale * half + 2 * inverse
      }
      sumW += single * expectedW
      sumL += single * expectedL
      sumB += single * expectedB
      if isRelative {
        halfW += half * expectedW
        halfL += half * expectedL
        halfB += half * expectedB
      }
      let weighted = product * expectedW
      hLL += product * expectedL * expectedL
      hLB += product * expectedL * expectedB
      hBB += product * expectedB * expectedB

      let expectedA = levelA + phi * slopeA + Row(0, 0, slopeW.x, 0)
      rowA += weighted * expectedW.x + single * expectedA
      levelA = keep * expectedA - expectedW - Row(expectedW.x, 0, 0, 0)
      slopeA = phi * slopeA + Row(0, -expectedW.x, slopeW.x, 0) - beta * expectedA

      let expectedLW = levelLW + phi * slopeLW + Row(0, 0, slopeL, 0)
      rowL += weighted * expectedL + single * expectedLW
      levelLW = keep * expectedLW - Row(expectedL, 0, 0, 0)
      slopeLW = phi * slopeLW + Row(0, -expectedL, slopeL, 0) - beta * expectedLW

      if hasTrend {
        let expectedBeta = levelBeta + phi * slopeBeta + Row(0, 0, slopeW.y, 0)
        rowBeta += weighted * expectedW.y + single * expectedBeta
        levelBeta = keep * expectedBeta - Row(expectedW.y, 0, 0, 0)
        slopeBeta = phi * slopeBeta + Row(0, -expectedW.y, slopeW.y, 0) - beta * expectedBeta - expectedW

        let expectedBW = levelBW + phi * slopeBW + Row(0, 0, slopeB, 0)
        rowB += weighted * expectedB + single * expectedBW
        levelBW = keep * expectedBW - Row(expectedB, 0, 0, 0)
        slopeBW = phi * slopeBW + Row(0, -expectedB, slopeB, 0) - beta * expectedBW
      }
      if isDamped {
        let twice = Row(0, 0, slopeW.z, 0) + slopeW
        let expectedPhi = levelPhi + phi * slopePhi + twice
        rowPhi += weighted * expectedW.z + single * expectedPhi
        levelPhi = keep * expectedPhi - Row(expectedW.z, 0, 0, 0)
        slopePhi = phi * slopePhi + twice - Row(0, expectedW.z, 0, 0) - beta * expectedPhi
      }

      slopeW = phi * slopeW + byPhi + Row(0, error, 0, 0) - beta * expectedW
      levelW = keep * expectedW + Row(error, 0, 0, 0)
      slopeL = phi * slopeL - beta * expectedL
      levelL = keep * expectedL
      slopeB = phi * slopeB - beta * expectedB
      levelB = keep * expectedB
      level = expected + alpha * error
      slope = phi * slope + beta * error
    }
    if isRelative {
      // The logarithm of S bends: -n S(i) S(j) / S².
      let rank = 2 * scale / squares
      rowA -= rank * halfW.x * halfW
      rowBeta -= rank * halfW.y * halfW
      rowPhi -= rank * halfW.z * halfW
      rowL -= rank * halfL * halfW
      rowB -= rank * halfB * halfW
      hLL -= rank * halfL * halfL
      hLB -= rank * halfL * halfB
      hBB -= rank * halfB * halfB
    }
    // Eliminates l(0), then b(0).
    gradient = sumW
    (alphaRow, betaRow, phiRow) = (rowA, rowBeta, rowPhi)
    if hLL > 0 {
      gradient -= sumL / hLL * rowL
      eliminate(rowL, hLL)
      rowB -= hLB / hLL * rowL
      sumB -= hLB / hLL * sumL
      let rest = hBB - hLB / hLL * hLB
      if hasTrend, rest > 1e-14 * hBB {
        gradient -= sumB / rest * rowB
        eliminate(rowB, rest)
      }
    }
  }

  private mutating func eliminate(_ row: SIMD4<Double>, _ pivot: Double) {
    alphaRow -= row.x / pivot * row
    betaRow -= row.y / pivot * row
    phiRow -= row.z / pivot * row
  }

  /// Carries the derivatives to the unit cube of ``SmoothingWeights/init(form:cube:)``.
  ///
  /// - Parameters:
  ///   - point: in the cube.
  ///   - into: receives the gradient.
  ///   - hessian: receives the Hessian row by row.
  func chain(
    to point: UnsafePointer<Double>, gradient into: UnsafeMutablePointer<Double>,
    hessian: UnsafeMutablePointer<Double>
  ) {
    let alphaWidth = 0.9999 - 1e-4
    let phiWidth = 0.98 - 0.8
    guard form.hasTrend else {
      into[0] = gradient.x * alphaWidth
      hessian[0] = alphaRow.x * alphaWidth * alphaWidth
      return
    }
    // α = 1e-4 + w u, β = 1e-4 + w u s: β moves with both, and their mixed derivative is w.
    let share = point[1]
    let betaWidth = alphaWidth * point[0]
    let n = form.weightCount
    into[0] = (gradient.x + share * gradient.y) * alphaWidth
    into[1] = gradient.y * betaWidth
    hessian[0] = (alphaRow.x + 2 * share * alphaRow.y + share * share * betaRow.y) * alphaWidth * alphaWidth
    hessian[1] =
      (alphaRow.y + share * betaRow.y) * alphaWidth * betaWidth + gradient.y * alphaWidth
    hessian[n] = hessian[1]
    hessian[n + 1] = betaRow.y * betaWidth * betaWidth
    guard form.isDamped else { return }
    into[2] = gradient.z * phiWidth
    hessian[2] = (alphaRow.z + share * betaRow.z) * alphaWidth * phiWidth
    hessian[5] = betaRow.z * betaWidth * phiWidth
    hessian[6] = hessian[2]
    hessian[7] = hessian[5]
    hessian[8] = phiRow.z * phiWidth * phiWidth
  }
}
