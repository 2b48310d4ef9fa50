import Testing

@testable import Reporting

@Suite struct TextWidthTests {
  @Test(arguments: [
    ("", 0), ("japan", 5), ("é", 1), ("e\u{301}", 1), ("日本", 4), ("한국", 4), ("ＡＢ", 4), ("ｶﾅ", 2), ("🇯🇵", 2),
    ("🚀a", 3), ("…", 1),
    ("φ", 1), ("・", 2),
  ])
  func countsPlacesOfATerminal(_ text: String, _ places: Int) {
    #expect(TextWidth.of(text) == places)
  }

  @Test func columnsOfWideCharactersAreAligned() {
    let table = Table(
      columns: ["id", "n"], rows: [[.text("日本"), .integer(1)], [.text("abc"), .integer(12)]])
    #expect(AlignedText.render(table) == "id     n\n日本   1\nabc   12\n")
  }
}
