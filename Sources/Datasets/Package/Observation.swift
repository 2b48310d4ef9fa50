public import Series

/// One value of the package with what is known about it.
public struct Observation: Sendable, Equatable {
  /// The year that names the period.
  public let year: Int
  /// The value, or `nil` where it is known that there is none yet; ``note`` then says why.
  public let value: Double?
  /// How firm it is; `nil` only without a value.
  public let status: Status?
  /// When it was first published, and how that is known.
  public internal(set) var publication: Publication
  /// The sources that show it.
  public let sources: [String]
  /// A remark.
  public let note: String

  /// When it was first published, stated or by a rule; `nil` when neither is known.
  public var published: PartialDate? { publication.date }
}
