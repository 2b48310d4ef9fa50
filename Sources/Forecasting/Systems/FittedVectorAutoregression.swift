internal import LinearAlgebra
internal import Series

/// A fitted ``VectorAutoregression``.
public struct FittedVectorAutoregression: FittedTrend {
  let model: VectorAutoregression
  let series: AnnualSeries
  let panel: SystemPanel
  let posterior: SystemPosterior

  /// λ, the overall tightness of the Minnesota prior.
  public var tightness: Double { posterior.tightness.overall }
  /// μ, the tightness of the sum-of-coefficients prior.
  public var sumTightness: Double { posterior.tightness.sum }
  /// ln p(Y | λ, μ) of the years after the first p, on the scale of the model.
  public var logMarginalLikelihood: Double { posterior.logMarginalLikelihood }

  /// The name of ``logMarginalLikelihood`` among the parameters.
  public static let likelihoodName = "log marginal likelihood"

  /// The variables and what was chosen, as a sentence.
  public var choice: String? {
    let calendar = series.calendar
    return "Variables: \(panel.names.joined(separator: ", ")), \(calendar.label(panel.firstYear)) to "
      + "\(calendar.label(panel.lastYear)); lags \(model.lags); tightness \(shortened(tightness)), of sums "
      + "\(shortened(sumTightness)); \(model.draws) draws, seed \(model.seed)."
  }

  private func shortened(_ value: Double) -> String { numeral((value * 1000).rounded() / 1000) }

  /// Tightness, marginal likelihood, mean coefficients of the equation of the series with their posterior standard deviations,
  /// and its one-step errors at them.
  public var summary: FitSummary {
    let k = 1 + panel.names.count * model.lags
    let mean = Array(posterior.coefficients.elements[..<k])
    let (scales, freedom) = (marginalScales, marginalFreedom)
    // A Student t is wider than its scale says.
    let width = (freedom / (freedom - 2)).squareRoot()
    var parameters: [ParameterEstimate] = [
      ParameterEstimate("tightness", tightness), ParameterEstimate("tightness of sums", sumTightness),
      ParameterEstimate(Self.likelihoodName, logMarginalLikelihood),
    ]
    for index in 0..<k {
      let lag = index == 0 ? 0 : (index - 1) / panel.names.count + 1
      let variable = index == 0 ? 0 : (index - 1) % panel.names.count
      let factor = panel.scales[0] / (index == 0 ? 1 : panel.scales[variable])
      parameters.append(
        ParameterEstimate(
          index == 0 ? "constant" : "\(panel.names[variable])@-\(lag)", mean[index] * factor,
          standardError: scales[index] * factor * width, intervalScale: scales[index] * factor,
          degreesOfFreedom: freedom))
    }
    let years = panel.values[0].count
    let residuals = (model.lags..<years).map { t -> (year: Int, value: Double) in
      var expected = mean[0]
      for index in 1..<k {
        let lag = (index - 1) / panel.names.count + 1
        expected += mean[index] * panel.values[(index - 1) % panel.names.count][t - lag]
      }
      return (panel.firstYear + t, (panel.values[0][t] - expected) * panel.scales[0])
    }
    return FitSummary(
      parameters: parameters, residuals: residuals, observations: years - model.lags, estimatedParameters: k,
      residualVariance: expectedVariance * panel.scales[0] * panel.scales[0], logLikelihood: nil)
  }

  /// The degrees of freedom of a coefficient's Student t: ν - n + 1.
  private var marginalFreedom: Double { posterior.degreesOfFreedom - Double(posterior.variables) + 1 }

  /// S₁₁ / (ν - n - 1), the posterior mean of the error variance of the series.
  private var expectedVariance: Double {
    let first = posterior.scale.lower.elements[0]
    return first * first / (posterior.degreesOfFreedom - Double(posterior.variables) - 1)
  }

  /// The scales of the coefficients' Student t.
  private var marginalScales: [Double] {
    let first = posterior.scale.lower.elements[0]
    guard let inverse = try? posterior.precision.inverse() else { return inverseMissing }
    return inverse.diagonal.map { (first * first * $0 / marginalFreedom).squareRoot() }
  }

  private var inverseMissing: [Double] {
    [Double](repeating: .infinity, count: 1 + panel.names.count * model.lags)
  }

  /// Paths drawn from the posterior, free where nothing is given or known of later years, else through that.
  ///
  /// - Parameter horizon: how many years after the last one of the series.
  /// - Returns: sorted draws for each year.
  /// - Throws: ``FitError/drivers(_:)`` for conditions that contradict each other or lie outside the years that are forecast,
  ///   and for more draws than `mostNumbers` allows.
  public func predict(_ horizon: Horizon) throws(FitError) -> PredictiveDistribution {
    let drawn = try draw(horizon)
    let shapes = drawn[0].map { Marginal.Shape.draws($0) }
    return try PredictiveDistribution(shapes, model: VectorAutoregression.identifier)
  }

  /// The medians of every variable on its own scale.
  ///
  /// - Parameter horizon: how many years after the last one of the series.
  /// - Returns: the name of each variable and its median for each year.
  /// - Throws: as ``predict(_:)``.
  public func medians(_ horizon: Horizon) throws(FitError) -> [(name: String, values: [Double])] {
    let scales = [model.naturalTransform] + model.companions.map(\.scale)
    var found: [(name: String, values: [Double])] = []
    for (index, steps) in try draw(horizon).enumerated() {
      let values = steps.map { scales[index].inverse(($0[($0.count - 1) / 2] + $0[$0.count / 2]) / 2) }
      guard values.allSatisfy(\.isFinite) else { throw .overflow(model: VectorAutoregression.identifier) }
      found.append((panel.names[index], values))
    }
    return found
  }

  /// Sorted draws by variable and year.
  private func draw(_ horizon: Horizon) throws(FitError) -> [[[Double]]] {
    let behind = series.lastYear - panel.lastYear
    let steps = behind + horizon.years
    guard panel.names.count * steps * model.draws <= Self.mostNumbers else {
      throw .drivers(
        .tooManyNumbers(
          draws: model.draws, series: panel.names.count, years: steps, limit: Self.mostNumbers))
    }
    let simulation = try simulation(steps: steps)
    let paths: [Double]
    do {
      paths = try simulation.run(draws: model.draws, seed: model.seed)
    } catch {
      throw tooLarge(steps)
    }
    guard model.conditions.isEmpty || isWithinReach(paths) else { throw tooLarge(steps) }
    var sorted: [[[Double]]] = []
    for variable in panel.names.indices {
      var years: [[Double]] = []
      for step in behind..<steps {
        let start = (variable * steps + step) * model.draws
        let draws = paths[start..<(start + model.draws)].map { $0 * panel.scales[variable] }.sorted()
        years.append(draws)
      }
      sorted.append(years)
    }
    return sorted
  }

  /// The most numbers of all paths together: 0.8 GB.
  static let mostNumbers = 100_000_000

  /// What no path may lead beyond: larger numbers have no square.
  private static let largest = 1e150

  /// Whether every drawn number, on the scale of its variable, is small enough to be squared.
  private func isWithinReach(_ paths: [Double]) -> Bool {
    let scales = [model.naturalTransform] + model.companions.map(\.scale)
    let each = paths.count / panel.names.count
    for (variable, scale) in scales.enumerated() {
      for place in (variable * each)..<((variable + 1) * each) {
        let value = scale.inverse(paths[place] * panel.scales[variable])
        guard value.magnitude < Self.largest else { return false }
      }
    }
    return true
  }

  /// Numbers overflow: for the values of a path where those of the record alone lead nowhere near, else for the record's.
  private func tooLarge(_ steps: Int) -> FitError {
    let free = try? simulation(steps: steps, isFree: true).run(draws: model.draws, seed: model.seed)
    guard !model.conditions.isEmpty, let free, isWithinReach(free) else {
      return .overflow(model: VectorAutoregression.identifier)
    }
    var names: [String] = []
    for condition in model.conditions where !names.contains(condition.name) { names.append(condition.name) }
    return .drivers(.pathTooFar(names: names))
  }

  /// The variables that have paths of their own, or none left besides those of others.
  ///
  /// - Parameter horizon: how many years are forecast.
  /// - Returns: names of variables that a condition states alone in some year, or that conditions determine in the last.
  /// - Throws: as ``predict(_:)``.
  public func variablesWithPaths(_ horizon: Horizon) throws(FitError) -> Set<String> {
    var names: Set<String> = []
    for condition in model.conditions where condition.terms.count == 1 {
      names.insert(condition.terms[0].variable)
    }
    let steps = series.lastYear - panel.lastYear + horizon.years
    let last = try simulation(steps: steps).conditions.filter { $0.step == steps - 1 }
    let rows = last.map(\.weights)
    for (variable, name) in panel.names.enumerated() {
      let own = panel.names.indices.map { $0 == variable ? 1.0 : 0 }
      if SystemCondition.follows(own, from: rows) { names.insert(name) }
    }
    return names
  }

  /// The simulation of some years after the panel's last, without what is assumed of them if it is free.
  func simulation(steps: Int, isFree: Bool = false) throws(FitError) -> SystemSimulation {
    var placed: [SystemCondition] = []
    // What is known counts only within the years that are forecast; what is assumed has to lie there.
    for condition in panel.later where condition.year <= panel.lastYear + steps {
      placed.append(try place(condition, steps))
    }
    for condition in isFree ? [] : model.conditions { placed.append(try place(condition, steps)) }
    let calendar = series.calendar
    let independent: [SystemCondition]
    do throws(DriverError) {
      independent = try SystemCondition.independent(placed) { calendar.label(panel.lastYear + 1 + $0) }
    } catch {
      throw .drivers(error)
    }
    let last = panel.values[0].count - 1
    let history = (0..<model.lags).flatMap { lag in panel.values.map { $0[last - lag] } }
    return SystemSimulation(posterior: posterior, history: history, steps: steps, conditions: independent)
  }

  private func place(_ condition: PathCondition, _ steps: Int) throws(FitError) -> SystemCondition {
    let step = condition.year - panel.lastYear - 1
    var weights = [Double](repeating: 0, count: panel.names.count)
    for term in condition.terms {
      guard let variable = panel.names.firstIndex(of: term.variable) else {
        throw .drivers(.noCommonYears(series: term.variable))
      }
      weights[variable] += term.weight * panel.scales[variable]
    }
    guard (0..<steps).contains(step), weights.contains(where: { $0 != 0 }) else {
      throw .drivers(
        .conditionOutside(
          name: condition.name, year: series.calendar.label(condition.year),
          first: series.calendar.label(panel.lastYear + 1),
          last: series.calendar.label(panel.lastYear + steps)))
    }
    return SystemCondition(name: condition.name, step: step, weights: weights, value: condition.value)
  }
}
