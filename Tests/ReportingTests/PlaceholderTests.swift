import Testing

@testable import Reporting

@Test func placeholder() {}
