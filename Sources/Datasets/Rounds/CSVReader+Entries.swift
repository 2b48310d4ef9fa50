internal import Series

extension CSVReader {
  /// The place of a field of the current record.
  ///
  /// - Parameter index: of the column.
  /// - Returns: file, line and column.
  func place(_ index: Int) -> FilePlace { FilePlace(file, line, index + 1) }

  /// A field that may not be empty.
  ///
  /// - Parameter index: of the column.
  /// - Returns: its text.
  /// - Throws: ``DataError/emptyIdentifier(_:column:)``.
  func required(_ index: Int) throws(DataError) -> String {
    let text = try text(index)
    guard !text.isEmpty else { throw .emptyIdentifier(place(index), column: header[index]) }
    return text
  }

  /// A date.
  ///
  /// - Parameter index: of the column.
  /// - Returns: the date, or `nil` for an empty field.
  /// - Throws: ``DataError/invalidDate(_:column:text:)``.
  func date(_ index: Int) throws(DataError) -> PartialDate? {
    let text = try text(index)
    guard !text.isEmpty else { return nil }
    do {
      return try PartialDate(text)
    } catch {
      throw .invalidDate(place(index), column: header[index], text: text)
    }
  }

  /// An amount above zero.
  ///
  /// - Parameter index: of the column.
  /// - Returns: the amount, or `nil` for an empty field.
  /// - Throws: ``DataError`` for text, and for zero and below.
  func amount(_ index: Int) throws(DataError) -> Double? {
    guard let value = try number(index) else { return nil }
    guard value > 0 else { throw .notPositive(place(index), column: header[index], text: try text(index)) }
    return value
  }

  /// A whole number.
  ///
  /// - Parameters:
  ///   - index: of the column.
  ///   - least: the smallest that the column may hold.
  /// - Returns: the number, or `nil` for an empty field.
  /// - Throws: ``DataError/notACount(_:column:text:least:)``.
  func count(_ index: Int, atLeast least: Int) throws(DataError) -> Int? {
    let text = try text(index)
    guard !text.isEmpty else { return nil }
    guard let number = Int(text), number >= least, number < 10_000 else {
      throw .notACount(place(index), column: header[index], text: text, least: least)
    }
    return number
  }

  /// A word of a fixed list.
  ///
  /// - Parameter index: of the column.
  /// - Returns: what the word stands for.
  /// - Throws: ``DataError/unknownWord(_:column:text:known:)``.
  func word<Word: RawRepresentable & CaseIterable>(_ index: Int) throws(DataError) -> Word
  where Word.RawValue == String {
    try word(try text(index), of: index)
  }

  /// A word of a field that holds several.
  ///
  /// - Parameters:
  ///   - text: the word.
  ///   - index: of the column.
  /// - Returns: what the word stands for.
  /// - Throws: ``DataError/unknownWord(_:column:text:known:)``.
  func word<Word: RawRepresentable & CaseIterable>(_ text: String, of index: Int) throws(DataError) -> Word
  where Word.RawValue == String {
    guard let word = Word(rawValue: text) else {
      throw .unknownWord(
        place(index), column: header[index], text: text, known: Word.allCases.map(\.rawValue))
    }
    return word
  }

  /// Yes or no.
  ///
  /// - Parameter index: of the column.
  /// - Returns: whether it says yes, or `nil` for an empty field.
  /// - Throws: ``DataError/unknownWord(_:column:text:known:)``.
  func answer(_ index: Int) throws(DataError) -> Bool? {
    let text = try text(index)
    guard !text.isEmpty else { return nil }
    guard ["yes", "no"].contains(text) else {
      throw .unknownWord(place(index), column: header[index], text: text, known: ["yes", "no"])
    }
    return text == "yes"
  }

  /// A list joined by semicolons.
  ///
  /// - Parameter index: of the column.
  /// - Returns: its parts, none for an empty field.
  /// - Throws: ``DataError/emptyIdentifier(_:column:)`` for an empty part.
  func list(_ index: Int) throws(DataError) -> [String] {
    let text = try text(index)
    guard !text.isEmpty else { return [] }
    let parts = text.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
    guard parts.allSatisfy({ !$0.isEmpty }) else {
      throw .emptyIdentifier(place(index), column: header[index])
    }
    return parts
  }

  /// The sources of a record.
  ///
  /// - Parameters:
  ///   - index: of the column.
  ///   - known: the sources of the package.
  /// - Returns: their names, at least one.
  /// - Throws: ``DataError`` for none, and for one that is not known.
  func sources(_ index: Int, known: Set<String>) throws(DataError) -> [String] {
    _ = try required(index)
    let sources = try list(index)
    for source in sources where !known.contains(source) {
      throw .unknownReference(
        place(index), column: header[index], text: source, table: "sources.csv",
        nearest: nearestName(to: source, among: known.sorted()))
    }
    return sources
  }
}
