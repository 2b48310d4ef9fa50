/// A game that stands beside a projection: its parameters take values that the scenario assumes or projects.
///
/// The game tells structure (dominance, equilibria, thresholds); it never enters the forecast.
public struct GamePlan: Sendable, Equatable {
  /// What the scenario projects of the round, as its median over the draws.
  public enum Quantity: String, Sendable, Hashable, CaseIterable {
    /// The last known amount, which is not drawn.
    case lastAmount = "last_amount"
    /// The amount of the first year.
    case firstYear = "first_year"
    /// The mean of the term.
    case termMean = "term_mean"
    /// What the term is worth to the United States above the same agreement continued.
    case packageValue = "package_value"
  }

  /// Where the value of a parameter comes from.
  public enum Binding: Sendable, Equatable {
    /// A number, as it is written.
    case number(String)
    /// The median of an assumption, by its key.
    case assumption(String)
    /// A quantity of the round.
    case median(Quantity)
    /// The probability of an event.
    case probability(ProjectionEvent)
  }

  /// The game: a name of the package, or a path.
  public let file: String
  /// Which parameters take which values; the others keep those of the game's file.
  public let parameters: [String: Binding]

  /// A game.
  ///
  /// - Parameters:
  ///   - file: the name or path of the game.
  ///   - parameters: which parameters take which values.
  public init(file: String, parameters: [String: Binding]) {
    self.file = file
    self.parameters = parameters
  }
}

extension GamePlan.Binding {
  /// Whether it is a number as the scenario writes it.
  public var isNumber: Bool {
    switch self {
    case .number: true
    default: false
    }
  }

  /// Whether only an agreement has such a value.
  var needsAgreement: Bool {
    switch self {
    case .number, .assumption: false
    case .median, .probability: true
    }
  }
}

extension GamePlan.Binding: CustomStringConvertible {
  /// `3/2`, `assumption credit.ptrl`, `median first_year`, `probability lapse`.
  public var description: String {
    switch self {
    case .number(let text): text
    case .assumption(let key): "assumption \(key)"
    case .median(let quantity): "median \(quantity.rawValue)"
    case .probability(let event): "probability \(event.rawValue)"
    }
  }
}
