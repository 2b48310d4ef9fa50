/// The words of a report's tables: headings and cells that a command names by keys, as a reader who knows none of them reads them.
///
/// The tables stay as the commands print them; only the page shows them in words.
public struct ReportWords: Sendable, Equatable {
  private let scenarios: ScenarioWords
  private let series: [String: String]
  private let phrases = Phrases(.english)

  /// The words of a report.
  ///
  /// - Parameters:
  ///   - scenarios: the names of its scenarios.
  ///   - series: the titles of its series, by their names in tables.
  public init(scenarios: ScenarioWords = ScenarioWords(), series: [String: String] = [:]) {
    (self.scenarios, self.series) = (scenarios, series)
  }

  /// The heading of a column.
  ///
  /// - Parameter column: its name in the table.
  /// - Returns: words; a name that is not known loses its underscores.
  func heading(_ column: String) -> String {
    Self.headings[column] ?? column.split(separator: "_").joined(separator: " ")
  }

  /// The text of a cell that is a text.
  ///
  /// - Parameters:
  ///   - text: the cell.
  ///   - column: the name of its column.
  ///   - table: the columns of the table, for a word that two tables use differently.
  /// - Returns: words; a key that is not known stays.
  func text(_ text: String, _ column: String, in table: [String]) -> String {
    switch column {
    case "scenario": return scenarios.name(text)
    case "series", "series_id": return series[text] ?? text
    case "unit": return phrases.unit(text)
    case "measure":
      let name = phrases.measure(text)
      return name == text ? phrases.event(text) : name
    case "event": return phrases.event(text)
    case "driver": return text == "neutral" ? "the start, with none of these" : phrases.driver(text)
    // Where assumptions are listed with their meaning, the key is what --assume takes.
    case "assumption": return table.contains("meaning") ? text : phrases.assumption(text)
    case "mark": return mark(text)
    case "value": return value(text)
    case "source_id": return text.replacing(";", with: "; ")
    case "ally": return phrases.economy(text)
    case "status": return text.split(separator: "_").joined(separator: " ")
    case "model": return Self.models[text] ?? text
    case "ask": return Self.asks[text] ?? text
    case "score": return Self.scores[text] ?? text
    case "against": return Self.baselines[text] ?? text
    default: return text
    }
  }

  /// Whether an assumption is estimated, from how many cases, or assumed.
  private func mark(_ text: String) -> String {
    text.hasSuffix(" fitted")
      ? "\(phrases.mark(String(text.dropLast(7)))), fitted here" : phrases.mark(text)
  }

  /// The value of an assumption: an amount with its unit in words.
  private func value(_ text: String) -> String {
    let parts = text.split(separator: " ")
    guard parts.count == 2, let amount = Double(parts[0]) else {
      return ["true": "yes", "false": "no"][text] ?? text.replacing(";", with: "; ")
    }
    let symbol = String(parts[1])
    return "\(NumberText.grouped(amount)) \(symbol == "USD_BN" ? "billion US dollars" : phrases.unit(symbol))"
  }

  private static let models = ["naive": "last value (naive)", "drift": "mean change (drift)"]

  private static let asks = ["with": "with the ask", "without": "without the ask"]

  private static let scores = [
    "crps": "CRPS", "crps-without-own-rounds": "CRPS, without the ally's own rounds", "wis": "WIS",
    "coverage-50": "share in the 50% interval", "coverage-80": "share in the 80% interval",
    "coverage-90": "share in the 90% interval",
  ]

  private static let baselines = [
    "no-change": "the last amount, for certain", "no-change-spread": "the last amount, with the past spread",
    "drift": "the mean past step", "trend": "the trend of the series",
    "midpoint": "halfway between ask and last amount", "offer": "the ally's offer",
    "without-ask": "the same without the ask",
  ]

  private static let headings = [
    "series_id": "series", "round_id": "round", "source_id": "source", "as_of": "as of",
    "q05": "5% point", "q10": "10% point", "q25": "25% point", "q50": "median", "q75": "75% point",
    "q90": "90% point", "q95": "95% point",
    "lower_80": "80% from", "upper_80": "80% to", "lower_95": "95% from", "upper_95": "95% to",
    "probability": "chance, %", "standard_error": "error of the simulation, % points",
    "contribution": "moves the median by", "low": "low end", "high": "high end",
    "median_at_low": "median at the low end", "median_at_high": "median at the high end",
    "swing": "distance between the two", "horizon": "years ahead",
    "actual": "settled at", "crps": "CRPS", "crps_naive": "CRPS of the last amount with the past spread",
    "pit": "where it fell, 0 to 1", "ask": "forecast", "against": "compared with",
    "reference": "value of that", "p_value": "p", "p_adjusted": "p, corrected",
    "me": "mean error", "mae": "mean absolute error", "rmse": "root mean squared error",
    "smape": "symmetric error, %", "mase": "MASE", "wis": "WIS",
    "coverage_80": "80% interval held, %", "coverage_95": "95% interval held, %",
    "skill_naive": "skill on the last value", "skill_drift": "skill on the mean change",
    "dm_naive": "p, against the last value", "dm_drift": "p, against the mean change",
  ]
}
