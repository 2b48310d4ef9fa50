/// Text broken into lines, because Vega-Lite does not break a title.
enum WrappedText {
  /// The lines of a text.
  ///
  /// Widths are estimated: a letter is half as wide as its size, a Chinese, Japanese or Korean character as wide as it. A line breaks
  /// at a blank, or beside a wide character, but not inside a number, a unit, a number with what it counts, or a word in katakana.
  ///
  /// - Parameters:
  ///   - text: without line ends.
  ///   - width: pixels across.
  ///   - fontSize: in pixels.
  /// - Returns: at least one line.
  static func lines(_ text: String, width: Int, fontSize: Int) -> [String] {
    let room = max(2 * width / max(fontSize, 1), 20)
    var lines: [String] = []
    var line: [String] = []
    var used = 0
    for piece in pieces(text) {
      let size = cells(piece)
      if used > 0, used + size > room {
        let end = end(of: line, room)
        lines.append(line[..<end].joined())
        line.removeFirst(end)
        used = cells(line.joined())
      }
      line.append(piece)
      used += size
    }
    lines.append(line.joined())
    return lines.map { line in
      var line = line
      while line.last == " " { line.removeLast() }
      return line
    }
  }

  /// After how many pieces a full line ends: behind the last mark that parts sentences, where that leaves it two thirds of its
  /// width, else with its last piece.
  private static func end(of line: [String], _ room: Int) -> Int {
    let mark = line.lastIndex { piece in
      piece.last { $0 != " " }.map { parting.contains($0) } ?? false
    }
    guard let mark, 3 * cells(line[...mark].joined()) >= 2 * room else { return line.count }
    return mark + 1
  }

  private static let parting: Set<Character> = ["；", "。", "、", "，", ";"]

  private static func cells(_ text: String) -> Int { text.reduce(0) { $0 + cells($1) } }

  /// What may not be broken: a word with the blank behind it, or one wide character with the marks that close it.
  private static func pieces(_ text: String) -> [String] {
    let characters = Array(text)
    let joints = joints(characters)
    var pieces: [String] = []
    var piece = ""
    for (place, character) in characters.enumerated() {
      piece.append(character)
      let next = place + 1
      guard next < characters.count, !joints.contains(next), isBreak(character, characters[next])
      else { continue }
      pieces.append(piece)
      piece = ""
    }
    return piece.isEmpty ? pieces : pieces + [piece]
  }

  /// Whether a line may end between two characters.
  private static func isBreak(_ left: Character, _ right: Character) -> Bool {
    if left == " " || right == " " { return right != " " }
    guard cells(left) > 1 || cells(right) > 1 else { return false }
    if closing.contains(right) || opening.contains(left) { return false }
    return !(isKatakana(left) && isKatakana(right))
  }

  /// The places before which no line may end, whatever the characters: inside a unit, and between a number and what it counts.
  private static func joints(_ characters: [Character]) -> Set<Int> {
    var joints: Set<Int> = []
    func unit(at place: Int) -> Int {
      Phrases.unbroken.first { characters[place...].starts(with: $0) }?.count ?? 0
    }
    for place in characters.indices {
      let length = unit(at: place)
      if length > 1 { joints.formUnion((place + 1)..<(place + length)) }
      guard place > 0, isDigit(characters[place - 1]) else { continue }
      if cells(characters[place]) > 1 { joints.insert(place) }
      let next = place + 1
      if characters[place] == " ", next < characters.count, unit(at: next) > 0 { joints.insert(next) }
    }
    return joints
  }

  private static func isDigit(_ character: Character) -> Bool { character.isASCII && character.isNumber }

  private static func isKatakana(_ character: Character) -> Bool {
    character.unicodeScalars.allSatisfy { (0x30A1...0x30FC).contains($0.value) && $0.value != 0x30FB }
  }

  private static let opening: Set<Character> = ["（", "「", "(", "〜"]
  private static let closing: Set<Character> = [
    "、", "。", "，", "：", "；", "）", "」", "・", "〜", ")", ",", ".", ":", ";", "%", "ゃ", "ゅ", "ょ", "っ", "々",
  ]

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
