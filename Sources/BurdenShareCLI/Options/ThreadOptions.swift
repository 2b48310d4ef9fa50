import ArgumentParser

/// How many threads share the work.
struct ThreadOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "How many threads share the work; the output does not depend on it. Default: one for each processor.",
      valueName: "count"))
  var threads: Int?

  /// The number of threads.
  var count: Int { threads ?? WorkerPool.processors }

  /// Checks the number.
  ///
  /// - Throws: a validation error.
  func validate() throws {
    if let threads, !(1...256).contains(threads) {
      throw ValidationError("--threads \(threads) is outside 1 to 256")
    }
  }
}
