/// What the ratios of a scenario count, and how their years run: the tables of a projection tell neither.
public struct CountedRatio: Sendable, Equatable {
  /// What is put over what, as the scenario's file says it.
  public let definition: String
  /// Whether its years are fiscal years.
  public let isFiscal: Bool

  /// A count.
  ///
  /// - Parameters:
  ///   - definition: what is put over what, as the scenario's file says it.
  ///   - isFiscal: whether its years are fiscal years.
  public init(definition: String, isFiscal: Bool) {
    (self.definition, self.isFiscal) = (definition, isFiscal)
  }

  /// Whether a measure of a projection is such a ratio, or how many allies have one.
  ///
  /// - Parameter measure: as in the table of paths.
  /// - Returns: whether it is.
  static func isMeasured(by measure: String) -> Bool {
    measure.hasPrefix("defense_gdp_ratio") || measure.hasPrefix("allies_at_")
  }

  /// Whether an event is that such a ratio is reached.
  ///
  /// - Parameter event: as in the table of events.
  /// - Returns: whether it is.
  static func isReached(in event: String) -> Bool { event.hasPrefix("reaches_") }
}

extension Phrases {
  /// What ratios count: once where all scenarios count alike, else with the scenarios that count so.
  ///
  /// - Parameter ratios: the scenarios' names in words, and what they count.
  /// - Returns: parts of a subtitle; nothing for no ratio.
  func counted(_ ratios: [(scenario: String, ratio: CountedRatio)]) -> String {
    let definitions = ratios.map(\.ratio.definition).inOrderOfAppearance
    guard definitions.count > 1 else { return definitions.first.map { counted($0, "") } ?? "" }
    return join(
      definitions.map { definition in
        let names = ratios.filter { $0.ratio.definition == definition }.map(\.scenario)
        return counted(definition, say(" (\(list(names)))", "（\(list(names))）", "（\(list(names))）"))
      })
  }

  /// What a ratio counts.
  ///
  /// - Parameter definition: in the chart's language.
  /// - Returns: a part of a subtitle; nothing for no definition.
  func counted(_ definition: String) -> String { definition.isEmpty ? "" : counted(definition, "") }

  private func counted(_ definition: String, _ scenarios: String) -> String {
    let words = self.definition(definition)
    return say(
      "ratio\(scenarios): \(words)", "比率の定義\(scenarios)：\(words)", "比例定義\(scenarios)：\(words)")
  }
}
