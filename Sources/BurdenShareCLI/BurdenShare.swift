import ArgumentParser
import LinearAlgebra
import Series

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The command line's root.
struct BurdenShare: ParsableCommand {
  /// The version of the program.
  static let version = "0.2.0"

  static let configuration = CommandConfiguration(
    commandName: "burdenshare",
    abstract: "Forecast what allies pay for the US forces they host, with intervals to defend.",
    discussion: """
      Data goes to standard output, everything else to standard error. The same command prints the same bytes.

      EXIT STATUS: 0 done; 1 a check found something that moved; 64 wrong usage; 65 bad data; 66 no such input; 70 our fault; 73 output cannot be made; \
      74 input/output error.

      EXAMPLE:
        burdenshare forecast japan-hns
      """,
    version: version,
    subcommands: [
      DataCommand.self, FitCommand.self, ForecastCommand.self, BacktestCommand.self, ModelsCommand.self,
      DoctorCommand.self, ScenarioCommand.self, ProjectCommand.self, ReplayCommand.self, StrategyCommand.self,
      ReportCommand.self, CheckCommand.self, VerifyCommand.self,
    ])
}

/// Runs the command line and ends the process with its status.
///
/// - Parameter arguments: without the program's name.
public func runCommandLine(_ arguments: [String] = Array(CommandLine.arguments.dropFirst())) -> Never {
  // A closed pipe and a file that may not grow are errors of a write, which a command can tell, and not signals.
  signal(SIGPIPE, SIG_IGN)
  signal(SIGXFSZ, SIG_IGN)
  Console.occupyClosedStreams()
  // Work is shared between series and draws, so BLAS keeps to one thread.
  BLASEnvironment.useSingleThread()
  do {
    do {
      try UnknownCommand.refuse(arguments)
      try EmptyOption.refuse(arguments)
      try RepeatedOption.refuse(arguments)
      var command = try BurdenShare.parseAsRoot(arguments)
      Invocation.current = Invocation(command, words: arguments)
      try command.run()
    } catch let error where BurdenShare.exitCode(for: error).isSuccess {
      // Help, the version and completion scripts are data too.
      try OutputFile(nil).write(Array((BurdenShare.fullMessage(for: error) + "\n").utf8))
    }
    exit(ExitStatus.done.rawValue)
  } catch is ClosedPipe {
    exit(ExitStatus.done.rawValue)
  } catch let failure as CommandFailure {
    Console.report(failure)
    exit(failure.status.rawValue)
  } catch let error where BurdenShare.exitCode(for: error) == .validationFailure {
    Console.report(
      CommandFailure(.usage, BurdenShare.message(for: error), hint: "--help after a command explains it"))
    exit(ExitStatus.usage.rawValue)
  } catch {
    let failure = CommandFailure(error)
    Console.report(failure)
    exit(failure.status.rawValue)
  }
}

/// Names of commands that do not exist.
enum UnknownCommand {
  /// The words that name a command and its subcommands.
  ///
  /// - Parameter arguments: without the program's name.
  /// - Returns: those that they begin with.
  static func path(_ arguments: [String]) -> [String] {
    var known = BurdenShare.configuration.subcommands
    return Array(
      arguments.prefix { argument in
        guard let next = known.first(where: { $0._commandName == argument }) else { return false }
        known = next.configuration.subcommands
        return true
      })
  }

  /// Refuses a command that does not exist, naming the nearest one; the parser would call it an unexpected argument.
  ///
  /// - Parameter arguments: without the program's name.
  /// - Throws: ``CommandFailure``.
  static func refuse(_ arguments: [String]) throws {
    var known = BurdenShare.configuration.subcommands
    var path = "burdenshare"
    for argument in arguments {
      guard !known.isEmpty, !argument.hasPrefix("-"), argument != "help" else { return }
      let names = known.map { $0._commandName }
      guard let place = names.firstIndex(of: argument) else {
        let meant = nearestName(to: argument, among: names).map { "; did you mean '\($0)'?" } ?? ""
        throw CommandFailure(
          .usage, "unknown command '\(argument)'" + meant, hint: "'\(path) --help' lists them")
      }
      path += " " + argument
      known = known[place].configuration.subcommands
    }
  }
}
