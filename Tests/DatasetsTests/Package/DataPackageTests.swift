import Series
import TestSupport
import Testing

@testable import Datasets

/// The package of this repository; figures by hand from its files.
@Suite struct DataPackageTests {
  let package: DataPackage

  init() throws { package = try RealPackage.open() }

  @Test func hasItsCatalogue() {
    #expect(package.name == "burdenshare-data")
    #expect(package.version == "0.1.0")
    #expect(package.entries.count == 164)
    #expect(Set(package.entries.map(\.identifier)).count == 164)
  }

  @Test func describesASeries() throws {
    let entry = try package.entry("japan-hns")
    #expect(entry.title == "Japan host-nation support, total")
    #expect(entry.economy == "JPN")
    #expect(entry.unit == Unit("JPY_100M"))
    #expect(entry.calendar == .japanFiscal)
    #expect(entry.bounds == .positive)
    #expect(entry.origin == .stored(resource: "japan-hns"))
    #expect(entry.publicationLag == -3)
    #expect(entry.publicationReason.hasPrefix("the cabinet decides"))
    #expect(entry.firstPeriod == nil)
    #expect(!entry.definition.isEmpty)
  }

  @Test func givesTheValuesOfJapansHostNationSupport() throws {
    let series = try package.series("japan-hns").series
    #expect(series.firstYear == 1978)
    #expect(series[1978] == 62)
    #expect(series[1999] == 2756)
    #expect(series[2020] == 1993)
    #expect(series.missingYears.isEmpty)
    #expect(series.lastYear == 2025)
    #expect(series.unit == Unit("JPY_100M"))
    #expect(series.calendar == .japanFiscal)
    #expect(series.bounds == .positive)
  }

  @Test func keepsWhatIsKnownAboutAValue() throws {
    let observations = try package.observations("japan-hns")
    let first = try #require(observations.first)
    #expect(first.year == 1978)
    #expect(first.status == .initialBudget)
    #expect(first.sources == ["yahoo-explainer", "aera-2016", "jmh-2021-06-09"])
    #expect(first.note.hasPrefix("only worker welfare costs"))
    // By the rule of the series, three months before April.
    #expect(first.published?.description == "1978-01-01")
    // By its own date.
    #expect(observations.first { $0.year == 2022 }?.published?.description == "2021-12-25")
    let last = try #require(observations.last)
    #expect(last.year == 2026)
    #expect(last.value == nil)
    #expect(last.status == nil)
    #expect(last.note.hasPrefix("not found in any source"))
  }

  @Test func tellsTheNineUnconfirmedValues() throws {
    let unconfirmed = try package.observations("japan-hns").filter { $0.status == .unconfirmed }
    #expect(unconfirmed.map(\.year) == [1981, 1982, 1983, 1984, 1986, 1988, 1991, 1992, 1993])
    let without = try package.series("japan-hns", Selection(excluded: [.unconfirmed]))
    #expect(without.series.missingYears == unconfirmed.map(\.year))
    #expect(without.observations.count == 48 - 9)
  }

  @Test func loadsEverySeries() throws {
    for entry in package.entries {
      let (series, observations) = try package.series(entry.identifier)
      #expect(series.identifier == entry.identifier)
      #expect(series.observationCount == observations.count)
      #expect(series.unit == entry.unit)
      #expect(series.calendar == entry.calendar)
      #expect(series.values.allSatisfy { $0.map(entry.bounds.contains) ?? true }, "\(entry.identifier)")
    }
  }

  /// Inputs as they stand in the files; a derived value takes two or three roundings of 1.1e-16 each.
  @Test(
    arguments: [
      ("japan-hns-usd", 2020, 100 * 1993 / 106.7746), ("japan-hns-usd", 2021, 100 * 2017 / 109.7543),
      ("japan-hns-real", 2020, 1993), ("japan-hns-real", 2015, 1899 * 100 / 98.1112),
      ("japan-hns-real", 2021, 2017 * 100 / 99.7962),
      ("japan-hns-share-of-defense-budget", 2020, 100 * 1993.0 / 50688),
      ("japan-hns-share-of-defense-budget", 1997, 100 * 2737.0 / 49475),
      ("japan-hns-share-of-gdp", 2020, 100 * 1993e8 / 554_074_400_000_000),
      ("korea-sma-real", 2020, 10389), ("korea-sma-real", 2015, 9320 * 115.7774 / 109.8275),
      ("korea-sma-real", 2024, 13463 * 115.7774 / 132.1956),
      ("korea-sma-share-of-gdp", 2020, 100 * 10389e8 / 2_058_466_558_000_000),
      ("japan-defense-budget", 1996, 48455), ("japan-defense-budget", 1997, 49475),
      ("japan-defense-budget", 1998, 49287),
      ("japan-defense-ratio", 2020, 100 * 50688e8 / 554_074_400_000_000),
    ] as [(String, Int, Double)])
  func derives(series: String, year: Int, expected: Double) throws {
    let value = try #require(try package.series(series).series[year])
    #expect(relativeDifference(value, expected) < 1e-15)
  }

  @Test func givesADerivedValueTheWeakestStatusAllSourcesAndTheLatestPublication() throws {
    let share = try #require(try package.observations("japan-hns-share-of-gdp").first { $0.year == 2020 })
    #expect(share.status == .estimate)
    #expect(share.sources == ["inkl-2020", "wdi-gdp-usd-2026-07", "wdi-jpn-2025-10"])
    // The gross domestic product of 2020 counts as published 14 months after January 2020.
    #expect(share.published?.description == "2021-03-01")
    let unconfirmed = try #require(try package.observations("japan-hns-usd").first { $0.year == 1981 })
    #expect(unconfirmed.status == .unconfirmed)
  }

  @Test func showsADerivedSeriesFromItsFirstPeriod() throws {
    #expect(try package.observations("japan-hns-share-of-defense-budget").first?.year == 1979)
  }

  @Test func hidesWhatWasNotPublishedAtADate() throws {
    func last(_ series: String, _ date: String) throws -> Int {
      try package.series(series, Selection(asOf: try PartialDate(date))).series.lastYear
    }
    #expect(try last("japan-hns", "2020-12-15") == 2020)
    #expect(try last("japan-hns", "2020-12-31") == 2020)
    #expect(try last("japan-hns", "2021-01-01") == 2021)
    // FY2022 and FY2023 have dates of their own.
    #expect(try last("japan-hns", "2021-12-24") == 2021)
    #expect(try last("japan-hns", "2021-12-25") == 2022)
    #expect(try last("japan-hns", "2022-12-22") == 2022)
    #expect(try last("japan-hns", "2022-12-23") == 2023)
    // The rate of 2020 is complete on 1 January 2021, so that FY2020 in dollars is not yet known.
    #expect(try last("japan-hns-usd", "2020-12-31") == 2019)
    #expect(try last("japan-hns-usd", "2021-01-01") == 2020)
  }

  /// At every date on which something was published, no year before the last known one is hidden.
  @Test(arguments: ["japan-hns", "korea-sma", "korea-sma-won-published", "japan-hns-real", "korea-sma-real"])
  func hasNoHoleAtAnyDate(series: String) throws {
    let observations = try package.observations(series).filter { $0.value != nil }
    let all = Set(try package.series(series).series.missingYears)
    for date in observations.compactMap(\.published) {
      #expect(
        all.isSuperset(of: try package.series(series, Selection(asOf: date)).series.missingYears), "\(date)")
    }
  }

  @Test func keepsWithinYears() throws {
    let series = try package.series("japan-hns", Selection(first: 1999, last: 2020)).series
    #expect(series.firstYear == 1999)
    #expect(series.lastYear == 2020)
  }

  @Test func refusesASelectionThatLeavesNothing() {
    expectRefusal(.series(.noValues(series: "japan-hns")), "series 'japan-hns' has no value") {
      _ = try package.series("japan-hns", Selection(last: 1900))
    }
  }

  @Test(arguments: [("japan-hn", "japan-hns"), ("korea_sma", "korea-sma"), ("us-troops-jp", "us-troops-jpn")])
  func suggestsTheNearestNameForAnUnknownOne(name: String, nearest: String) {
    expectRefusal(
      .unknownSeries(name, nearest: nearest), "unknown series '\(name)'; did you mean '\(nearest)'?"
    ) { _ = try package.series(name) }
  }

  @Test func suggestsTheListWhereNoNameIsNear() {
    expectRefusal(
      .unknownSeries("zzzzzzzzzzzzzzzzzz", nearest: nil),
      "unknown series 'zzzzzzzzzzzzzzzzzz'; 'burdenshare data list' names them all"
    ) { _ = try package.observations("zzzzzzzzzzzzzzzzzz") }
  }

  @Test func listsItsSources() throws {
    let sources = try package.sources()
    #expect(Set(sources.map(\.identifier)).count == sources.count)
    #expect(sources.allSatisfy { !$0.publisher.isEmpty && !$0.title.isEmpty && !$0.licence.isEmpty })
    let used = try Set(package.observations("japan-hns").flatMap(\.sources))
    #expect(used.isSubset(of: sources.map(\.identifier)))
  }

  @Test func refusesAFolderWithoutADescriptor() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/datapackage.json"
    expectRefusal(.noSuchFile(path), "\(path): no such file") { _ = try DataPackage(folder.path) }
  }
}
