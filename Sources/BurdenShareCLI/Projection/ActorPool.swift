import Datasets
import Negotiation
import Reporting
import Series
import Strategy

/// A table of actors, ready to be pooled with projections: what `project --actors` adds.
///
/// Positions are amounts of the round's first year in its unit, so that a position x is the step ln(x/L). Issues are drawn
/// from the ranges as `strategy spatial` draws them for its band.
struct ActorPool {
  /// How many equally likely amounts stand for the election.
  private static let points = 4_096

  let table: ActorTable
  let pool: SettlementPool
  private let mixture: ElectionMixture

  /// The actors of a table.
  ///
  /// - Parameters:
  ///   - name: of a table of the package, or a path.
  ///   - package: where tables of a name are.
  ///   - plans: the agreements that it is pooled with, at least one.
  /// - Throws: ``CommandFailure``, also for a single actor, `DataError` for a table that is not about a plan's round, or `StrategyError`.
  init(_ name: String, _ package: DataPackage, for plans: [AgreementPlan]) throws {
    table = try package.actorTable(name)
    for plan in plans { try table.require(round: plan.round, unit: plan.ally.unit.description) }
    guard table.actors.count > 1 else {
      throw CommandFailure(
        .badData, "\(name): one actor alone holds no election; a table to be pooled has two or more",
        hint: "what a single side would settle on is an offer: agreement.offer in the scenario file")
    }
    mixture = try ElectionMixture(
      try SpatialSensitivity(
        table.actors, share: StrategySpatial.standardSpread / 100, draws: StrategySpatial.standardDraws,
        seed: StrategySpatial.standardSeed))
    pool = try SettlementPool(amounts: mixture.points(Self.points))
  }

  /// How the ledger names the table: its name and the digest of its file.
  func input() throws -> String { "actors \(table.name) \(try table.digest())" }

  /// What a reader has to know of the pool.
  ///
  /// - Parameters:
  ///   - scenario: the scenario's name.
  ///   - plan: its agreement.
  ///   - weight: of the election.
  ///   - shares: what becomes of the futures that it decides.
  /// - Returns: one line.
  func note(
    _ scenario: String, _ plan: AgreementPlan, weight: AssumedValue,
    _ shares: AgreementProjection.PooledShares
  ) -> String {
    func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
    func amount(_ value: Double) -> String { NumberText.fixed(value, decimals: 0) }
    func percent(_ share: Double) -> String { "\(NumberText.fixed(100 * share, decimals: 1)) %" }
    let actors = "\(scenario): \(count(table.actors.count, "actor")) of \(table.name)"
    guard shares.taken > 0 else {
      return "\(actors) enter nothing: their weight is \(weight) (spatial.weight)"
    }
    return "\(actors) pooled with weight \(weight) "
      + "(spatial.weight): their election gives \(amount(mixture.mean)) \(plan.ally.unit) on average, 5 to 95 % "
      + "\(amount(mixture.quantile(0.05))) to \(amount(mixture.quantile(0.95))), before the ally's ceiling; "
      + "\(count(table.assumedRows, "range")) of theirs by judgement, and what the clock does is that of the model; "
      + "the first year is theirs in \(percent(shares.effective)) of the draws: in \(percent(shares.late)) more nothing "
      + "is agreed by then, and in \(percent(shares.cut)) the ceiling decides"
  }

  /// The election as a row of the coefficients: nothing before it, mean, deviation, 5 and 95 per cent points.
  func coefficients(_ scenario: String) -> [Cell] {
    var square = 0.0
    for (position, probability) in zip(mixture.positions, mixture.probabilities) {
      square += probability * (position - mixture.mean) * (position - mixture.mean)
    }
    let before: [Cell] = [
      .text(scenario), .text("actors"), .text("first year by the actors' election"),
      .integer(table.actors.count),
    ]
    let numbers = [mixture.mean, square.squareRoot(), mixture.quantile(0.05), mixture.quantile(0.95)]
    return before + Array(repeating: .missing, count: 4) + numbers.map { .number($0) }
      + [.text("assumed ranges: \(table.assumedRows)")]
  }
}
