import ArgumentParser

/// `burdenshare data`.
struct DataCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "data",
    abstract: "The data package: its series, values, sources, and whether it is sound.",
    discussion: """
      EXAMPLES:
        burdenshare data list
        burdenshare data show japan-hns
        burdenshare data check
      """,
    subcommands: [DataList.self, DataShow.self, DataCheck.self, DataSources.self, DataRounds.self])
}
