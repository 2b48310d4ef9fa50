import Testing

@testable import Reporting

struct WrappedTextTests {
  @Test func aShortTextIsOneLine() {
    #expect(WrappedText.lines("a b", width: 600, fontSize: 16) == ["a b"])
    #expect(WrappedText.lines("", width: 600, fontSize: 16) == [""])
  }

  @Test func linesBreakAtBlanksAndLoseNothing() {
    let text = "one two three four five six seven eight nine ten eleven twelve"
    let lines = WrappedText.lines(text, width: 160, fontSize: 16)
    #expect(lines.count > 2)
    #expect(lines.joined(separator: " ") == text)
    #expect(lines.allSatisfy { $0.count <= 20 })
  }

  @Test func wideCharactersBreakAnywhereButBeforeAClosingMark() {
    let text = "在日米軍駐留経費負担、日本の負担は、増える"
    let lines = WrappedText.lines(text, width: 160, fontSize: 16)
    #expect(lines.joined() == text)
    #expect(lines.count > 1)
    #expect(lines.allSatisfy { !$0.hasPrefix("、") })
  }

  @Test func noLineEndsWithAnOpeningMark() {
    let text = "中央値を最も動かすのは期間中の増加（「億円」）"
    for width in 100...300 {
      let lines = WrappedText.lines(text, width: width, fontSize: 16)
      #expect(lines.joined() == text)
      #expect(lines.allSatisfy { !$0.hasSuffix("（") && !$0.hasSuffix("「") }, "\(lines)")
    }
  }

  @Test func aWordLongerThanTheLineStaysWhole() {
    let word = String(repeating: "x", count: 90)
    #expect(WrappedText.lines("a \(word) b", width: 160, fontSize: 16) == ["a", word, "b"])
  }

  @Test func aWidthOfNothingStillGivesLines() {
    #expect(WrappedText.lines("a b c", width: 0, fontSize: 0).joined(separator: " ") == "a b c")
  }
}
