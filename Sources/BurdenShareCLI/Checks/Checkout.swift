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
  /// - Returns: paths as git tells them; none outside a checkout, or without git.
  /// - Throws: ``CommandFailure`` when git cannot be run.
  static func uncommitted(around folder: String, but exempt: String) throws -> [String] {
    guard let git = ChildProcess.find("git") else { return [] }
    let scratch = try ScratchFolder()
    let (output, messages) = ("\(scratch.path)/output", "\(scratch.path)/messages")
    // Paths from the top of the checkout, whatever the folder; a name with a line end in it is quoted.
    let exclusion = ":(exclude)\(absolute(exempt))"
    let status = try ChildProcess.run(
      [
        git, "-C", folder, "-c", "core.quotePath=false", "status", "--porcelain", "--untracked-files=no",
        "--",
        ":/", exclusion,
      ], messages: messages, output: output)
    guard status == 0 else { return [] }
    let text = String(decoding: ScratchFolder.read(output) ?? [], as: UTF8.self)
    // The files for git's answer may lie in the checkout, where TMPDIR says so.
    let own = (scratch.path.split(separator: "/").last ?? "") + "/"
    return text.split(separator: "\n").map { String($0.dropFirst(3)) }.filter { !$0.contains(own) }
  }

  private static func absolute(_ path: String) -> String {
    guard let pointer = realpath(path, nil) else { return path }
    defer { free(pointer) }
    return String(cString: pointer)
  }
}
