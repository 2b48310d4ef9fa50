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

  @Test(arguments: [
    ("2027年度からの日本 – 2027年度の初年度の負担額：2,305（現状維持型の姿勢）から2,360億円（要求型の姿勢）まで", ["2,305", "2,360億円", "2027年度"]),
    ("韓国の防衛費分担金は2031年に17,126 億ウォン、90%は8か国から12か国、3か月以上", ["17,126 億ウォン", "2031年", "8か国", "12か国", "3か月"]),
    ("2027至2031會計年度之首年負擔額：2,305至2,360億日圓，2035會計年度達GDP之3.5%", ["2,360億日圓", "2031會計年度", "3.5%"]),
    ("線と記号：中央値、棒：シミュレーションの90%；2027〜2031年度の協定期間（億円）", ["シミュレーション", "2027〜2031年度", "億円）"]),
    ("First-year payment in FY2027: 2,323 hundred million yen at the median", ["2,323 hundred million yen"]),
    ("防衛費（GDP比）は増加率の事前分布の重み(年)で決まる、-0.5から+137.7億円", ["(年)", "-0.5", "+137.7億円"]),
  ])
  func noLineBreaksInsideANumberOrAUnit(_ text: String, _ whole: [String]) {
    for width in stride(from: 60, through: 400, by: 5) {
      let lines = WrappedText.lines(text, width: width, fontSize: 12)
      #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
      for part in whole {
        #expect(lines.contains { $0.contains(part) }, "\(part) in \(lines)")
      }
    }
  }

  @Test func aLineRatherEndsWhereASentenceDoes() {
    let marks = "線：中央値、棒：最終年のシミュレーションの90%；黒：実績；菱形：公約・要求"
    let room = { (cells: Int) in WrappedText.lines(marks, width: cells, fontSize: 2).first }
    #expect(room(62) == "線：中央値、棒：最終年のシミュレーションの90%；黒：実績；")
    // Not where that would leave a third of the line empty.
    #expect(room(20) == "線：中央値、棒：最終")
    let english = "per cent of GDP; over the GDP of FY2022; line and symbol: median"
    #expect(
      WrappedText.lines(english, width: 50, fontSize: 2).first == "per cent of GDP; over the GDP of FY2022;")
  }

  @Test func aWordLongerThanTheLineStaysWhole() {
    let word = String(repeating: "x", count: 90)
    #expect(WrappedText.lines("a \(word) b", width: 160, fontSize: 16) == ["a", word, "b"])
  }

  @Test func aWidthOfNothingStillGivesLines() {
    #expect(WrappedText.lines("a b c", width: 0, fontSize: 0).joined(separator: " ") == "a b c")
  }
}
