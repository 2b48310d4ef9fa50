import Probability
import Testing

/// `References/forecast_scores.json`: cases of scoringrules, properscoring and the written formulas.
struct ScoreReferences: Decodable {
  struct Interval: Decodable {
    var lower: Double
    var upper: Double
    var alpha: Double
  }

  struct Case: Decodable {
    var kind: String
    var mean, sd, df, location, scale, mulog, sdlog: Double?
    var means, sds, weights, members: [Double]?
    var observation: Double?
    var crps, log_score, pit, dss, crps_nrg, crps_fair, crps_weighted: Double?
    var alpha, interval_score, median, wis: Double?
    var lower, upper: Bound?
    var intervals: [Interval]?
    var probabilities: [Double]?
    var outcomes: [Int]?
    var brier_each: [Double]?
    var brier_mean, good_judgment_two_category_brier_mean, log_loss_mean, brier_skill_vs_base_rate: Double?
    var murphy: Murphy?
    var observed_category_index: Int?
    var rps_unnormalised, rps_divided_by_categories_minus_1, multicategory_brier: Double?
    var level, quantile, pinball_loss: Double?
    var model_scores, baseline_scores: [Double]?
    var mean_difference, skill, exact_sign_flip_p_one_sided, t_statistic: Double?
    var observations: [Double]?
    var nominal, coverage: Double?
    var hits: Int?
    var clopper_pearson_90: [Double]?
  }

  struct Murphy: Decodable {
    var reliability: Double
    var resolution: Double
    var uncertainty: Double
  }

  /// One number for an interval, a list for the coverage of several.
  struct Bound: Decodable {
    var values: [Double]

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      values = try (try? [container.decode(Double.self)]) ?? container.decode([Double].self)
    }
  }

  var cases: [Case]

  /// The cases of one kind; there must be as many as the file is known to hold.
  static func cases(_ kind: String, count: Int) throws -> [Case] {
    let cases = try References.load("forecast_scores", as: ScoreReferences.self).cases
      .filter { $0.kind == kind }
    try #require(cases.count == count)
    return cases
  }
}

/// The file has nine decimals: half a unit of the ninth, and a little for the rounding of the reference itself.
let printed = 5.1e-10

/// Whether a number agrees with a printed one.
func agrees(_ actual: Double, _ expected: Double) -> Bool {
  (actual - expected).magnitude <= printed
}
