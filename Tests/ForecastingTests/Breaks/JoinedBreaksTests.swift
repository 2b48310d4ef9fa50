import Series
import Testing

@testable import Forecasting

@Suite struct JoinedBreaksTests {
  /// Every place of every break was tried in another language.
  @Test func findsWhatTryingEverythingFinds() throws {
    var (squares, criteria) = (Worst(), Worst())
    for record in try JoinedBreakRecord.all {
      guard let breaks = record.breaks else { continue }
      let sample = try BreakSample(reference: record.series)
      let search = BreakSearch(sample, least: record.least, most: 5, isJoined: true)
      let place = "\(record.series) \(breaks)"
      #expect(search.places(breaks) == record.places, "\(place)")
      squares.compare(sample.squaresOnSeries(search.squares(breaks)), record.rss, at: place)
      let unit = 2 * Double(sample.count) * logOf(sample.unit)
      criteria.compare(search.criterion(breaks) + unit, record.bic, floor: 1, at: place)
    }
    // A parabola's least value is a difference of sums of squares up to 1e4 times as large.
    squares.expect(within: 1e-9)
    criteria.expect(within: 1e-10)
  }

  @Test func envelopeKeepsWhatIsLeastSomewhere() {
    let parabolas = [(1.0, 0.0, 0.0), (1, -4, 4), (2, 0, 5), (0.5, 0, 0.5), (1, 0, 1)].map {
      LevelParabola(a: $0.0, b: $0.1, c: $0.2)
    }
    let kept = LevelParabola.lowerEnvelope(parabolas)
    for step in -400...400 {
      let level = Double(step) / 20
      let least = parabolas.map { $0.value(at: level) }.reduce(.infinity, min)
      let found = kept.map { $0.value(at: level) }.reduce(.infinity, min)
      #expect((found - least).magnitude < 1e-12, "\(level)")
    }
    #expect(kept.count < parabolas.count)
    #expect(LevelParabola.lowerEnvelope([]).isEmpty)
  }

  @Test func findsTheKneeOfAnExactLine() throws {
    let values: [Double] = (0..<20).map { year in
      let time = Double(year)
      return time < 12 ? time : 48 - 3 * time
    }
    let search = BreakSearch(BreakSample(try AnnualSeries(values)), least: 5, most: 3, isJoined: true)
    #expect(search.bayesCount == 1)
    #expect(search.places(1) == [12])
  }
}
