/// The name by which options and tables call a model: `drift`, `damped`.
public struct ModelIdentifier: Sendable, Hashable, CustomStringConvertible {
  /// The name.
  public let name: String

  /// An identifier with this name.
  ///
  /// - Parameter name: lower case, words joined by hyphens.
  public init(_ name: String) { self.name = name }

  /// The name.
  public var description: String { name }
}

/// What a reader has to know of a model; `models explain` prints it.
public struct ModelDescription: Sendable, Equatable {
  /// The model's name in options and tables.
  public let identifier: ModelIdentifier
  /// One line that says what it is.
  public let title: String
  /// The equation of the forecast.
  public let equation: String
  /// What is estimated, and how.
  public let estimation: String
  /// How the interval is made.
  public let interval: String
  /// The fewest values it fits.
  public let minimumObservations: Int
  /// Whether years without a value are estimated through; otherwise they are refused.
  public let acceptsMissingYears: Bool
  /// Where it comes from, with the page or chapter.
  public let reference: String
}
