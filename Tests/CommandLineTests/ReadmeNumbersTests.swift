import Foundation
import Testing

/// The figures of the README are those of the gallery, whose tables are what the program makes (`scripts/gallery-check`, in CI), or
/// what a command prints.
struct ReadmeNumbersTests {
  private let text = DocumentedScript.documents[0].text

  private func fixed(_ text: String?, _ decimals: Int) -> String {
    let value = text.flatMap(Double.init) ?? .nan
    return String(format: "%.\(decimals)f", value)
  }

  private func grouped(_ text: String?) -> String {
    let digits = fixed(text, 0)
    return digits.count > 3 ? digits.dropLast(3) + "," + digits.suffix(3) : digits
  }

  private func percent(_ text: String?) -> String {
    fixed(text.flatMap(Double.init).map { "\(100 * $0)" }, 0) + " %"
  }

  /// A probability, with a fourth decimal where the third would not tell the side of 0.05, and never nought.
  private func chance(_ text: String?) -> String {
    switch fixed(text, 3) {
    case "0.000": "< 0.001"
    case "0.050": fixed(text, 4)
    case let thousandths: thousandths
    }
  }

  /// A number as tables of scores have it: without the zero before the point.
  private func short(_ text: String?) -> String {
    let digits = fixed(text, 3)
    if digits.hasPrefix("0.") { return String(digits.dropFirst()) }
    return digits.hasPrefix("-0.") ? "-" + digits.dropFirst(2) : digits
  }

  @Test func theNextAgreementIsWhatProjectPrints() throws {
    let paths = try Gallery.rows("scenarios/paths.csv")
    let events = try Gallery.rows("scenarios/events.csv")
    for posture in ["status quo", "transactional", "demanding"] {
      let scenario = "japan-2027-" + posture.replacingOccurrences(of: " ", with: "-")
      let path = try #require(
        paths.first { $0["scenario"] == scenario && $0["measure"] == "hns_first_year" })
      func odds(_ event: String) -> String {
        percent(events.first { $0["scenario"] == scenario && $0["event"] == event }?["probability"])
      }
      let amount = "\(grouped(path["q50"])) [\(grouped(path["q05"])) to \(grouped(path["q95"]))]"
      let chances = ["agreed_by_expiry", "stopgap", "lapse"].map { odds($0) }.joined(separator: " | ")
      let line = "| \(posture) | \(amount) | \(chances) |"
      #expect(text.contains(line), "the README lacks: \(line)")
      let lapse = events.first { $0["scenario"] == scenario && $0["event"] == "lapse" }
      let range = "\(percent(lapse?["q05"]).dropLast(2)) to \(percent(lapse?["q95"]))"
      #expect(text.contains(range), "the README lacks: \(range)")
    }
    let last = try Gallery.rows("japan-hns/values.csv").last { $0["value"]?.isEmpty == false }
    let paid = "(\(grouped(last?["value"])) in \(last?["period"] ?? ""))"
    let isSaid = text.contains(paid)
    #expect(isSaid, "the README lacks: \(paid)")
  }

  @Test func theReplayIsWhatReplayPrints() throws {
    let names = [
      ("crps-without-own-rounds", "no-change-spread", "no change, for an ally without its own rounds"),
      ("crps", "no-change", "no change, for certain"),
      ("crps", "no-change-spread", "no change, with the past spread"),
      ("crps", "drift", "the mean past step (drift)"), ("crps", "trend", "the trend forecast of the series"),
      ("crps", "without-ask", "the same without its ask and offer"),
    ]
    let rows = try Gallery.rows("replay/scores.csv").filter { $0["ask"] == "with" }
    for (score, against, name) in names {
      let row = try #require(rows.first { $0["score"] == score && $0["against"] == against })
      let (rounds, shown) = (row["rounds"] ?? "", row["shown"] ?? "")
      let chances = "\(chance(row["p_value"])) | \(chance(row["p_adjusted"]))"
      let line = "| \(name) | \(rounds) | \(percent(row["skill"])) | \(chances) | \(shown) |"
      #expect(text.contains(line), "the README lacks: \(line)")
    }
    let coverage = try #require(rows.first { $0["score"] == "coverage-90" })
    let count = Int(coverage["rounds"] ?? "") ?? 0
    let held = Int((Double(coverage["value"] ?? "") ?? .nan) * Double(count) + 0.5)
    #expect(text.contains("90 % interval\nheld \(held) of \(count)"))
  }

  @Test func theTutorialOnTheReplaySaysWhatReplayPrints() throws {
    let names = [
      ("crps-without-own-rounds", "no-change-spread", "no change, the ally's own rounds left out of the fit"),
      ("crps", "no-change", "no change, for certain"),
      ("crps", "no-change-spread", "no change, with the past spread"),
      ("crps", "drift", "the mean past step"), ("crps", "trend", "the trend forecast of the series, `auto`"),
      ("crps", "midpoint", "halfway between ask and last amount"),
      ("crps", "offer", "the ally's public offer"),
      ("crps", "without-ask", "itself, without the round's ask and offer"),
    ]
    let tutorial = DocumentedScript.documents.first { $0.name.hasSuffix("/Replay.md") }?.text ?? ""
    let rows = try Gallery.rows("replay/scores.csv").filter { $0["ask"] == "with" }
    for (score, against, name) in names {
      let row = try #require(rows.first { $0["score"] == score && $0["against"] == against })
      let scores = "\(fixed(row["value"], 3)) | \(fixed(row["reference"], 3))"
      let chances = "\(chance(row["p_value"])) | \(chance(row["p_adjusted"])) | \(row["shown"] ?? "")"
      let line = "| \(name) | \(row["rounds"] ?? "") | \(scores) | \(percent(row["skill"])) | \(chances) |"
      #expect(tutorial.contains(line), "the tutorial lacks: \(line)")
    }
  }

  @Test func theAccuracyOnOurOwnSeriesIsWhatBacktestPrints() throws {
    for row in try Gallery.rows("calibration/package.csv") {
      let columns = ["mase", "wis_scaled", "coverage_80", "coverage_95", "skill_naive", "skill_drift"]
      let cells = columns.map { (row[$0] ?? "").isEmpty ? "" : " " + short(row[$0]) }
      let line = "| `\(row["model"] ?? "")` |" + cells.map { $0 + " |" }.joined()
      #expect(text.contains(line), "the README lacks: \(line)")
      #expect(text.contains("the \(row["series"] ?? "") series without gaps"))
    }
  }

  @Test func theFirstTableIsWhatForecastPrints() async throws {
    let line = "burdenshare forecast japan-hns --format table --quiet"
    let run = try await ShellRun.run(line, in: try Sandbox())
    #expect(run.status == 0)
    #expect(text.contains(String(decoding: run.output, as: UTF8.self)))
  }

  @Test func theCountsAreThoseOfThePackage() async throws {
    func lines(_ command: String) async throws -> Int {
      let run = try await ShellRun.run(command + " --format csv --quiet", in: try Sandbox())
      return String(decoding: run.output, as: UTF8.self).split(separator: "\n").count - 1
    }
    #expect(text.contains("the bundled data package: \(try await lines("burdenshare data list")) series"))
    #expect(text.contains("| \(try await lines("burdenshare data rounds")) negotiation rounds"))
  }
}
