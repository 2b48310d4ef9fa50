import Testing

@testable import Datasets

/// Expects that something is refused with this very error, and that the error reads like this.
func expectRefusal(
  _ expected: DataError, _ message: String, sourceLocation: SourceLocation = #_sourceLocation,
  _ body: () throws -> Void
) {
  #expect(throws: expected, sourceLocation: sourceLocation) { try body() }
  #expect(expected.description == message, sourceLocation: sourceLocation)
}
