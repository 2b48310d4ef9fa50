internal import Series

extension DataPackage {
  /// The game of a name.
  ///
  /// - Parameter name: of a file in the package's folder `games`; or a path, which has a slash or ends in `.yaml` or
  ///   `.yml`; or `-` for standard input.
  /// - Returns: the game.
  /// - Throws: ``DataError``.
  public func gameFile(_ name: String) throws(DataError) -> GameFile {
    guard !GameFile.isPath(name) else { return try GameFile(name) }
    let known = gameNames
    guard known.contains(name) else {
      throw .unknownGame(name, nearest: nearestName(to: name, among: known), known: known)
    }
    return try GameFile("\(root)/games/\(name).yaml")
  }

  /// The names of the package's games, in the order of the alphabet; none without a folder of them.
  public var gameNames: [String] { fileNames(in: "games", ending: ".yaml") }
}

extension GameFile {
  /// Whether a name is that of a file, and not of a game of the package.
  public static func isPath(_ name: String) -> Bool {
    name == "-" || name.contains("/") || name.hasSuffix(".yaml") || name.hasSuffix(".yml")
  }
}
