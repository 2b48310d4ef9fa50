import Foundation
import Reporting
import Testing

/// Tables as the page shows them, through the page: keys in words, sensible digits, addresses, room on paper and on a phone.
struct ReportTableTests {
  private func page(_ columns: [String], _ rows: [[Cell]]) -> String {
    var model = ReportModel(question: "q", answer: [])
    model.scores = [
      ReportModel.Exhibit(title: "Scores", note: "", table: Table(columns: columns, rows: rows))
    ]
    return String(decoding: ReportPage(model).encoded(), as: UTF8.self)
  }

  /// The part of a page that holds its table.
  private func table(_ columns: [String], _ rows: [[Cell]]) -> String {
    page(columns, rows).components(separatedBy: "<table>").last ?? ""
  }

  @Test func keysAreWords() {
    let html = table(
      ["ask", "score", "against", "unit", "measure", "status", "q05"],
      [
        [
          .text("with"), .text("crps-without-own-rounds"), .text("no-change-spread"), .text("JPY_100M"),
          .text("sma_first_year"), .text("initial_budget"), .number(2),
        ]
      ])
    for key in ["crps-", "no-change", "JPY_100M", "sma_first_year", "initial_budget", "q05"] {
      #expect(!html.contains(key), "\(key)")
    }
    for words in ["hundred million yen", "First-year payment", "initial budget", "5% point", "with the ask"] {
      #expect(html.contains(words), "\(words)")
    }
  }

  @Test func aSmallProbabilityOfATestHasNoDigitsOfItsOwn() {
    let html = table(
      ["model", "dm_naive", "p_adjusted"],
      [
        [.text("auto"), .number(0.00002230535937), .number(0.04687)],
        [.text("drift"), .number(0.5903), .missing],
      ])
    #expect(html.contains(">&lt; 0.001</td>") && html.contains(">0.59</td>") && html.contains(">0.0469</td>"))
    // What has no room on paper is left out there.
    #expect(html.contains("<th scope=\"col\" class=\"number screen\">p, against the last value</th>"))
  }

  @Test func numbersOfAKindShareTheirLastDigit() {
    let html = table(
      ["driver", "unit", "contribution"],
      [
        [.text("neutral"), .text("JPY_100M"), .number(2239)],
        [.text("ceiling"), .text("JPY_100M"), .number(-0.3182)],
        [.text("ask"), .text("percent"), .number(0.3182)],
      ])
    #expect(html.contains(">2,239</td>") && html.contains(">0</td>") && html.contains(">0.3182</td>"))
  }

  @Test func chancesAreInPerCent() {
    let html = table(
      ["event", "probability", "q05", "q95"],
      [
        [.text("stopgap"), .number(0.4739), .number(0.172), .number(0.7504)],
        [.text("ask_met"), .number(0.00215), .number(0), .number(0.00001)],
      ])
    for text in ["one-year extension", "chance, %", ">47<", ">17<", ">75<", ">0.22<", ">0<", ">&lt; 0.1<"] {
      #expect(html.contains(text), "\(text)")
    }
  }

  @Test func aColumnWithNothingInItIsNotShown() {
    let html = table(["model", "horizon", "forecasts"], [[.text("auto"), .missing, .integer(180)]])
    #expect(!html.contains("horizon") && !html.contains("years ahead") && html.contains("180"))
    #expect(table(["series", "note"], []).contains("note"), "a table without rows keeps its heads")
  }

  @Test func whatIsTheSameInEveryRowIsToldOnce() {
    let html = page(
      ["scenario", "unit", "period", "skill"],
      [
        [.text("s"), .text("JPY_100M"), .text("FY2027"), .number(0.28314)],
        [.text("s"), .text("JPY_100M"), .text("FY2028"), .number(-0.00004)],
      ])
    #expect(
      html.contains(
        "<p>In every row: scenario – s; unit – hundred million yen.</p>"))
    #expect(html.contains("<th scope=\"row\">FY2028</th><td class=\"number\">0</td>"))
    #expect(html.contains(">0.283</td>") && !html.contains(">s</th>"))
    let all = page(["a", "b"], [[.text("x"), .text("y")], [.text("x"), .text("y")]])
    #expect(!all.contains("In every row"), "two columns stay")
  }

  @Test func anAddressIsShortToReadAndWholeToFollow() {
    let letters = "%E3%83%88%E3%83%A9%E3%83%B3%E3%83%97"
    let address =
      "https://example.org/n/\(letters)-" + String(repeating: "long", count: 30) + "/the-end?a=1&b=2"
    let html = table(
      ["source", "title", "address"],
      [
        [.text("a"), .text("米軍経費過去最大"), .text(address)],
        [.text("b"), .text("A title"), .text("https://example.org/%zz%20b")],
        [.text("c"), .text("A title"), .text("javascript:alert(1)")],
      ])
    let whole = address.replacingOccurrences(of: "&", with: "&amp;")
    #expect(html.contains("<a href=\"\(whole)\" rel=\"noreferrer\">example.org/n/トランプ-"))
    #expect(html.contains("…") && html.contains("end?a=1&amp;b=2</a>"))
    #expect(html.contains("rel=\"noreferrer\">example.org/%zz%20b</a>"), "what is no letter stays")
    #expect(!html.contains("href=\"javascript"))
    #expect(html.contains("<td>A title</td>") && html.contains("<td>米軍経費過去最大</td>"))
  }

  @Test func aSentenceInACellHasRoomToBeRead() {
    let note = "value of the ministry's own table as generally known; no source read shows it"
    let html = page(["series", "note"], [[.text("a"), .text(note)]])
    #expect(html.contains("<td class=\"note\">value of"))
    #expect(html.contains(".note { min-width: 16em; }"))
  }

  @Test func onAPhoneTheNamesStayAndLeaveRoomForTheNumbers() throws {
    let html = page([], [])
    let phone = try #require(html.components(separatedBy: "@media screen and (max-width: 700px)").last)
    let rules = try #require(phone.components(separatedBy: "@media").first)
    #expect(rules.contains("position: sticky") && rules.contains("max-width: 8rem"))
    #expect(rules.contains(".picture svg { max-width: none; }"), "a chart scrolls at its own size")
  }

  @Test func onPaperThereIsNothingToPress() throws {
    let paper = try #require(page([], []).components(separatedBy: "@media print").last)
    #expect(paper.contains("summary { display: none; }"))
  }
}
