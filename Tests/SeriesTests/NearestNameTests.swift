import Testing

@testable import Series

@Suite struct NearestNameTests {
  let known = ["japan-hns", "japan-hns-real", "japan-fx", "korea-sma", "korea-sma-labor", "us-troops-jpn"]

  @Test(arguments: [
    ("japan-hns", "japan-hns"), ("japan-hn", "japan-hns"), ("japan-hsn", "japan-hns"),
    ("JAPAN-HNS", "japan-hns"), ("japan_fx", "japan-fx"), ("korea-sme", "korea-sma"),
    ("koreasma", "korea-sma"), ("us-troops-jp", "us-troops-jpn"), ("us-troop-jpm", "us-troops-jpn"),
  ])
  func forgivesSlips(typed: String, meant: String) {
    #expect(nearestName(to: typed, among: known) == meant)
  }

  @Test func countsNeighboursThatChangedPlacesAsOneSlip() {
    #expect(nearestName(to: "japan-gpd", among: ["japan-cpi", "japan-gdp"]) == "japan-gdp")
    #expect(nearestName(to: "abcdegfxx", among: ["abcdefghi"]) == "abcdefghi")
  }

  @Test func findsANameInCapitals() {
    #expect(nearestName(to: "kor-sma-11x", among: ["JP-SMA-2022", "KOR-SMA-11"]) == "KOR-SMA-11")
  }

  @Test func takesABeginningForOneSlip() {
    #expect(nearestName(to: "us-", among: known) == "us-troops-jpn")
    #expect(nearestName(to: "us", among: known) == nil)
  }

  @Test func takesTheFirstOfTwoThatAreEquallyNear() {
    #expect(nearestName(to: "b", among: ["a", "c"]) == "a")
    #expect(nearestName(to: "jap", among: known) == "japan-hns")
  }

  @Test(arguments: ["", "x", "zzzzzzzzzzzz", "germany-something-else", "日本"])
  func keepsSilentRatherThanGuess(typed: String) {
    #expect(nearestName(to: typed, among: known) == nil)
  }

  @Test func forgivesAThirdOfTheLongerNameAndNoMore() {
    #expect(nearestName(to: "abcdefxxx", among: ["abcdefghi"]) == "abcdefghi")
    #expect(nearestName(to: "abcdexxxx", among: ["abcdefghi"]) == nil)
    #expect(nearestName(to: "xx", among: ["ab"]) == "ab")
    #expect(nearestName(to: "xxx", among: ["abc"]) == nil)
  }

  @Test func knowsNothingAmongNothing() { #expect(nearestName(to: "japan-hns", among: []) == nil) }
}
