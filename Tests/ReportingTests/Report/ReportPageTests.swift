import Foundation
import Testing

@testable import Reporting

#if canImport(FoundationXML)
  import FoundationXML
#endif

struct ReportPageTests {
  private static let picture =
    "<svg id=\"a\" width=\"10\" height=\"10\"><path id=\"clip0\"/><g clip-path=\"url(#clip0)\"/></svg>"

  private func model() throws -> ReportModel {
    var model = ReportModel(question: "What <will> they pay?", answer: ["One.", "Two & three."])
    let chart = try FanChart([SampleTables.fan], Phrases(.english), source: "s").chart
    model.figures = [
      ReportModel.Figure(chart: chart, picture: Self.picture, table: SampleTables.contributions),
      ReportModel.Figure(chart: chart, picture: Self.picture, table: nil),
      ReportModel.Figure(chart: chart, picture: nil, table: SampleTables.contributions),
    ]
    model.assumptions = [ReportModel.Assumption("It goes on.", mark: .estimated, basis: "47 values")]
    model.data = [ReportModel.Exhibit(title: "Data", note: "Firm.", table: SampleTables.contributions)]
    model.provenance = [ReportModel.Provenance("Program", "burdenshare")]
    return model
  }

  private func page(_ model: ReportModel) -> String {
    String(decoding: ReportPage(model).encoded(), as: UTF8.self)
  }

  /// What stands between two texts, wherever it does.
  private func between(_ opening: String, _ closing: String, in text: String) -> [String] {
    text.components(separatedBy: opening).dropFirst().compactMap { $0.components(separatedBy: closing).first }
  }

  @Test func thePageIsWellFormed() throws {
    // The page is written so that an XML reader accepts it but for the head's elements without an end.
    let html = page(try model()).replacingOccurrences(of: "<!DOCTYPE html>", with: "")
    let body = try #require(html.range(of: "<body>").map { html[$0.lowerBound...] })
    let text = body.replacingOccurrences(of: "</html>", with: "").replacingOccurrences(
      of: " open>", with: ">")
    let parser = XMLParser(data: Data(text.utf8))
    #expect(parser.parse(), "\(String(describing: parser.parserError)) at line \(parser.lineNumber)")
  }

  @Test func nothingIsFetched() throws {
    let html = page(try model())
    #expect(html.contains("default-src 'none'"))
    for word in ["<script", "<link", "src=", "@import", "http://", "https://"] {
      #expect(!html.contains(word))
    }
  }

  @Test func namesAreUnique() throws {
    let names = between(" id=\"", "\"", in: page(try model()))
    #expect(Set(names).count == names.count)
    #expect(names.contains("chart-1-clip0"))
    #expect(page(try model()).contains("url(#chart-2-clip0)"))
  }

  @Test func landmarksAndHeadingsAreThere() throws {
    let html = page(try model())
    for element in [
      "<header>", "<nav aria-label", "<main id=\"main\">", "<footer>", "<html lang=\"en\">", "<h1>",
    ] {
      #expect(html.components(separatedBy: element).count == 2, "\(element)")
    }
    for anchor in between("href=\"#", "\"", in: html) {
      #expect(html.contains("id=\"\(anchor)\""), "\(anchor)")
    }
    for label in between("aria-labelledby=\"", "\"", in: html) { #expect(html.contains("id=\"\(label)\"")) }
  }

  @Test func everyPictureHasItsWords() throws {
    let html = page(try model())
    #expect(between("<div role=\"img\" aria-label=\"", "\"", in: html).filter { $0.count > 40 }.count == 2)
    #expect(html.contains("<details open>"), "without a picture the numbers are open")
  }

  @Test func tablesHaveHeadersAndCaptions() throws {
    let html = page(try model())
    let tables = between("<table>", "</table>", in: html)
    #expect(tables.count == 3)
    for table in tables {
      #expect(
        table.contains("<caption>") && table.contains("scope=\"col\"") && table.contains("scope=\"row\""))
    }
  }

  @Test func textIsNeverMarkup() throws {
    let html = page(try model())
    #expect(html.contains("What &lt;will&gt; they pay?"))
    #expect(html.contains("Two &amp; three."))
  }

  @Test func aPartThatIsEmptyHasNoSection() {
    let html = page(ReportModel(question: "q", answer: ["a"]))
    #expect(between("<section", ">", in: html).count == 1)
  }

  @Test func theSameModelIsTheSamePage() throws {
    #expect(page(try model()) == page(try model()))
  }

  @Test func withABundleThePicturesAreMadeInteractive() throws {
    var model = try model()
    model.bundle = "window.vegaEmbed=1"
    let html = page(model)
    #expect(between("<script>", "</script>", in: html).first == "window.vegaEmbed=1")
    // A chart without a picture has nothing that could be replaced.
    #expect(between("<script type=\"application/json\" data-chart=\"", "\"", in: html) == ["1", "2"])
    #expect(html.contains("script-src 'unsafe-inline'") && html.contains("default-src 'none'"))
    #expect(!html.contains("unsafe-eval") && !html.contains("src=\"http"))
    #expect(html.contains("<svg"), "the picture stands where scripts do not run")
  }

  @Test func aChartCannotEndItsScript() throws {
    var panel = SampleTables.fan
    panel.name = "</script><b>"
    let chart = try FanChart([panel], Phrases(.english), source: "s").chart
    var model = ReportModel(question: "q", answer: [])
    model.bundle = "1"
    model.figures = [ReportModel.Figure(chart: chart, picture: Self.picture, table: nil)]
    #expect(!page(model).contains("<b>"))
  }

  @Test func withoutABundleThereIsNoScript() throws {
    #expect(!page(try model()).contains("script-src"))
  }

  @Test func aPictureHasThePageBehindItAndFitsAPhone() {
    let html = page(ReportModel(question: "q", answer: []))
    // The script that draws a chart puts white on the element itself.
    #expect(html.contains("background-color: transparent !important"))
    #expect(html.contains("@media screen and (prefers-color-scheme: dark)"))
    #expect(!html.contains("@media (prefers-color-scheme: dark)"), "paper is never dark")
    #expect(!html.contains("34rem"))
  }
}
