/// A picture of a report: an `svg` element made fit to stand beside others on one page.
struct ReportPicture {
  private let svg: String
  private let number: Int
  private let text: String

  /// A picture.
  ///
  /// - Parameters:
  ///   - svg: an `svg` element.
  ///   - number: of the figure.
  ///   - text: what a reader who does not see it is told.
  init(_ svg: String, number: Int, text: String) { (self.svg, self.number, self.text) = (svg, number, text) }

  /// The element.
  ///
  /// Names within the picture get the figure's number, because two pictures may use the same; its own words for readers who do
  /// not see it are those of the marks, a hundred of them, so one label stands for the whole.
  var html: String {
    let element = svg.firstRange(of: "<svg").map { String(svg[$0.lowerBound...]) } ?? svg
    let named = element.replacing("id=\"", with: "id=\"chart-\(number)-")
      .replacing("url(#", with: "url(#chart-\(number)-")
    return """
      <div class="scroll picture\(shape)"\(least) role="region" tabindex="0" aria-label="Chart \(number)">
      <div role="img" aria-label="\(HTMLText.escaped(text))" data-picture="\(number)">
      \(named)
      </div>
      </div>
      """
  }

  /// How small the picture may be drawn: its smallest words are then still read, and what has no room is scrolled to.
  private var least: String {
    guard let width = size("width"), width > 0, width < 100_000 else { return "" }
    return " style=\"--least: \(Int((0.9 * width).rounded()))px\""
  }

  /// How the picture's height stands to its width, by which paper gives it room: two wide ones share a page.
  private var shape: String {
    guard let width = size("width"), let height = size("height"), width > 0 else { return "" }
    return height < 0.8 * width ? " broad" : height > 1.3 * width ? " tall" : ""
  }

  /// A size of the element in pixels, as its first tag has it.
  private func size(_ name: String) -> Double? {
    guard let start = svg.firstRange(of: "<svg") else { return nil }
    let tag = svg[start.upperBound...].prefix { $0 != ">" }
    guard let opening = tag.firstRange(of: " \(name)=\"") else { return nil }
    return Double(tag[opening.upperBound...].prefix { $0 != "\"" })
  }
}
