#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The version control around a folder.
enum Checkout {
  /// The files of the checkout that differ from the last commit, but for those below a folder.
  ///
  /// Files that git does not know yet do not count: a new folder of checks is committed together with its baselines.
  ///
  /// - Parameters:
  ///   - folder: a folder of the checkout.
  ///   - exempt: the folder whose changes do not count.
  /// - Returns: paths as git tells them; none outside a checkout.
  /// - Throws: ``CommandFailure`` when git cannot be run, or does not answer in a checkout.
  static func uncommitted(around folder: String, but exempt: String) throws -> [String] {
    // Paths from the top of the checkout, whatever the folder; a name with a line end in it is quoted.
    let exclusion = ":(exclude)\(absolute(exempt))"
    let lines = try answer(
      ["-c", "core.quotePath=false", "status", "--porcelain", "--untracked-files=no", "--", ":/", exclusion],
      in: folder)
    return lines.map { String($0.dropFirst(3)) }
  }

  /// The files below a folder of a checkout that git does not know.
  ///
  /// - Parameter folder: a folder of the checkout.
  /// - Returns: paths within the folder; none outside a checkout.
  /// - Throws: ``CommandFailure`` when git cannot be run, or does not answer in a checkout.
  static func untracked(below folder: String) throws -> [String] {
    try answer(["-c", "core.quotePath=false", "ls-files", "--others"], in: folder)
  }

  /// The lines of git's answer; none where no checkout is.
  private static func answer(_ words: [String], in folder: String) throws -> [String] {
    guard isCheckout(folder) else { return [] }
    guard let git = ChildProcess.find("git") else { throw silent("git is not on PATH") }
    let scratch = try ScratchFolder()
    let (output, messages) = ("\(scratch.path)/output", "\(scratch.path)/messages")
    let status = try ChildProcess.run([git, "-C", folder] + words, messages: messages, output: output)
    guard status == 0 else {
      let reason = String(decoding: ScratchFolder.read(messages) ?? [], as: UTF8.self)
      throw silent("git says: \(reason.split(separator: "\n").first ?? "nothing, with status \(status)")")
    }
    let text = String(decoding: ScratchFolder.read(output) ?? [], as: UTF8.self)
    // The files for git's answer may lie in the checkout, where TMPDIR says so.
    let own = (scratch.path.split(separator: "/").last ?? "") + "/"
    return text.split(separator: "\n").map(String.init).filter { !$0.contains(own) }
  }

  private static func silent(_ reason: String) -> CommandFailure {
    CommandFailure(
      .usage, "--update is refused: whether the checkout has uncommitted files cannot be told: \(reason)",
      hint: "make git work here, or say --allow-dirty")
  }

  /// Whether `.git` stands in a folder or above it.
  private static func isCheckout(_ folder: String) -> Bool {
    var place = absolute(folder)[...]
    while true {
      if access("\(place)/.git", F_OK) == 0 { return true }
      guard let slash = place.lastIndex(of: "/") else { return false }
      place = place[..<slash]
    }
  }

  private static func absolute(_ path: String) -> String {
    guard let pointer = realpath(path, nil) else { return path }
    defer { free(pointer) }
    return String(cString: pointer)
  }
}
