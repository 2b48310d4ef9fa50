import Reporting

/// The page that vl-convert makes of a chart, completed with what a page needs: a language, a title, a width for phones, and a
/// style for the dark.
enum ChartPage {
  /// Adds language, title, viewport and style to a page.
  ///
  /// - Parameters:
  ///   - page: as vl-convert writes it.
  ///   - chart: the chart on it.
  /// - Returns: the page; as it is where it does not begin as expected.
  static func completed(_ page: [UInt8], _ chart: Chart) -> [UInt8] {
    var head = String(decoding: page.prefix(headLength), as: UTF8.self)
    let title = "<title>\(HTMLText.escaped(chart.title))</title>"
    let viewport = "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
    let style = "<meta name=\"color-scheme\" content=\"light dark\"><style>\n\(PictureStyle.page)\n</style>"
    replace(
      "<html>", by: "<html lang=\"\(chart.language.rawValue)\" class=\"picture\">", in: &head)
    replace("<title>Chart</title>", by: title + viewport + style, in: &head)
    return Array(head.utf8) + page.dropFirst(headLength)
  }

  /// Where the page's own head stands, before any script; all of it is ASCII.
  private static let headLength = 512

  private static func replace(_ text: String, by other: String, in head: inout String) {
    guard let range = head.firstRange(of: text) else { return }
    head.replaceSubrange(range, with: other)
  }
}
