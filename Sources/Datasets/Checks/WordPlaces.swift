/// Where the words of a command stand in the text of a file.
enum WordPlaces {
  /// The places of words that follow each other, parted by nothing but blanks and signs of YAML and of quotation.
  ///
  /// - Parameters:
  ///   - words: in their order.
  ///   - places: where each is known to stand, or the command that it belongs to.
  ///   - text: of the whole file.
  /// - Returns: a place for each word; the known one from where a word is not written as it reads, such as one with escapes.
  static func find(_ words: [String], _ places: [FilePlace], in text: String) -> [FilePlace] {
    guard let first = places.first else { return [] }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { Array($0.unicodeScalars) }
    var (line, column) = (first.line, first.column ?? 1)
    var found: [FilePlace] = []
    for (word, place) in zip(words, places) {
      let scalars = Array(word.unicodeScalars)
      guard let start = next(scalars, lines, line, column) else { break }
      found.append(FilePlace(place.file, start.line, start.column))
      (line, column) = (start.line, start.column + scalars.count)
    }
    return found + places.dropFirst(found.count)
  }

  /// The place of a word that comes next, both numbers from 1.
  private static func next(_ word: [Unicode.Scalar], _ lines: [[Unicode.Scalar]], _ line: Int, _ column: Int)
    -> (line: Int, column: Int)?
  {
    guard !word.isEmpty, line >= 1 else { return nil }
    var (line, column) = (line, column)
    while line <= lines.count {
      let rest = lines[line - 1].dropFirst(column - 1)
      if rest.starts(with: word) { return (line, column) }
      if let sign = rest.first {
        guard signs.contains(sign) else { return nil }
        column += 1
      } else {
        (line, column) = (line + 1, 1)
      }
    }
    return nil
  }

  /// What may stand between words: blanks, quotation marks, the signs of blocks, of flows and of lists.
  private static let signs = Set(" \t\r'\"|>+-[],".unicodeScalars)
}
