public import Series

/// A posture, asks, and assumptions about the ally and the environment: what a projection is made from.
public struct Scenario: Sendable, Equatable {
  /// The name, with the variant after a slash where the file has several: `japan-2021-as-of-2020-12/demanding`.
  public let identifier: String
  /// One line that says what it is.
  public let title: String
  /// The question that it answers.
  public let question: String
  /// Nothing that was published later is used.
  public let asOf: PartialDate
  /// How many years are projected: from the first year of the next agreement on, of a ratio from the as-of date on.
  public let horizonYears: Int
  /// The agreement that is negotiated, if any.
  public let agreement: AgreementPlan?
  /// The ratio that is demanded, if any.
  public let ratio: RatioPlan?
  /// Units of each currency for a dollar.
  public let rates: ExchangeRates
  /// What is assumed otherwise than by the catalogue.
  public let overrides: [String: ScenarioOverride]
  /// The game that stands beside it, if any.
  public let game: GamePlan?
  /// Where its facts come from, by source identifiers.
  public let sources: [String]

  /// The longest horizon; beyond it no posture of today says anything.
  public static let longestHorizon = 30
  /// When the first special measures agreement was signed (JP-SMA-1987): before, there is no record.
  public static let firstRound = "1987-01-30"

  /// A scenario.
  ///
  /// - Parameters:
  ///   - identifier: its name.
  ///   - title: one line that says what it is.
  ///   - question: the question that it answers.
  ///   - asOf: the date of its knowledge, not before ``firstRound``.
  ///   - horizonYears: from 1 to ``longestHorizon``.
  ///   - agreement: the agreement that is negotiated.
  ///   - ratio: the ratio that is demanded; one of the two is needed.
  ///   - rates: units of each currency for a dollar.
  ///   - overrides: what is assumed otherwise than by the catalogue, by key.
  ///   - game: the game that stands beside it.
  ///   - sources: identifiers of sources.
  /// - Throws: ``ScenarioError`` when something is out of range, or two things contradict each other.
  public init(
    identifier: String, title: String, question: String = "", asOf: PartialDate, horizonYears: Int,
    agreement: AgreementPlan? = nil, ratio: RatioPlan? = nil, rates: ExchangeRates,
    overrides: [String: ScenarioOverride] = [:], game: GamePlan? = nil, sources: [String] = []
  ) throws(ScenarioError) {
    self.identifier = identifier
    self.title = title
    self.question = question
    self.asOf = asOf
    self.horizonYears = horizonYears
    self.agreement = agreement
    self.ratio = ratio
    self.rates = rates
    self.overrides = overrides
    self.game = game
    self.sources = sources
    if let error = problems().first { throw error }
  }
}
