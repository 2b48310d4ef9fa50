import Testing

@testable import Forecasting

@Test func placeholder() {}
