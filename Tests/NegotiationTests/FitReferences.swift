import Foundation

/// Cases from outside: `deadline_and_calibration.json` (lifelines 0.30.3, grid integration and conjugate algebra in NumPy 2.4.6;
/// the first hierarchical case is the eight schools of Rubin 1981) and `evidence-fits.json` beside its script.
enum FitReferences {
  static var calibration: CalibrationCases { get throws { try storedCalibration.get() } }
  static var fits: FitCases { get throws { try storedFits.get() } }

  private static let storedCalibration = Result {
    try load("deadline_and_calibration", as: CalibrationCases.self)
  }
  private static let storedFits = Result { try load("evidence-fits", as: FitCases.self) }

  private static func load<Value: Decodable>(_ name: String, as type: Value.Type) throws -> Value {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "References/\(name).json")
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(type, from: Data(contentsOf: file))
  }
}

struct CalibrationCases: Decodable {
  struct Survival: Decodable {
    struct Step: Decodable {
      let time: Double
      let atRisk: Int
      let events: Int
      let survival: Double
      let cumulativeHazard: Double
    }
    struct Weibull: Decodable {
      let scale: Double
      let shape: Double
      let logLikelihood: Double
    }
    struct Predicted: Decodable {
      let time: Double
      let kaplanMeier: Double
      let exponential: Double
      let weibull: Double
    }
    let durations: [Double]
    let eventObserved: [Int]
    let kaplanMeierAndNelsonAalen: [Step]
    let exponentialRateMle: Double
    let weibullMle: Weibull
    let predictedSurvival: [Predicted]
  }
  struct Piecewise: Decodable {
    struct Point: Decodable {
      let time: Double
      let cumulativeHazard: Double
      let probabilityAgreed: Double
    }
    let breakpoints: [Double]
    let monthlyHazard: [Double]
    let at: [Point]
  }
  struct Discrete: Decodable {
    struct Period: Decodable {
      let hazard: Double
      let probabilityAgreedInPeriod: Double
      let survival: Double
    }
    let discreteHazards: [Period]
  }
  struct Hierarchical: Decodable {
    struct Posterior: Decodable {
      let muMean: Double
      let muSd: Double
      let tauMean: Double
      let tauMedian: Double
      let tau90: Double
      let thetaMean: [Double]
      let thetaSd: [Double]
      let newGroupMean: Double
      let newGroupSd: Double
    }
    let y: [Double]
    let standardError: [Double]
    let posterior: Posterior
  }
  struct Regression: Decodable {
    struct Prior: Decodable {
      let m0: [Double]
      let v0: [[Double]]
      let a0: Double
      let b0: Double

      // The strategy leaves capitals at the beginning as they are.
      enum CodingKeys: String, CodingKey {
        case m0
        case v0 = "V0"
        case a0
        case b0
      }
    }
    struct Posterior: Decodable {
      let mean: [Double]
      let scale: [[Double]]
      let a: Double
      let b: Double
      let coefficientSd: [Double]

      enum CodingKeys: String, CodingKey {
        case mean
        case scale = "V"
        case a
        case b
        case coefficientSd
      }
    }
    struct Predictive: Decodable {
      let x: [Double]
      let df: Double
      let location: Double
      let scale: Double
      let q05: Double
      let q50: Double
      let q95: Double
    }
    let x: [[Double]]
    let y: [Double]
    let prior: Prior
    let posterior: Posterior
    let predictiveStudentT: [Predictive]

    enum CodingKeys: String, CodingKey {
      case x = "X"
      case y
      case prior
      case posterior
      case predictiveStudentT
    }
  }
  let survival: [Survival]
  let piecewiseHazard: [Piecewise]
  let discreteHazard: [Discrete]
  let hierarchical: [Hierarchical]
  let regression: [Regression]
}

struct FitCases: Decodable {
  struct Times: Decodable {
    let times: [Double]
    let observed: [Bool]
    let at: [Double]
    let survival: [Double]
    let cumulativeHazard: [Double]
    let rate: Double
    let shape: Double
    let scale: Double
    let logLikelihood: Double
  }
  struct Groups: Decodable {
    struct Moments: Decodable {
      let mean: [Double]
      let sd: [Double]
      let spread: Double?
    }
    let estimate: [Double]
    let error: [Double]
    let center: [Double]
    let knownSpread: Double
    let known: Moments
    let halfNormalScale: Double
    let halfNormal: Moments
  }
  struct Regression: Decodable {
    struct Prior: Decodable {
      let mean: Double
      let scale: Double
      let shape: Double
      let rate: Double
    }
    let x: [Double]
    let y: [Double]
    let prior: Prior
    let mean: Double
    let sd: Double
    let expectedVariance: Double
  }
  struct Schools: Decodable {
    let levels: [Double]
    let quantiles: [Double]
  }
  let durations: [Times]
  let groups: Groups
  let schools: Schools
  let regression: Regression
}
