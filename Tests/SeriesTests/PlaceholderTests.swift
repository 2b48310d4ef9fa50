import Testing

@testable import Series

@Test func placeholder() {}
