internal import Series

/// Years as tables write them: `2020`, `2020.0`, `FY2020` (in capitals or not), `2020-04-01`, `2020-04-01T00:00:00`.
enum PeriodText {
  /// The largest year in absolute value; numbered periods (1, 2, 3 …) count as years.
  static let largest = 99_999

  /// The year of plain digits, without making a string.
  ///
  /// - Parameter bytes: the field.
  /// - Returns: the year, or `nil` for any other form.
  static func plainYear(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard (1...5).contains(bytes.count) else { return nil }
    var year = 0
    for byte in bytes {
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
      year = year * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return year
  }

  /// The year of any form.
  ///
  /// - Parameter text: without blanks around it.
  /// - Returns: the year and whether it was written as a fiscal one, or `nil`.
  static func parse(_ text: String) -> (year: Int, isFiscal: Bool)? {
    if text.prefix(2).lowercased() == "fy" {
      return year(text.dropFirst(2)).map { ($0, true) }
    }
    if let plain = year(text[...]) { return (plain, false) }
    if text.hasSuffix(".0"), let plain = year(text.dropLast(2)) { return (plain, false) }
    // Ten characters are a whole date or none, the time of day after it does not matter.
    let rest = text.dropFirst(10)
    guard text.count >= 10, (try? PartialDate(String(text.prefix(10)))) != nil,
      rest.isEmpty || rest.first == "T" || rest.first == " "
    else { return nil }
    return year(text.prefix(4)).map { ($0, false) }
  }

  private static func year(_ text: Substring) -> Int? {
    guard let year = Int(text), !text.hasPrefix("+"), year.magnitude <= largest else { return nil }
    return year
  }
}
