import ArgumentParser

/// The command line's root.
struct BurdenShare: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "burdenshare")
}

/// Runs the command line and exits the process.
public func runCommandLine() -> Never {
  BurdenShare.main()
  BurdenShare.exit()
}
