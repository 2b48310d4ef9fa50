/// Options written with an equals sign and nothing behind it.
enum EmptyOption {
  /// Refuses `--order=`: the parser would take the next argument for its value.
  ///
  /// - Parameter arguments: without the program's name.
  /// - Throws: ``CommandFailure``.
  static func refuse(_ arguments: [String]) throws {
    for argument in arguments.prefix(while: { $0 != "--" })
    where argument.hasPrefix("--") && argument.firstIndex(of: "=") == argument.indices.last {
      throw CommandFailure(.usage, "\(argument) has no value")
    }
  }
}
