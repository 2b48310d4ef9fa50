import ArgumentParser

/// `burdenshare strategy`.
struct StrategyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "strategy",
    abstract: "Solve games and spatial bargaining models; structure beside the forecast, never a forecast.",
    discussion: """
      EXAMPLES:
        burdenshare strategy game japan-korea-dilemma
        burdenshare strategy spatial japan-2027
        burdenshare strategy posture
      """,
    subcommands: [StrategyGame.self, StrategySpatial.self, StrategyPosture.self])
}
