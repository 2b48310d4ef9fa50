import Series
import Testing

@testable import Forecasting

@Suite struct OptimalBreaksTests {
  @Test func agreesWithStrucchange() throws {
    var (squares, criteria) = (Worst(), Worst())
    for record in try BreakRecord.of("breakpoints") {
      let sample = try BreakSample(reference: record.series)
      let (least, breaks) = (try #require(record.least), try #require(record.breaks))
      let search = BreakSearch(sample, least: least, most: 5, isJoined: false)
      let place = "\(record.series) \(breaks)"
      #expect(sample.count == record.observations, "\(place)")
      #expect(search.places(breaks) == record.lastOfRegime?.all, "\(place)")
      squares.compare(sample.squaresOnSeries(search.squares(breaks)), record.rss, at: place)
      let unit = 2 * Double(sample.count) * logOf(sample.unit)
      criteria.compare(search.criterion(breaks) + unit, record.bic, floor: 1, at: place)
    }
    // R sums squares of residuals of each line; the recursion adds squares only, some tens of roundings apart.
    squares.expect(within: 1e-9)
    criteria.expect(within: 1e-10)
  }

  @Test func choosesTheNumberThatStrucchangeChooses() throws {
    for record in try BreakRecord.of("chosen") {
      let sample = try BreakSample(reference: record.series)
      let search = BreakSearch(
        sample, least: Piecewise.defaultLeast(sample.count), most: BreakCount.most, isJoined: false)
      #expect(search.bayesCount == record.breaks, "\(record.series)")
    }
  }

  @Test func lastBreaksCoverEveryPlaceAndReachTheBest() throws {
    let sample = try BreakSample(reference: "japan-hns")
    let search = OptimalBreaks(sample, least: 7, most: 5)
    for breaks in 1...search.most {
      let partitions = search.byLastBreak(breaks)
      #expect(partitions.map { $0.places.last } == ((breaks * 7)...(48 - 7)).map { $0 })
      let best = partitions.min { $0.squares < $1.squares }
      #expect(best?.places == search.places(breaks))
      #expect(best?.squares == search.sumOfSquares(breaks))
    }
  }

  @Test func thereIsNoRoomInAShortRecord() throws {
    let sample = BreakSample(try AnnualSeries([1, 2, 3, 4, 5, 6, 7]))
    let search = OptimalBreaks(sample, least: 5, most: 5)
    #expect(search.most == 0)
    #expect(search.places(0).isEmpty)
  }
}
