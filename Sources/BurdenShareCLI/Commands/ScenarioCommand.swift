import ArgumentParser

/// `burdenshare scenario`.
struct ScenarioCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scenario",
    abstract: "Scenario files: list them, show what they assume, check them, start a new one.",
    discussion: """
      A scenario is a posture, asks, and assumptions about the ally and the environment, in one YAML file. One file \
      may hold several variants, each named file/variant.

      EXAMPLES:
        burdenshare scenario list
        burdenshare scenario show japan-2027-demanding
        burdenshare scenario check
      """,
    subcommands: [ScenarioList.self, ScenarioShow.self, ScenarioCheck.self, ScenarioNew.self])
}
