public import Series

/// The words of charts, each in every language: a phrase that lacks one does not compile.
public struct Phrases: Sendable, Equatable {
  /// The language.
  public let language: ChartLanguage

  /// The words of a language.
  ///
  /// - Parameter language: which.
  public init(_ language: ChartLanguage) { self.language = language }

  /// The text in the language chosen.
  func say(_ english: String, _ japanese: String, _ traditionalChinese: String) -> String {
    switch language {
    case .english: english
    case .japanese: japanese
    case .traditionalChinese: traditionalChinese
    }
  }

  /// Sentences of a subtitle joined.
  func join(_ parts: [String]) -> String {
    parts.filter { !$0.isEmpty }.joined(separator: say("; ", "；", "；"))
  }

  /// Names joined by commas.
  func list(_ names: [String]) -> String { names.joined(separator: say(", ", "、", "、")) }

  var year: String { say("year", "年", "年") }
  var fiscalYear: String { say("fiscal year", "年度", "會計年度") }
  var observed: String { say("observed", "実績", "實際值") }
  var median: String { say("median forecast", "予測中央値", "預測中位數") }
  var fitted: String { say("fitted", "当てはめ値", "配適值") }
  var unconfirmed: String { say("unconfirmed value", "未確認の値", "未經確認之數值") }
  var scenario: String { say("scenario", "シナリオ", "情境") }
  var model: String { say("model", "モデル", "模型") }
  var probability: String { say("probability, per cent", "確率（%）", "機率（%）") }
  var allies: String { say("ally", "同盟国", "盟國") }
  var pledge: String { say("pledge or demand", "公約・要求", "承諾或要求") }
  var time: String { say("period", "期間", "期間") }
  var what: String { say("what", "内容", "項目") }
  var assumption: String { say("assumption", "前提", "假設") }
  var from: String { say("from", "から", "自") }
  var to: String { say("to", "まで", "至") }
  var settled: String { say("settled", "実際の妥結", "實際結果") }

  /// An interval by its level.
  func interval(_ level: String) -> String { say("\(level)% interval", "\(level)%区間", "\(level)%區間") }

  /// The ends of an interval by its level.
  func lowerEnd(_ level: String) -> String {
    say("\(level)% interval, lower end", "\(level)%区間の下端", "\(level)%區間下限")
  }
  func upperEnd(_ level: String) -> String {
    say("\(level)% interval, upper end", "\(level)%区間の上端", "\(level)%區間上限")
  }

  /// A number in a sentence: of a share no more digits than it is known to.
  ///
  /// - Parameters:
  ///   - value: the number.
  ///   - unit: the symbol of its unit.
  /// - Returns: the number with groups of digits; in per cent with two decimals, where that leaves something of it.
  public func number(_ value: Double, _ unit: String) -> String {
    guard unit.hasPrefix("percent"), value.magnitude >= 0.1, value.magnitude < 1e6 else {
      return NumberText.grouped(value)
    }
    return NumberText.grouped((100 * value).rounded() / 100)
  }

  /// A number with its unit.
  func amount(_ number: String, _ unit: String) -> String {
    let name = self.unit(unit)
    if unit == "percent_gdp" { return say("\(number) \(name)", "GDP比\(number)%", "GDP之\(number)%") }
    // Characters as wide as high stand right behind a number.
    let isClose = name.first.map { $0 == "%" || WrappedText.cells($0) > 1 } ?? true
    return isClose ? number + name : "\(number) \(name)"
  }

  /// A period as a sentence names it; tables write it as the calendar does.
  ///
  /// - Parameters:
  ///   - calendar: how the series counts.
  ///   - year: the year that names the period.
  /// - Returns: the period.
  public func label(_ calendar: FiscalCalendar, _ year: Int) -> String {
    calendar.isFiscal
      ? say(calendar.label(year), "\(year)年度", "\(year)會計年度") : say("\(year)", "\(year)年", "\(year)年")
  }

  /// A period of a table, of one year or from one to another, as a sentence names it: `FY2027-FY2031`.
  func label(period: String) -> String {
    guard language != .english else { return period }
    let years = period.split(separator: "-").map { $0.hasPrefix("FY") ? $0.dropFirst(2) : $0 }
    guard let first = years.first, years.count <= 2, years.allSatisfy({ Int($0) != nil }) else {
      return period
    }
    let isFiscal = period.hasPrefix("FY")
    let both = years.count == 1 ? "\(first)" : say("", "\(first)〜\(years[1])", "\(first)至\(years[1])")
    return both + (isFiscal ? say("", "年度", "會計年度") : say("", "年", "年"))
  }

  /// The same for a table whose periods are bare years, of a measure whose years may be fiscal years.
  func label(period: String, isFiscal: Bool) -> String {
    let years = period.split(separator: "-")
    guard isFiscal, years.allSatisfy({ Int($0) != nil }) else { return label(period: period) }
    return label(period: years.map { "FY\($0)" }.joined(separator: "-"))
  }

  /// What an axis of periods is called.
  func period(isFiscal: Bool) -> String { isFiscal ? fiscalYear : year }
}

extension Phrases {
  /// The title of one forecast.
  func forecastTitle(_ name: String, period: String, amount: String, interval: Interval?)
    -> String
  {
    guard let interval else {
      return say(
        "\(name): median \(amount) for \(period)", "\(name)：\(period)の予測中央値は\(amount)",
        "\(name)：\(period)預測中位數為\(amount)")
    }
    return say(
      "\(name): median \(amount) for \(period), with \(interval.level)% between \(interval.lower) and \(interval.upper)",
      "\(name)：\(period)の予測中央値は\(amount)、\(interval.level)%区間は\(interval.lower)〜\(interval.upper)",
      "\(name)：\(period)預測中位數為\(amount)，\(interval.level)%區間為\(interval.lower)至\(interval.upper)")
  }

  /// The ends of an interval as text.
  struct Interval {
    let level: String
    let lower: String
    let upper: String
  }

  /// The title of several forecasts that cannot be compared in per cent: what each comes to.
  func forecastsTitle(_ ends: [(name: String, period: String, amount: String)]) -> String {
    let parts = ends.map { end in
      say(
        "\(end.name) \(end.amount) in \(end.period)", "\(end.name) \(end.period)に\(end.amount)",
        "\(end.name)\(end.period)為\(end.amount)")
    }
    return say("Median forecasts: \(list(parts))", "予測中央値：\(list(parts))", "預測中位數：\(list(parts))")
  }

  /// The title of several series: how far each median lies from the last value, in per cent.
  func forecastsTitle(_ changes: [(name: String, change: String)], period: String) -> String {
    let parts = changes.map {
      say("\($0.name) \($0.change)%", "\($0.name) \($0.change)%", "\($0.name)\($0.change)%")
    }
    return say(
      "Medians of \(period) against the last value: \(list(parts))", "最新値と比べた\(period)の予測中央値：\(list(parts))",
      "\(period)預測中位數與最新值相較：\(list(parts))")
  }

  /// The title of several models of one series: the lowest and the highest median.
  func forecastsTitle(_ name: String, period: String, lowest: (String, String), highest: (String, String))
    -> String
  {
    say(
      "\(name) in \(period): medians from \(lowest.1) (\(lowest.0)) to \(highest.1) (\(highest.0))",
      "\(period)の\(name)：中央値は\(lowest.1)（\(lowest.0)）から\(highest.1)（\(highest.0)）まで",
      "\(period)\(name)：中位數自\(lowest.1)（\(lowest.0)）至\(highest.1)（\(highest.0)）")
  }

  /// What a forecast was made with and from.
  func madeWith(_ model: String, origin: String) -> String {
    say(
      "model \(model), record to \(origin)", "モデル \(model)、実績は\(origin)まで", "模型 \(model)，資料至\(origin)")
  }

  /// The title of a fit.
  func fitTitle(_ name: String, model: String, error: String) -> String {
    say(
      "\(name): \(model) misses a year by \(error) on average",
      "\(name)：\(model)の誤差は平均\(error)", "\(name)：\(model)之平均誤差為\(error)")
  }

  /// The title of several fits: what each misses a year by.
  func fitsTitle(_ misses: [(name: String, error: String)]) -> String {
    let parts = misses.map {
      say("\($0.name) \($0.error)", "\($0.name) \($0.error)", "\($0.name) \($0.error)")
    }
    return say(
      "What a fit misses a year by on average: \(list(parts))", "当てはめの平均誤差：\(list(parts))",
      "配適之平均誤差：\(list(parts))")
  }

  /// The breaks of a record.
  func breaks(_ labels: [String]) -> String {
    labels.isEmpty
      ? "" : say("breaks: \(list(labels))", "構造変化：\(list(labels))", "結構變化：\(list(labels))")
  }
}
