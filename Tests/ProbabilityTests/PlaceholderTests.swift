import Testing

@testable import Probability

@Test func placeholder() {}
