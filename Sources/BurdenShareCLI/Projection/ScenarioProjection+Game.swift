import Datasets
import Negotiation
import Reporting
import Series
import Strategy

extension ScenarioProjection {
  /// The equilibria of the scenario's game, its parameters bound to what is assumed and projected.
  ///
  /// - Parameters:
  ///   - package: where games are.
  ///   - draws: how many futures the medians and probabilities are of.
  ///   - seed: of the random numbers.
  ///   - workers: who draws.
  ///   - output: where notes go.
  /// - Returns: the rows; none without a game.
  /// - Throws: the error of the module that refuses.
  func game(
    _ package: DataPackage, draws: Draws, seed: Seed, workers: PoolWorkers, _ output: OutputOptions
  ) throws -> [[Cell]] {
    guard let plan = scenario.game else { return [] }
    let file = try package.gameFile(plan.file)
    let results = try agreement?.run(draws: draws, seed: seed, workers: workers)
    var settings: [String: Rational] = [:]
    var told: [String] = []
    for (name, binding) in plan.parameters.sorted(by: { $0.key < $1.key }) {
      let text = try value(of: binding, results)
      settings[name] = try Rational(text: text)
      told.append(binding.isNumber ? "\(name) = \(text)" : "\(name) = \(text) (\(binding))")
    }
    output.note(
      "\(scenario.identifier): game \(file.name)"
        + (told.isEmpty ? "" : " at \(told.joined(separator: ", "))")
        + "; its payoffs are constructed, and nothing of it enters the forecast")
    if file.scale == .ordinal {
      output.note(
        "\(file.name): the payoffs only order outcomes; probabilities of mixed equilibria mean nothing")
    }
    let report = GameReport(file: file, game: try file.game(settings), settings: settings, output: output)
    return try report.equilibria().rows.map { [.text(scenario.identifier)] + $0 }
  }

  /// The value of a parameter as tables print it, so that it can be found there.
  private func value(
    of binding: GamePlan.Binding, _ results: AgreementProjection.Results?
  ) throws -> String {
    var found: Double?
    switch binding {
    case .number(let text): return text
    case .assumption(let key): found = try book.value(key).median
    case .median(.lastAmount): found = agreement?.plan.base.money.amount
    case .median(let quantity):
      let name = quantity == .packageValue ? quantity.rawValue : "_\(quantity.rawValue)"
      found = results?.quantities.first { $0.measure.hasSuffix(name) }?.median
    case .probability(let event):
      found = results?.events.first { $0.name == event.rawValue }?.probability
    }
    guard let found else {
      throw CommandFailure(
        .badData, "\(scenario.identifier): nothing is projected that '\(binding)' could be")
    }
    return NumberText.string(found)
  }
}
