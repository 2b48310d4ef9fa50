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

  /// The longest that a command may take: the slowest, a check and a report, take about 70 s where nothing else runs, and many
  /// times that on a loaded machine; what takes longer hangs.
  static let limit = Duration.seconds(900)

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
    let child = try start(line, in: sandbox.folder, output: output, error: error)
    // Asked, and not told: a notification that is lost would stop the whole suite.
    let end = ContinuousClock.now + limit
    var (status, timedOut) = (Int32(0), false)
    while waitpid(child, &status, WNOHANG) == 0 {
      if !timedOut, ContinuousClock.now > end {
        timedOut = true
        kill(-child, SIGKILL)
      }
      try? await Task.sleep(for: .milliseconds(2))
    }
    let signal = status & 0x7F
    return ShellRun(
      output: try Data(contentsOf: output), error: try Data(contentsOf: error),
      status: signal == 0 ? (status >> 8) & 0xFF : 128 + signal, timedOut: timedOut)
  }

  private static func start(_ line: String, in folder: URL, output: URL, error: URL) throws -> pid_t {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    // A group of its own, so that what the line started ends with it. A thread of the tests has signals blocked, and
    // a shell that does not hear that its child has ended waits for ever.
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK))
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output.path, O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, error.path, O_WRONLY, 0)
    let settings = Program.environment(home: folder).map { "\($0.key)=\($0.value)" }
    // Not every library can start a process in another folder, every shell can.
    let parts: [String] = ["sh", "-c", "cd -- \"$0\" && eval \"$1\"", folder.path, line]
    var words: [UnsafeMutablePointer<CChar>?] = parts.map { strdup($0) } + [nil]
    var environment: [UnsafeMutablePointer<CChar>?] = settings.map { strdup($0) } + [nil]
    defer { (words + environment).forEach { free($0) } }
    var child = pid_t()
    let failure = posix_spawn(&child, "/bin/sh", &actions, &attributes, &words, &environment)
    guard failure == 0 else { throw POSIXError(POSIXErrorCode(rawValue: failure) ?? .EIO) }
    return child
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
