/// A date known to the day, the month or the year.
///
/// Dates compare by their last possible day: what was published "in 2019" counts as known only when 2019 is over,
/// so that a look back in time never sees too much.
public struct PartialDate: Sendable, Comparable, CustomStringConvertible {
  /// The text as given.
  public let description: String
  /// The year.
  public let year: Int
  private let month: Int
  private let day: Int

  /// A date from `2020`, `2020-12` or `2020-12-15`.
  ///
  /// - Parameter text: the date.
  /// - Throws: ``SeriesError/notADate(_:)``; who reads a file names the place instead.
  public init(_ text: String) throws(SeriesError) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let digits = parts.allSatisfy { $0.allSatisfy { $0.isASCII && $0.isNumber } }
    guard digits, (1...3).contains(parts.count), parts[0].count == 4, let year = Int(parts[0]) else {
      throw .notADate(text)
    }
    var month = 12
    if parts.count > 1 {
      guard parts[1].count == 2, let given = Int(parts[1]), (1...12).contains(given) else {
        throw .notADate(text)
      }
      month = given
    }
    var day = Self.days(in: month, of: year)
    if parts.count > 2 {
      guard parts[2].count == 2, let given = Int(parts[2]),
        (1...day).contains(given)
      else { throw .notADate(text) }
      day = given
    }
    description = text
    (self.year, self.month, self.day) = (year, month, day)
  }

  /// The first day of a month.
  ///
  /// - Parameter month: counted from January of year 0, as ``monthIndex``.
  public init(firstDayOfMonth month: Int) {
    let year = month >= 0 ? month / 12 : (month - 11) / 12
    self.year = year
    self.month = month - 12 * year + 1
    day = 1
    let digits = self.month < 10 ? "0\(self.month)" : "\(self.month)"
    description = "\(year)-\(digits)-01"
  }

  /// The month, counted from January of year 0; of a year alone, its December.
  public var monthIndex: Int { 12 * year + month - 1 }

  /// The first day that the date can mean: of a month its first day, of a year the first of January.
  public var earliest: PartialDate {
    switch description.utf8.count {
    case 4: PartialDate(firstDayOfMonth: 12 * year)
    case 7: PartialDate(firstDayOfMonth: monthIndex)
    default: self
    }
  }

  /// The day before the first day that the date can stand for: of 2019-03-08 the day before, of 2019-03 the last day of
  /// February, of 2019 the last day of 2018.
  public var dayBefore: PartialDate {
    let length = description.utf8.count
    if length > 7, day > 1 { return PartialDate(year, month, day - 1) }
    let index = (length > 4 ? monthIndex : 12 * year) - 1
    let before = PartialDate(firstDayOfMonth: index)
    return PartialDate(before.year, before.month, Self.days(in: before.month, of: before.year))
  }

  private init(_ year: Int, _ month: Int, _ day: Int) {
    (self.year, self.month, self.day) = (year, month, day)
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    description = "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  /// Whether the left date's last possible day is earlier.
  ///
  /// - Parameters:
  ///   - left: a date.
  ///   - right: another.
  /// - Returns: the order of the days.
  public static func < (left: PartialDate, right: PartialDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  /// Whether both stand for the same last day.
  ///
  /// - Parameters:
  ///   - left: a date.
  ///   - right: another.
  /// - Returns: equality of the days, not of the texts.
  public static func == (left: PartialDate, right: PartialDate) -> Bool {
    (left.year, left.month, left.day) == (right.year, right.month, right.day)
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    default: 31
    }
  }
}
