import Reporting
import Testing

struct ReportPictureTests {
  private func page(_ picture: String) throws -> String {
    var model = ReportModel(question: "q", answer: [])
    let chart = try FanChart([SampleTables.fan], Phrases(.english), source: "s").chart
    model.figures = [ReportModel.Figure(chart: chart, picture: picture, table: nil)]
    return String(decoding: ReportPage(model).encoded(), as: UTF8.self)
  }

  @Test func paperGivesAPictureRoomByItsShape() throws {
    let broad = "<svg class=\"marks\" width=\"777\" height=\"530\" viewBox=\"0 0 777 530\"></svg>"
    let opening =
      "<div class=\"scroll picture broad\" style=\"--least: 699px\" role=\"region\" tabindex=\"0\""
    #expect(try page(broad).contains(opening), "no smaller than its words can be read")
    #expect(try page(broad).contains(".picture svg { min-width: var(--least, 0); }"))
    let tall = "<?xml version=\"1.0\"?><svg height=\"1267\" width=\"764\"></svg>"
    #expect(try page(tall).contains("class=\"scroll picture tall\""))
    let square = try page("<svg width=\"872\" height=\"911\"></svg>")
    #expect(square.contains("class=\"scroll picture\" style"))
  }

  @Test(arguments: [
    "<svg></svg>", "<svg width=\"0\" height=\"1\">", "<svg width=\"1e308\" height=\"1e400\">", "",
  ])
  func aPictureWithoutASizeHasNone(_ picture: String) throws {
    let html = try page(picture)
    #expect(html.contains("class=\"scroll picture") && !html.contains("--least:"))
  }
}
