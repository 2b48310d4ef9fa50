internal import Series

/// A demand for a ratio of defense spending to gross domestic product, as a scenario sees it, and what was pledged.
public struct RatioPlan: Sendable, Equatable {
  /// A ratio that is to be reached in a year.
  public struct Stage: Sendable, Equatable {
    /// Who says so.
    public enum Kind: String, Sendable, CaseIterable {
      /// The ally itself has pledged it: it moves there at the speed at which pledges were approached.
      case pledge
      /// The United States ask for it: of the way from what is pledged already the ally concedes a share.
      case ask
    }

    /// Whether pledged or asked for.
    public let kind: Kind
    /// The year.
    public let year: Int
    /// The ratio, in per cent.
    public let percent: Double

    /// A stage.
    ///
    /// - Parameters:
    ///   - kind: whether pledged or asked for.
    ///   - year: from 1950 to 2100.
    ///   - percent: above 0, at most 20.
    /// - Throws: ``ScenarioError``.
    public init(_ kind: Kind, year: Int, percent: Double) throws(ScenarioError) {
      guard (1950...2100).contains(year) else {
        throw ScenarioError("year", .outOfRange(Double(year), expected: "a year from 1950 to 2100"))
      }
      guard percent > 0, percent <= RatioPlan.largestPercent else {
        throw ScenarioError("percent", .outOfRange(percent, expected: RatioPlan.percentages))
      }
      self.kind = kind
      self.year = year
      self.percent = percent
    }
  }

  /// A way to a ratio, by stages.
  public struct Path: Sendable, Equatable {
    /// Its name.
    public let name: String
    /// Its stages, the earliest first.
    public let stages: [Stage]
    /// The stages of allies that have their own.
    public let own: [Own]
    /// The text that it was read from, by source identifiers.
    public let sources: [String]

    /// A path.
    ///
    /// - Parameters:
    ///   - name: its name.
    ///   - stages: at least one, in the order of years.
    ///   - own: the stages of allies that have their own; no ally twice.
    ///   - sources: identifiers of sources.
    /// - Throws: ``ScenarioError``.
    public init(name: String, stages: [Stage], own: [Own] = [], sources: [String] = []) throws(ScenarioError)
    {
      try RatioPlan.requireOrder(stages)
      var seen: Set<String> = []
      for one in own where !seen.insert(one.ally).inserted {
        throw ScenarioError("own", .repeated(one.ally))
      }
      self.name = name
      self.stages = stages
      self.own = own
      self.sources = sources
    }

    /// The stages of an ally: its own, or else those of all.
    ///
    /// - Parameter ally: its code.
    /// - Returns: at least one, the earliest first.
    public func stages(of ally: String) -> [Stage] { own.first { $0.ally == ally }?.stages ?? stages }
  }

  /// The stages of one ally within a path, in place of those of all: an exemption, or a pledge of its own.
  public struct Own: Sendable, Equatable {
    /// The ally, ISO 3166-1 alpha-3.
    public let ally: String
    /// Its stages, the earliest first.
    public let stages: [Stage]
    /// The text that they were read from, by source identifiers.
    public let sources: [String]

    /// Stages of an ally.
    ///
    /// - Parameters:
    ///   - ally: its code.
    ///   - stages: at least one, in the order of years.
    ///   - sources: identifiers of sources.
    /// - Throws: ``ScenarioError``.
    public init(ally: String, stages: [Stage], sources: [String] = []) throws(ScenarioError) {
      try RatioPlan.requireOrder(stages)
      self.ally = ally
      self.stages = stages
      self.sources = sources
    }
  }

  private static func requireOrder(_ stages: [Stage]) throws(ScenarioError) {
    guard !stages.isEmpty else { throw ScenarioError("stages", .empty("stages")) }
    for (earlier, later) in zip(stages, stages.dropFirst()) where earlier.year >= later.year {
      throw ScenarioError("stages", .notIncreasing("\(earlier.year)", "\(later.year)"))
    }
  }

  /// The allies, by ISO 3166-1 alpha-3.
  public let allies: [String]
  /// The name of an ally's series, with `{ally}` for its code in small letters.
  public let series: String
  /// What is counted, over what.
  public let definition: String
  /// The ratio that is asked for, in per cent.
  public let askPercent: Double
  /// The year by which it is asked for.
  public let targetYear: Int
  /// The ways to it.
  public let paths: [Path]
  /// Whether the first of them is all that is asked about, without the way straight to the ask.
  public let isPathAlone: Bool
  /// Where the ask was read, by source identifiers.
  public let sources: [String]

  static let largestPercent = 20.0
  static let percentages = "a percentage above 0, at most 20"

  /// A demand.
  ///
  /// - Parameters:
  ///   - allies: at least one code, none twice, and not that of the United States, who ask.
  ///   - series: the name of a series; with several allies it holds `{ally}`.
  ///   - definition: what is counted, over what.
  ///   - askPercent: above 0, at most 20.
  ///   - targetYear: from 1950 to 2100.
  ///   - paths: ways to it, none of one name, own stages of these allies only; may be empty.
  ///   - isPathAlone: whether the first path is all that is asked about.
  ///   - sources: identifiers of sources.
  /// - Throws: ``ScenarioError``.
  public init(
    allies: [String], series: String, definition: String, askPercent: Double, targetYear: Int,
    paths: [Path] = [], isPathAlone: Bool = false, sources: [String] = []
  ) throws(ScenarioError) {
    guard !allies.isEmpty else { throw ScenarioError("allies", .empty("allies")) }
    var seen: Set<String> = []
    for ally in allies {
      guard ally.utf8.count == 3, ally.utf8.allSatisfy({ (65...90).contains($0) }) else {
        throw ScenarioError("allies", .unknownAlly(ally, nearest: nil, known: []))
      }
      guard ally != Self.asker else { throw ScenarioError("allies", .asksItself(ally)) }
      guard seen.insert(ally).inserted else { throw ScenarioError("allies", .repeated(ally)) }
    }
    guard allies.count == 1 || series.contains(Self.placeholder) else {
      throw ScenarioError("series", .oneSeriesForMany(series))
    }
    let ask = try Stage(.ask, year: targetYear, percent: askPercent)
    var names: Set<String> = []
    for path in paths where !names.insert(path.name).inserted {
      throw ScenarioError("paths", .repeated(path.name))
    }
    for (place, path) in paths.enumerated() {
      for one in path.own where !seen.contains(one.ally) {
        throw ScenarioError("paths.\(place).own", .notAsked(one.ally))
      }
    }
    self.allies = allies
    self.series = series
    self.definition = definition
    self.askPercent = ask.percent
    self.targetYear = ask.year
    self.paths = paths
    self.isPathAlone = isPathAlone && !paths.isEmpty
    self.sources = sources
  }

  private static let asker = "USA"
  private static let placeholder = "{ally}"

  /// The series of an ally.
  ///
  /// - Parameter ally: its code.
  /// - Returns: the name of the series.
  public func series(of ally: String) -> String {
    guard let place = series.firstRange(of: Self.placeholder) else { return series }
    return series[..<place.lowerBound] + ally.lowercased() + series[place.upperBound...]
  }
}
