import Foundation

/// What one shell line did.
struct ShellRun: Sendable {
  /// Standard output.
  let output: Data
  /// Standard error.
  let error: Data
  /// The exit status; 128 and the signal's number for a process that a signal ended.
  let status: Int32
  /// Whether it had to be ended.
  let timedOut: Bool

  /// The longest that a command may take: the slowest takes a few seconds on a loaded machine, so this is a hang.
  static let limit = Duration.seconds(120)

  /// As many at once as there are processors: more would only measure each other's waiting.
  private static let slots = Slots(ProcessInfo.processInfo.activeProcessorCount)

  /// Runs a line with `/bin/sh` in a sandbox.
  ///
  /// Output goes to files and not to pipes, so that no reader is needed and no other process holds an end open.
  ///
  /// - Parameters:
  ///   - line: the shell line.
  ///   - sandbox: where it runs.
  /// - Returns: what it did.
  /// - Throws: what the file system says, or that the shell does not start.
  static func run(_ line: String, in sandbox: Sandbox) async throws -> ShellRun {
    await slots.take()
    do {
      let run = try await unlimited(line, in: sandbox)
      await slots.give()
      return run
    } catch {
      await slots.give()
      throw error
    }
  }

  private static func unlimited(_ line: String, in sandbox: Sandbox) async throws -> ShellRun {
    let (output, error) = (sandbox.outside("stdout"), sandbox.outside("stderr"))
    for file in [output, error] { try Data().write(to: file) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", line]
    process.currentDirectoryURL = sandbox.folder
    process.environment = Program.environment(home: sandbox.folder)
    process.standardInput = FileHandle.nullDevice
    let (outputEnd, errorEnd) = (try FileHandle(forWritingTo: output), try FileHandle(forWritingTo: error))
    // A process that has ended keeps its handles: after a thousand runs Foundation's listing of open files fails.
    defer { for end in [outputEnd, errorEnd] { try? end.close() } }
    (process.standardOutput, process.standardError) = (outputEnd, errorEnd)
    let (ended, continuation) = AsyncStream.makeStream(of: Void.self)
    process.terminationHandler = { _ in continuation.finish() }
    try process.run()
    let watch = Task {
      try await Task.sleep(for: limit)
      process.terminate()
    }
    for await _ in ended {}
    watch.cancel()
    let timedOut = if case .success = await watch.result { true } else { false }
    let signalled = process.terminationReason == .uncaughtSignal
    return ShellRun(
      output: try Data(contentsOf: output), error: try Data(contentsOf: error),
      status: process.terminationStatus + (signalled ? 128 : 0), timedOut: timedOut)
  }
}

/// A number of places; who finds none free waits for one.
actor Slots {
  private var free: Int
  private var waiting: [CheckedContinuation<Void, Never>] = []

  init(_ count: Int) { free = max(1, count) }

  /// Takes a place.
  func take() async {
    if free > 0 {
      free -= 1
    } else {
      await withCheckedContinuation { waiting.append($0) }
    }
  }

  /// Gives a place to who waits longest.
  func give() {
    if waiting.isEmpty {
      free += 1
    } else {
      waiting.removeFirst().resume()
    }
  }
}
