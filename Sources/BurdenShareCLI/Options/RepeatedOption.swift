import ArgumentParser
import Foundation

/// Options of one value that are given twice, of which the parser would drop the first without a word.
enum RepeatedOption {
  /// Refuses a second value for an option that takes one.
  ///
  /// - Parameter arguments: without the program's name.
  /// - Throws: ``CommandFailure``.
  static func refuse(_ arguments: [String]) throws {
    let words = Array(arguments.prefix { $0 != "--" })
    guard isSuspicious(words) else { return }
    let options = try options(of: UnknownCommand.path(arguments))
    var given: Set<String> = []
    var place = words.startIndex
    while place < words.endIndex {
      let word = words[place]
      place += 1
      let name = word.prefix { $0 != "=" }
      guard let option = options[String(name)], option.kind == "option" else { continue }
      // What follows is its value, whatever it looks like.
      if name.count == word.count { place += 1 }
      guard !option.isRepeating, !given.insert(option.name).inserted else { continue }
      throw CommandFailure(
        .usage, "\(option.name) is given twice and takes one value",
        hint: "give it once; where --help says so, one value joins several by commas")
    }
  }

  /// Whether two words may be one option, before the options of the command are looked up.
  private static func isSuspicious(_ words: [String]) -> Bool {
    let names = words.filter { $0.hasPrefix("-") }.map { word in String(word.prefix { $0 != "=" }) }
    guard Set(names).count == names.count else { return true }
    // Short names are first letters: -i may be --input.
    return names.contains { short in
      short.count == 2 && names.contains { $0.hasPrefix("-" + short) }
    }
  }

  /// An option or flag as the parser describes it.
  private struct Option: Decodable {
    let kind: String
    let isRepeating: Bool
    let names: [Name]?

    struct Name: Decodable {
      let kind: String
      let name: String
      /// As it is typed.
      var text: String { kind == "long" ? "--\(name)" : "-\(name)" }
    }

    /// The name in messages: the long one.
    var name: String { (names?.first { $0.kind == "long" } ?? names?.first)?.text ?? "" }
  }

  private struct Command: Decodable {
    let commandName: String
    let arguments: [Option]?
    let subcommands: [Command]?
  }

  private struct Tool: Decodable { let command: Command }

  /// The options of a command by each of their names.
  private static func options(of path: [String]) throws -> [String: Option] {
    var command = try JSONDecoder().decode(Tool.self, from: Data(BurdenShare._dumpHelp().utf8)).command
    for name in path {
      guard let next = command.subcommands?.first(where: { $0.commandName == name }) else { break }
      command = next
    }
    var options: [String: Option] = [:]
    for option in command.arguments ?? [] {
      for name in option.names ?? [] { options[name.text] = option }
    }
    return options
  }
}
