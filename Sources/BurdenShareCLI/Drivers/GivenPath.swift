import Series

/// One `--given`: values that a series is assumed to take, such as `japan-defense-ratio=2%@FY2027..`.
struct GivenPath: Sendable, Equatable {
  /// What is assumed.
  enum Values: Sendable, Equatable {
    /// The same value each year.
    case constant(Double)
    /// One value a year.
    case list([Double])
    /// The value of the year before, times this.
    case growth(Double)
  }

  /// The option as it was typed.
  let text: String
  /// The series.
  let name: String
  let values: Values
  /// Whether the values were written with `%`.
  let isPercent: Bool
  let periods: PeriodOption

  /// The path of a text.
  ///
  /// - Parameter text: NAME=VALUES@PERIODS; VALUES is a number, numbers joined by commas, or growth:PERCENT.
  /// - Throws: ``CommandFailure`` for anything else.
  init(_ text: String) throws {
    guard let equals = text.firstIndex(of: "="), let at = text.lastIndex(of: "@"), equals < at else {
      throw Self.wrong(text, "is not NAME=VALUES@PERIODS")
    }
    self.text = text
    name = String(text[..<equals])
    let periods = try PeriodOption(text[text.index(after: at)...], of: "--given '\(text)'")
    self.periods = periods
    var body = text[text.index(after: equals)..<at]
    let isGrowth = body.hasPrefix("growth:")
    if isGrowth { body = body.dropFirst("growth:".count) }
    var numbers: [Double] = []
    var marks: Set<Bool> = []
    for part in body.split(separator: ",", omittingEmptySubsequences: false) {
      marks.insert(part.hasSuffix("%"))
      guard let number = NumberOption.parse(part.hasSuffix("%") ? part.dropLast() : part) else {
        throw Self.wrong(text, "has a value that is not a number: '\(part)'")
      }
      numbers.append(number)
    }
    guard !name.isEmpty else { throw Self.wrong(text, "names no series") }
    guard marks.count == 1 else { throw Self.wrong(text, "mixes values with and without %") }
    isPercent = marks.contains(true)
    if isGrowth {
      guard numbers.count == 1, isPercent, numbers[0] > -100, numbers[0] <= 1000 else {
        throw Self.wrong(text, "needs one growth rate in per cent a year, above -100 %")
      }
      values = .growth(1 + numbers[0] / 100)
    } else if numbers.count == 1 {
      values = .constant(numbers[0])
    } else {
      if let last = periods.last, last - periods.first + 1 != numbers.count {
        throw Self.wrong(text, "has \(numbers.count) values for \(last - periods.first + 1) years")
      }
      values = .list(numbers)
    }
  }

  private static func wrong(_ text: String, _ what: String) -> CommandFailure {
    CommandFailure(
      .usage, "--given '\(text)' \(what)",
      hint: "such as japan-defense-ratio=2%@FY2027.. or japan-gdp=growth:2.5%@FY2026..FY2030")
  }

  /// Refuses `%` for a series that is not in per cent, and values that the quantity cannot take.
  ///
  /// - Parameters:
  ///   - unit: of the series.
  ///   - bounds: of the series.
  /// - Throws: ``CommandFailure``.
  func requireFit(_ unit: Unit, _ bounds: Bounds) throws {
    if case .growth = values { return }
    guard !isPercent || unit == Unit("percent") else {
      throw CommandFailure(
        .usage, "--given '\(text)': '\(name)' is not in per cent but in \(unit)",
        hint: "leave the % out, or give growth:RATE%")
    }
    let numbers: [Double]
    switch values {
    case .constant(let value): numbers = [value]
    case .list(let list): numbers = list
    case .growth: numbers = []
    }
    for number in numbers where !bounds.contains(number) {
      throw CommandFailure(
        .usage, "--given '\(text)': '\(name)' cannot be \(numeral(number))", hint: Self.limits(bounds, unit))
    }
  }

  /// Which values a quantity can take.
  private static func limits(_ bounds: Bounds, _ unit: Unit) -> String? {
    switch bounds {
    case .unbounded: nil
    case .nonnegative: "amounts in \(unit) are zero or above"
    case .positive: "amounts in \(unit) are above zero"
    case .percent: "a share in per cent lies between 0 and 100"
    }
  }

  /// The values by year, after those that are known.
  ///
  /// - Parameters:
  ///   - end: the last year that is asked for; an open range ends there.
  ///   - before: the value of a year, for growth.
  /// - Returns: year and value, in order.
  /// - Throws: ``CommandFailure`` for growth without a value to start from, and a path that begins after the end.
  func years(to end: Int, before: (Int) -> Double?) throws -> [(year: Int, value: Double)] {
    var last = periods.last ?? end
    if case .list(let list) = values { last = periods.first + list.count - 1 }
    guard periods.first <= min(last, end) else {
      throw CommandFailure(
        .usage, "--given '\(text)' begins after \(end), the last year that is needed",
        hint: "use a longer --horizon")
    }
    guard last - periods.first < AnnualSeries.longestSpan else {
      throw CommandFailure(.usage, "--given '\(text)' spans more than \(AnnualSeries.longestSpan) years")
    }
    var found: [(year: Int, value: Double)] = []
    for year in periods.first...last {
      let value: Double
      switch values {
      case .constant(let number): value = number
      case .list(let list): value = list[year - periods.first]
      case .growth(let factor):
        guard let earlier = found.last?.value ?? before(year - 1) else {
          throw CommandFailure(
            .usage, "--given '\(text)': there is no value for \(year - 1) to grow from",
            hint: "begin the path in the year after the last known value, or give values")
        }
        value = earlier * factor
      }
      guard value.isFinite else { throw CommandFailure(.usage, "--given '\(text)' grows beyond all numbers") }
      found.append((year, value))
    }
    return found
  }
}
