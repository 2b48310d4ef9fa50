import Reporting

/// The scenarios side by side: what each comes to in its first year and over its term, and its chances.
struct ScenarioComparison: Equatable {
  /// A quantity of one scenario.
  struct Amount: Equatable {
    /// What is counted, of which period, in which unit.
    let measure, unit, period: String
    /// The median, and what 90 % of the simulated futures lie between.
    let low, median, high: Double

    /// Whether another counts the same.
    func isAlike(_ other: Amount?) -> Bool {
      measure == other?.measure && unit == other?.unit && period == other?.period
    }
  }

  /// A probability, and what inputs that are not known leave open of it.
  struct Chance: Equatable {
    let value: Double
    let low, high: Double?
  }

  /// What is told of one scenario.
  struct Line: Equatable {
    /// What tells it from the others, and the date after which nothing was used.
    let name, asOf: String
    /// The first year of the term; without one, of the first measure the last year.
    let lead: Amount?
    /// The yearly mean of the term, where there is one.
    let mean: Amount?
    /// By the name of the event.
    let chances: [String: Chance]
    /// What the first amount puts over what, where it is a ratio or counts allies that have one.
    let definition: String?
  }

  /// The scenarios in their order.
  let lines: [Line]
  private let shared: String
  private let phrases = Phrases(.english)

  /// The events that a line tells, in their order.
  private static let events = ["agreed_by_expiry", "stopgap", "lapse", "furlough"]

  /// Reads the tables of `project`.
  ///
  /// - Parameters:
  ///   - paths: the table of paths.
  ///   - events: the table of events.
  ///   - words: the scenarios and their names.
  ///   - asOf: the date of each.
  ///   - definitions: what the ratio of each puts over what, where it has one.
  init(
    paths: Table, events: Table, words: ScenarioWords, asOf: [String: String],
    definitions: [String: String] = [:]
  ) {
    shared = words.shared
    lines = words.identifiers.map { scenario in
      let own = paths.rows.filter { $0.first == .text(scenario) }.compactMap { Self.amount($0, paths) }
      var chances: [String: Chance] = [:]
      for row in events.rows where row.first == .text(scenario) {
        guard let (event, chance) = Self.chance(row, events), Self.events.contains(event) else { continue }
        chances[event] = chance
      }
      let lead = Self.lead(own)
      let isRatio = lead.map { Self.isRatio($0.measure) } ?? false
      return Line(
        name: words.name(scenario), asOf: asOf[scenario] ?? "", lead: lead,
        mean: own.last { $0.measure.hasSuffix("_term_mean") }, chances: chances,
        definition: isRatio ? definitions[scenario] : nil)
    }
  }

  private static func amount(_ row: [Cell], _ table: Table) -> Amount? {
    let texts = ["measure", "unit", "period"].compactMap { text(row, $0, table) }
    let numbers = ["q05", "q50", "q95"].compactMap { number(row, $0, table) }
    guard texts.count == 3, numbers.count == 3 else { return nil }
    return Amount(
      measure: texts[0], unit: texts[1], period: texts[2], low: numbers[0], median: numbers[1],
      high: numbers[2])
  }

  private static func chance(_ row: [Cell], _ table: Table) -> (String, Chance)? {
    guard let event = text(row, "event", table), let value = number(row, "probability", table) else {
      return nil
    }
    return (event, Chance(value: value, low: number(row, "q05", table), high: number(row, "q95", table)))
  }

  private static func text(_ row: [Cell], _ column: String, _ table: Table) -> String? {
    guard let place = table.columns.firstIndex(of: column), case .text(let text) = row[place] else {
      return nil
    }
    return text
  }

  private static func number(_ row: [Cell], _ column: String, _ table: Table) -> Double? {
    guard let place = table.columns.firstIndex(of: column), case .number(let value) = row[place] else {
      return nil
    }
    return value
  }

  /// What a scenario is summed up by: the first year of its term; of ratios how many allies get there, or where its ally ends.
  private static func lead(_ amounts: [Amount]) -> Amount? {
    if let first = amounts.last(where: { $0.measure.hasSuffix("_first_year") }) { return first }
    if let allies = amounts.last(where: { $0.measure.hasPrefix("allies_at_") }) { return allies }
    return amounts.last { $0.measure == amounts.first?.measure }
  }

  private static func isRatio(_ measure: String) -> Bool {
    measure.hasPrefix("defense_gdp_ratio") || measure.hasPrefix("allies_at_")
  }

  /// The amount that all scenarios have alike, of which a heading can speak once.
  private func common(_ amounts: [Amount?]) -> Amount? {
    guard let first = amounts.first ?? nil, amounts.allSatisfy({ first.isAlike($0) }) else { return nil }
    return first
  }

  /// The events that some scenario has.
  private var known: [String] { Self.events.filter { event in lines.contains { $0.chances[event] != nil } } }

  // MARK: The table

  /// A row for each scenario: median with its interval of the first year and of the term's mean, and the chances in per cent.
  var table: Table {
    let (leads, means) = (lines.map(\.lead), lines.map(\.mean))
    let hasMeans = means.contains { $0 != nil }
    let amounts =
      [heading(leads, "amount")] + (hasMeans ? [heading(means, "yearly mean of the term")] : [])
    var table = Table(columns: ["scenario"] + amounts + known.map { phrases.event($0) })
    for line in lines {
      let own = [cell(line.lead, leads)] + (hasMeans ? [cell(line.mean, means)] : [])
      let odds = known.map { event in
        // In whole per cent: what a probability of this kind carries.
        Cell.optional(line.chances[event].map { (100 * $0.value).rounded() })
      }
      table.rows.append([.text(line.name)] + own + odds)
    }
    return table
  }

  private func heading(_ amounts: [Amount?], _ otherwise: String) -> String {
    common(amounts).map { "\(phrases.measure($0.measure)), \($0.period)" } ?? otherwise
  }

  /// Median and interval; what they are of too, where that is not the same in every row.
  private func cell(_ amount: Amount?, _ all: [Amount?]) -> Cell {
    guard let amount else { return .missing }
    // The interval stays in one piece.
    let ends = "\(number(amount.low, amount))\u{A0}to\u{A0}\(number(amount.high, amount))"
    let numbers = "\(number(amount.median, amount)) [\(ends)]"
    guard common(all) == nil else { return .text(numbers) }
    let what = "\(phrases.measure(amount.measure)), \(amount.period)"
    return .text("\(what): \(numbers) \(phrases.unit(amount.unit))")
  }

  private func number(_ value: Double, _ amount: Amount) -> String { phrases.number(value, amount.unit) }

  /// What a reader of the table has to know first.
  var note: String {
    let unit = common(lines.map(\.lead)).map { " in \(phrases.unit($0.unit))" } ?? ""
    var sentences = [
      "\(dates) Amounts are medians\(unit), in brackets what 90% of the simulated futures lie between"
    ]
    sentences[0] += known.isEmpty ? "." : "; chances are in per cent."
    if !counted.isEmpty { sentences.append(counted) }
    if known.contains("agreed_by_expiry"), known.contains("lapse") {
      let late = phrases.event("lapse")
      sentences.append(
        "The chances overlap: what is agreed in time and approved late counts under “\(phrases.event("agreed_by_expiry"))” "
          + "and under “\(late)”.")
    }
    let open = lines.compactMap { line -> String? in
      guard let chance = line.chances["lapse"], let low = chance.low, let high = chance.high else {
        return nil
      }
      let range = "\(NumberText.percent(low)) to \(NumberText.percent(high))%"
      return lines.count > 1 ? "\(range) (\(line.name))" : range
    }
    if !open.isEmpty {
      sentences.append("They rest on few cases: nine chances in ten for the latter are \(open.joinedAsList).")
    }
    return sentences.joined(separator: " ")
  }

  /// What the ratios are, by definition where there are several.
  private var counted: String {
    var definitions: [String] = []
    for line in lines {
      if let definition = line.definition, !definitions.contains(definition) {
        definitions.append(definition)
      }
    }
    let parts = definitions.map { definition in
      let names = lines.filter { $0.definition == definition }.map { "“\($0.name)”" }
      return names.count < lines.count ? "\(definition) (\(names.joinedAsList))" : definition
    }
    return parts.isEmpty ? "" : "The ratio is \(parts.joined(separator: "; "))."
  }

  /// As of when the scenarios are, by date where there are several.
  private var dates: String {
    var days: [String] = []
    for line in lines where !days.contains(line.asOf) { days.append(line.asOf) }
    guard days.count > 1 else { return "As of \(days.first ?? "")." }
    let parts = days.map { day in
      let names = lines.filter { $0.asOf == day }.map { "“\($0.name)”" }
      return day == days.last && names.count > 1
        ? "\(day) (the others)" : "\(day) (\(names.joinedAsList))"
    }
    return "As of \(parts.joinedAsList)."
  }

  // MARK: The sentence

  /// How many scenarios a sentence names; the others stand in the table.
  private static let mostNamed = 4

  /// What each scenario comes to, as of when, and how likely an agreement in time is; `nil` without an amount.
  var sentence: String? {
    let amounts = lines.filter { $0.lead != nil }
    let isAlike =
      common(amounts.map(\.lead)) != nil && amounts.allSatisfy { $0.definition == amounts.first?.definition }
    // Each of which something else is counted takes a clause of its own.
    let told = amounts.prefix(isAlike ? Self.mostNamed : Self.mostNamed - 2)
    guard let first = told.first, let lead = first.lead else { return nil }
    let hasOneDate = told.allSatisfy { $0.asOf == first.asOf }
    let place = [shared, hasOneDate ? "as of \(first.asOf)" : ""].filter { !$0.isEmpty }
    let parts = told.enumerated().map { index, line in
      part(line, isBrief: index > 0 && isAlike, hasDate: !hasOneDate, isAlike: isAlike)
    }
    let opening = "Negotiated" + (place.isEmpty ? "" : " (\(place.joined(separator: ", ")))")
    let subject = isAlike ? ", \(Self.subject(lead, first.definition, phrases)) comes to " : ": "
    let more = lines.count > told.count ? "; the others stand in the table" : ""
    return opening + subject + (isAlike ? parts.joinedAsList : parts.joined(separator: "; ")) + more + "."
  }

  /// One scenario of the sentence: behind another of the same measure the numbers alone, in the same order.
  private func part(_ line: Line, isBrief: Bool, hasDate: Bool, isAlike: Bool) -> String {
    guard let lead = line.lead else { return "" }
    let (low, high) = (number(lead.low, lead), number(lead.high, lead))
    let range = isBrief ? "\(low) to \(high)" : "90% of futures between \(low) and \(high)"
    let events = [("agreed_by_expiry", "agreed before expiry in "), ("stopgap", "extended by a year in ")]
    let odds = events.compactMap { event, words in
      line.chances[event].map { (isBrief ? "" : words) + "\(NumberText.percent($0.value))%" }
    }
    let inside = [range, odds.joinedAsList].filter { !$0.isEmpty }
    let amount = number(lead.median, lead) + (isBrief ? "" : " \(phrases.unit(lead.unit))")
    let date = hasDate ? " as of \(line.asOf)" : ""
    let numbers = "(\(inside.joined(separator: "; ")))"
    return isAlike
      ? "\(amount) under “\(line.name)”\(date) \(numbers)"
      : "under “\(line.name)”\(date), \(Self.subject(lead, line.definition, phrases)) comes to \(amount) \(numbers)"
  }

  private static func subject(_ amount: Amount, _ definition: String?, _ phrases: Phrases) -> String {
    let name = phrases.measure(amount.measure)
    let article =
      name.hasPrefix("Allies") ? "the number of " : amount.measure.hasPrefix("defense") ? "" : "the "
    let inside = definition.map { " (\($0))" } ?? ""
    return article + name.lowercasedFirst + inside + " in " + amount.period
  }
}

extension String {
  /// The same as the middle of a sentence has it.
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }

  /// The same in brackets: a first word in capitals, such as NATO, stays.
  var startingSmall: String { dropFirst().first?.isUppercase == true ? self : lowercasedFirst }
}
