import Testing

@testable import Series

@Suite struct FiscalCalendarTests {
  @Test(arguments: [
    (FiscalCalendar.calendar, "2020"), (.japanFiscal, "FY2020"), (.usFiscal, "FY2020"), (.fiscal, "FY2020"),
  ])
  func labelsAPeriod(calendar: FiscalCalendar, label: String) {
    #expect(calendar.label(2020) == label)
    #expect(calendar.isFiscal == label.hasPrefix("FY"))
  }

  @Test func startsAPeriodInItsFirstMonth() {
    let january2020 = 12 * 2020
    #expect(FiscalCalendar.calendar.firstMonth(of: 2020) == january2020)
    #expect(FiscalCalendar.fiscal.firstMonth(of: 2020) == january2020)
    #expect(FiscalCalendar.japanFiscal.firstMonth(of: 2020) == january2020 + 3)
    #expect(FiscalCalendar.usFiscal.firstMonth(of: 2020) == january2020 - 3)
    #expect(FiscalCalendar.usFiscal.firstMonth(of: 0) == -3)
  }

  @Test func isSpelledAsTheDescriptorSpellsIt() {
    #expect(FiscalCalendar.allCases.map(\.rawValue) == ["calendar", "japan-fiscal", "us-fiscal", "fiscal"])
    #expect(CalendarRule.allCases.map(\.rawValue) == ["same", "start-year", "months-weighted"])
    #expect(FiscalCalendar(rawValue: "Japan-Fiscal") == nil)
  }
}
