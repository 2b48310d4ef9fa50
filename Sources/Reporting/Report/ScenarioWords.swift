/// What a page calls its scenarios: what all have in common, once, and what tells each from the others.
public struct ScenarioWords: Sendable, Equatable {
  /// The names in tables, in their order.
  public let identifiers: [String]
  private let names: ScenarioNames

  /// The names of some scenarios.
  ///
  /// - Parameters:
  ///   - identifiers: their names in tables.
  ///   - titles: of their files.
  public init(_ identifiers: [String] = [], titles: [String: String] = [:]) {
    self.identifiers = identifiers
    names = ScenarioNames(identifiers, titles: titles, Phrases(.english))
  }

  /// What all have in common; empty for one scenario, whose own name is the whole.
  public var shared: String { identifiers.count > 1 ? names.shared : "" }

  /// What tells a scenario from the others, without what its title has in brackets; of one scenario its title.
  ///
  /// - Parameter identifier: its name in tables.
  /// - Returns: its name in words; one that is not known keeps its name in tables.
  public func name(_ identifier: String) -> String { names.short(identifier) }

  /// The whole of a scenario's name: what it shares and what is its own.
  ///
  /// - Parameter identifier: its name in tables.
  /// - Returns: its name for a heading.
  public func fullName(_ identifier: String) -> String {
    shared.isEmpty ? name(identifier) : "\(shared), \(name(identifier))"
  }
}
