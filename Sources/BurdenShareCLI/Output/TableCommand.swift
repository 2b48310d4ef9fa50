import ArgumentParser
import Reporting

/// A command whose whole result is one table, which anybody can make again: `check` and `verify` run these and no others.
protocol TableCommand: ParsableCommand {
  /// How and where the table is written.
  var output: OutputOptions { get set }
  /// The seed of its random numbers, or `nil` where it has none.
  var randomSeed: UInt64? { get }
  /// Takes away whatever it would write beside its table.
  mutating func keepOnlyTable()
}

/// A command whose table can be drawn.
protocol ChartingCommand: TableCommand {
  /// Whether and where it is drawn.
  var charts: ChartOptions { get set }
}

extension TableCommand {
  var randomSeed: UInt64? { nil }
  mutating func keepOnlyTable() {}
}

extension ChartingCommand {
  mutating func keepOnlyTable() { dropCharts() }

  /// Takes away the charts.
  mutating func dropCharts() { (charts.chart, charts.plot, charts.lang) = (nil, nil, nil) }
}

/// Words that call a command that makes a table.
enum TableWords {
  /// The command that words call.
  ///
  /// - Parameter words: without the program's name.
  /// - Returns: a command that writes nothing but its table, quietly.
  /// - Throws: ``CommandFailure`` with status 65 for words that call none.
  static func command(_ words: [String]) throws -> any TableCommand {
    do {
      try UnknownCommand.refuse(words)
      try EmptyOption.refuse(words)
      guard var command = try BurdenShare.parseAsRoot(words) as? any TableCommand else {
        throw CommandFailure(.badData, noTable(words))
      }
      command.keepOnlyTable()
      // Neither a terminal nor the name of a file that is not written decides what is made.
      command.output.format = command.output.format ?? .csv
      (command.output.output, command.output.quiet) = (nil, true)
      return command
    } catch let failure as CommandFailure {
      throw CommandFailure(.badData, failure.message, hint: failure.hint)
    } catch let error where BurdenShare.exitCode(for: error).isSuccess {
      // Help and the version.
      throw CommandFailure(.badData, noTable(words))
    } catch {
      let path = (["burdenshare"] + UnknownCommand.path(words)).joined(separator: " ")
      throw CommandFailure(.badData, BurdenShare.message(for: error), hint: "'\(path) --help' explains it")
    }
  }

  private static func noTable(_ words: [String]) -> String {
    "'\(words.joined(separator: " "))' makes no table"
  }

  /// The words that would have an effect outside the table, or on how it is written: they have none where only its cells
  /// are kept, and who wrote them expects one.
  ///
  /// - Parameter words: of a command that can be run.
  /// - Returns: the first of them with what it does, or `nil`.
  static func beyondTable(_ words: [String]) -> (word: String, effect: String)? {
    for word in words.prefix(while: { $0 != "--" }) {
      let option = String(word.prefix { $0 != "=" })
      if let effect = effects[option] { return (option, effect) }
    }
    return nil
  }

  private static let effects: [String: String] = [
    "-o": "writes a file", "--output": "writes a file", "--format": "says how a file is written",
    "--chart": "draws a chart", "--plot": "draws a chart", "--lang": "goes with a chart",
    "--seal": "adds to the ledger", "--ledger": "adds to the ledger",
    "--explain": "says more on standard error",
    "--verbose": "says more on standard error",
  ]

  /// Runs a command and keeps its table.
  ///
  /// A command that leaves some series out has a table all the same; which rows are in it is part of what is compared.
  ///
  /// - Parameter command: the command.
  /// - Returns: its table.
  /// - Throws: ``CommandFailure`` when it makes none.
  static func run(_ command: any TableCommand) throws -> TableCapture {
    let capture = TableCapture()
    var command = command
    let failure = capture.collect { try command.run() }
    if let failure, !capture.isFinished { throw CommandFailure(failure) }
    return capture
  }
}
