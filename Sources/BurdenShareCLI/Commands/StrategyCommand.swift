import ArgumentParser

/// `burdenshare strategy`.
struct StrategyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "strategy",
    abstract: "Solve games and spatial bargaining models; structure beside the forecast, never a forecast.",
    discussion: """
      EXAMPLES:
        burdenshare strategy game japan-korea-dilemma
        burdenshare strategy bargain japan-2027
        burdenshare strategy spatial japan-2027
        burdenshare strategy posture
      """,
    subcommands: [StrategyGame.self, StrategyBargain.self, StrategySpatial.self, StrategyPosture.self])
}
