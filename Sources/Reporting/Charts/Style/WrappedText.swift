/// Text broken into lines, because Vega-Lite does not break a title.
enum WrappedText {
  /// The lines of a text.
  ///
  /// Widths are estimated: a letter is half as wide as its size, a Chinese, Japanese or Korean character as wide as it. A line breaks
  /// at a blank, or between two wide characters.
  ///
  /// - Parameters:
  ///   - text: without line ends.
  ///   - width: pixels across.
  ///   - fontSize: in pixels.
  /// - Returns: at least one line.
  static func lines(_ text: String, width: Int, fontSize: Int) -> [String] {
    let room = max(2 * width / max(fontSize, 1), 20)
    var lines: [String] = []
    var line = ""
    var used = 0
    for piece in pieces(text) {
      let size = piece.reduce(0) { $0 + cells($1) }
      if used > 0, used + size > room {
        lines.append(line)
        (line, used) = ("", 0)
      }
      line += piece
      used += size
    }
    lines.append(line)
    return lines.map { line in
      var line = line
      while line.last == " " { line.removeLast() }
      return line
    }
  }

  /// What may not be broken: a word with the blank behind it, or one wide character with the marks that close it.
  private static func pieces(_ text: String) -> [String] {
    var pieces: [String] = []
    var word = ""
    for character in text {
      let isWide = cells(character) > 1
      if isWide, !closing.contains(character), let last = word.last, !opening.contains(last) {
        pieces.append(word)
        word = ""
      }
      word.append(character)
      // What opens stays with what it opens.
      if opening.contains(character) { continue }
      if character == " " || isWide {
        if closing.contains(character), !pieces.isEmpty, word.count == 1 {
          pieces[pieces.count - 1] += word
        } else {
          pieces.append(word)
        }
        word = ""
      }
    }
    if !word.isEmpty { pieces.append(word) }
    return pieces
  }

  private static let opening: Set<Character> = ["（", "「"]
  private static let closing: Set<Character> = ["、", "。", "，", "：", "；", "）", "」", "・"]

  /// How many half-widths a character takes.
  static func cells(_ character: Character) -> Int {
    guard let scalar = character.unicodeScalars.first else { return 0 }
    let wide: [ClosedRange<UInt32>] = [
      0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD,
    ]
    return wide.contains { $0.contains(scalar.value) } ? 2 : 1
  }
}
