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

extension TableCommand {
  var randomSeed: UInt64? { nil }
  mutating func keepOnlyTable() {}
}

/// Words that call a command that makes a table.
enum TableWords {
  /// The command that words call.
  ///
  /// - Parameter words: without the program's name.
  /// - Returns: a command that writes nothing but its table, quietly.
  /// - Throws: ``CommandFailure`` with status 65 for words that call none.
  static func command(_ words: [String]) throws -> any TableCommand {
    let line = words.joined(separator: " ")
    do {
      try UnknownCommand.refuse(words)
      try EmptyOption.refuse(words)
      guard var command = try BurdenShare.parseAsRoot(words) as? any TableCommand else {
        throw CommandFailure(.badData, "'\(line)' makes no table")
      }
      command.keepOnlyTable()
      // Neither a terminal nor the name of a file that is not written decides what is made.
      command.output.format = command.output.format ?? .csv
      (command.output.output, command.output.quiet) = (nil, true)
      return command
    } catch let failure as CommandFailure {
      throw CommandFailure(.badData, "'\(line)': \(failure.message)", hint: failure.hint)
    } catch {
      let message = BurdenShare.message(for: error)
      throw CommandFailure(.badData, "'\(line)': \(message.isEmpty ? "makes no table" : message)")
    }
  }

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
