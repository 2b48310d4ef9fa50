import Series
import TestSupport
import Testing

@testable import Datasets

@Suite struct SeriesFileTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test(arguments: [
    ("series_id,period,value", SeriesFile.Columns()), ("unique_id,ds,y", .init()),
    ("n,t,x", .init(identifier: "n", period: "t", value: "x")), ("series_id,t,y", .init(period: "t")),
  ])
  func findsItsColumns(header: String, columns: SeriesFile.Columns) throws {
    let all = try read("\(header)\na,2019,1\na,2020,2.5\n", columns)
    #expect(all.map(\.identifier) == ["a"])
    #expect(all[0].observations.map(\.year) == [2019, 2020])
    #expect(all[0].observations.map(\.value) == [1, 2.5])
  }

  @Test func passesOverOtherColumnsInAnyOrder() throws {
    let all = try read("note,y,ds,unique_id\nx,1,2019,a\n\"y,z\",2,2020,a\n")
    #expect(try all[0].series().complete == [1, 2])
  }

  @Test func prefersTheFirstOfTheUsualNames() throws {
    let all = try read("unique_id,series_id,period,value\nu,s,2020,1\n")
    #expect(all[0].identifier == "s")
  }

  @Test func readsOneSeriesAtATime() throws {
    let all = try read("series_id,period,value\na,2019,1\na,2020,2\n\"b,c\",2020,3\nd,2018,4\nd,2019,5\n")
    #expect(all.map(\.identifier) == ["a", "b,c", "d"])
    #expect(all.map(\.observations.count) == [2, 1, 2])
  }

  @Test func takesAMissingYearForNoneWhetherItsRowIsEmptyOrAbsent() throws {
    let all = try read("series_id,period,value\na,2017,1\na,2018,\na,2020,3\na,2021,\n")
    #expect(all[0].observations.map(\.value) == [1, nil, 3, nil])
    let series = try all[0].series()
    #expect(series.values == [1, nil, nil, 3])
    #expect(series.missingYears == [2018, 2019])
  }

  @Test func readsYearsInAnyOrder() throws {
    let series = try read("series_id,period,value\na,2020,3\na,2018,1\na,2019,2\n")[0].series()
    #expect(series.firstYear == 2018)
    #expect(series.complete == [1, 2, 3])
  }

  @Test func holdsASingleObservation() throws {
    let series = try read("series_id,period,value\na,2020,7")[0].series()
    #expect(series.observationCount == 1)
    #expect(series.unit == .pure)
  }

  @Test(arguments: [
    ("2020", FiscalCalendar.calendar), ("2020.0", .calendar), ("2020-04-01", .calendar),
    ("2020-04-01T00:00:00", .calendar), ("2020-04-01 00:00:00", .calendar), ("FY2020", .fiscal),
    (" 2020 ", .calendar),
  ])
  func readsEveryFormOfAYear(text: String, calendar: FiscalCalendar) throws {
    let series = try read("series_id,period,value\na,\(text),7\n")[0].series()
    #expect(series.firstYear == 2020)
    #expect(series.calendar == calendar)
  }

  @Test func keepsAWindow() throws {
    let raw = try read("series_id,period,value\na,2018,1\na,2019,2\na,2020,3\n")[0]
    #expect(try raw.series(from: 2019).complete == [2, 3])
    #expect(try raw.series(to: 2018).complete == [1])
    #expect(try raw.series(from: 2019, to: 2019).complete == [2])
    #expect(throws: SeriesError.noValues(series: "a")) { try raw.series(from: 2021) }
  }

  @Test func givesASeriesWithoutValuesAsItIsAndRefusesItAsASeries() throws {
    let all = try read("series_id,period,value\na,2018,\na,2019,\nb,2020,1\n")
    #expect(all.map(\.identifier) == ["a", "b"])
    #expect(throws: SeriesError.noValues(series: "a")) { try all[0].series() }
  }

  @Test func refusesAFileThatIsNotThere() {
    let path = folder.path + "/none.csv"
    expectRefusal(.noSuchFile(path), "\(path): no such file") { _ = try SeriesFile.open(path) }
  }

  @Test func refusesAHeaderAlone() throws {
    for text in ["series_id,period,value", "series_id,period,value\n", "series_id,period,value\n\n\r\n"] {
      try expect(
        text, { .headerOnly(FilePlace($0, 2, 1)) }, "FILE:2:1: there is a header and no row of values")
    }
  }

  @Test func refusesAFileWithoutItsColumns() throws {
    try expect(
      "id,period,value\na,2020,1\n",
      {
        .missingColumn(
          FilePlace($0, 1, 4), name: "series_id' or 'unique_id", found: ["id", "period", "value"])
      },
      "FILE:1:4: no column 'series_id' or 'unique_id'; found: id, period, value")
    try expect(
      "series_id,year,value\na,2020,1\n",
      { .missingColumn(FilePlace($0, 1, 4), name: "period' or 'ds", found: ["series_id", "year", "value"]) },
      "FILE:1:4: no column 'period' or 'ds'; found: series_id, year, value")
    try expect(
      "series_id,period,Value\na,2020,1\n",
      { .missingColumn(FilePlace($0, 1, 4), name: "value' or 'y", found: ["series_id", "period", "Value"]) },
      "FILE:1:4: no column 'value' or 'y'; found: series_id, period, Value")
    try expect(
      "series_id,period,value\na,2020,1\n", columns: .init(value: "amount"),
      { .missingColumn(FilePlace($0, 1, 4), name: "amount", found: ["series_id", "period", "value"]) },
      "FILE:1:4: no column 'amount'; found: series_id, period, value")
  }

  @Test func refusesASecondValueForAYear() throws {
    try expect(
      "series_id,period,value\na,2019,1\na,2020,2\na,2020,2\n",
      { .duplicatePeriod(FilePlace($0, 4, 2), series: "a", period: "2020") },
      "FILE:4:2: series 'a' has a second value for 2020; one value a year")
    try expect(
      "series_id,period,value\na,FY2020,1\na,FY2018,2\na,FY2019,2\na,FY2020,3\n",
      { .duplicatePeriod(FilePlace($0, 5, 2), series: "a", period: "FY2020") },
      "FILE:5:2: series 'a' has a second value for FY2020; one value a year")
    // Two spellings of one year, and an empty value, are a second row all the same.
    try expect(
      "series_id,period,value\na,2020,1\na,2020-01-01,\n",
      { .duplicatePeriod(FilePlace($0, 3, 2), series: "a", period: "2020") },
      "FILE:3:2: series 'a' has a second value for 2020; one value a year")
  }

  @Test func refusesTwoKindsOfYears() throws {
    try expect(
      "series_id,period,value\na,FY2019,1\na,2020,2\n",
      { .mixedCalendars(FilePlace($0, 3, 2), series: "a") },
      "FILE:3:2: series 'a' mixes fiscal years (FY2020) and calendar years (2020)")
    try expect(
      "series_id,period,value\na,2019,1\na,FY2020,2\n",
      { .mixedCalendars(FilePlace($0, 3, 2), series: "a") },
      "FILE:3:2: series 'a' mixes fiscal years (FY2020) and calendar years (2020)")
    let all = try read("series_id,period,value\na,FY2019,1\nb,2020,2\n")
    #expect(all.map(\.isFiscal) == [true, false])
  }

  @Test func refusesScatteredRows() throws {
    try expect(
      "series_id,period,value\na,2019,1\nb,2019,1\na,2020,2\n",
      { .scatteredSeries(FilePlace($0, 4), series: "a") },
      "FILE:4: rows of series 'a' do not stand together; sort the file by series")
  }

  /// Published values of the algorithm: a file is judged the same in every run.
  @Test(arguments: [
    ("", 0xcbf2_9ce4_8422_2325 as UInt64), ("a", 0xaf63_dc4c_8601_ec8c), ("foobar", 0x8594_4171_f739_67e8),
  ])
  func hashesNamesAlikeInEveryRun(name: String, hash: UInt64) {
    #expect(SeriesFile.hash(Array(name.utf8)) == hash)
  }

  @Test func refusesARowWithoutASeries() throws {
    try expect(
      "period,series_id,value\n2019,,1\n", { .emptyIdentifier(FilePlace($0, 2, 2), column: "series_id") },
      "FILE:2:2: column 'series_id' is empty")
  }

  @Test(arguments: ["20-20", "2020-13-01", "2020Q1", "", "FYabc", "1e3", "2020.5", "123456"])
  func refusesWhatIsNoYear(text: String) throws {
    try expect(
      "series_id,period,value\na,2019,1\na,\(text),1\n",
      { .notAPeriod(FilePlace($0, 3, 2), column: "period", text: text) },
      "FILE:3:2: '\(text)' in column 'period' is not a year (2020, FY2020 or 2020-04-01)")
  }

  @Test func refusesABadValueAndSaysWhere() throws {
    try expect(
      "series_id,period,value\na,2019,\"1,234\"\n",
      { .notANumber(FilePlace($0, 2, 3), column: "value", text: "1,234") },
      "FILE:2:3: '1,234' in column 'value' is not a number")
    try expect(
      "unique_id,ds,y\na,2019,1\na,2020,-Infinity\n",
      { .notFinite(FilePlace($0, 3, 3), column: "y", text: "-Infinity") },
      "FILE:3:3: '-Infinity' in column 'y' is not a finite number")
  }

  @Test func refusesARaggedRowAfterAGoodSeries() throws {
    let path = try folder.write("s.csv", "series_id,period,value\na,2019,1\nb,2019,1\nc,2019\n")
    var file = try SeriesFile.open(path)
    #expect(try file.next()?.identifier == "a")
    #expect(throws: DataError.raggedRow(FilePlace(path, 4, 3), expected: 3, found: 2)) { _ = try file.next() }
  }

  @Test func refusesYearsTooFarApart() throws {
    let raw = try read("series_id,period,value\na,1,1\na,20200,1\n")[0]
    #expect(
      throws: SeriesError.spanTooLong(series: "a", first: 1, last: 20_200, limit: AnnualSeries.longestSpan)
    ) { try raw.series() }
  }

  @Test func readsManySeries() throws {
    var text = "series_id,period,value\n"
    for series in 0..<2_000 { for year in 2001...2010 { text += "s\(series),\(year),\(series + year)\n" } }
    let all = try read(text)
    #expect(all.count == 2_000)
    #expect(all.allSatisfy { $0.observations.count == 10 })
    #expect(all.last?.observations.last?.value == 4009)
  }

  private func read(_ text: String, _ columns: SeriesFile.Columns = .init()) throws -> [RawSeries] {
    try read(path: try folder.write("s.csv", text), columns)
  }

  private func read(path: String, _ columns: SeriesFile.Columns) throws -> [RawSeries] {
    var file = try SeriesFile.open(path, columns: columns)
    var all: [RawSeries] = []
    while let series = try file.next() { all.append(series) }
    return all
  }

  /// Reads all of a file with this text; `FILE` in the message stands for its path.
  private func expect(
    _ text: String, columns: SeriesFile.Columns = .init(), _ error: (String) -> DataError, _ message: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let path = try folder.write("s.csv", text)
    expectRefusal(
      error(path), message.replacing("FILE", with: path), sourceLocation: sourceLocation
    ) { _ = try read(path: path, columns) }
  }
}
