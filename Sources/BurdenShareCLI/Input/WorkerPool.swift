import Synchronization

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Work on many items by several threads; results come in the order of the items, whatever the number of threads.
enum WorkerPool {
  /// The number of processors.
  static var processors: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// Applies a function to every item.
  ///
  /// Threads take the next item as they become free. Plain threads and no executor: a task pool would have to
  /// start up for a single series too.
  ///
  /// - Parameters:
  ///   - items: the items.
  ///   - threads: how many work; with one, or one item, none is started.
  ///   - body: the function; it must depend on its item only.
  /// - Returns: a result for each item.
  static func map<Item: Sendable, Result: Sendable>(
    _ items: [Item], threads: Int, _ body: @escaping @Sendable (Item) -> Result
  ) -> [Result] {
    guard threads > 1, items.count > 1 else { return items.map(body) }
    let job = Job(items, body)
    let retained = Unmanaged.passUnretained(job as AnyJob)
    var started: [pthread_t] = []
    for _ in 1..<min(threads, items.count) {
      #if canImport(Darwin)
        var thread: pthread_t?
      #else
        var thread = pthread_t()
      #endif
      let status = pthread_create(&thread, nil, runJob, retained.toOpaque())
      #if canImport(Darwin)
        if status == 0, let thread { started.append(thread) }
      #else
        if status == 0 { started.append(thread) }
      #endif
    }
    // This thread works too, and alone if no other could be started.
    job.run()
    for thread in started { pthread_join(thread, nil) }
    return job.results.withLock { $0.sorted { $0.index < $1.index }.map(\.value) }
  }
}

/// What a thread is handed.
private class AnyJob: @unchecked Sendable {
  func run() {}
}

/// The items of one call and what has come of them.
private final class Job<Item: Sendable, Result: Sendable>: AnyJob, @unchecked Sendable {
  private let items: [Item]
  private let body: @Sendable (Item) -> Result
  private let next = Atomic<Int>(0)
  let results = Mutex<[(index: Int, value: Result)]>([])

  init(_ items: [Item], _ body: @escaping @Sendable (Item) -> Result) {
    self.items = items
    self.body = body
  }

  override func run() {
    var mine: [(index: Int, value: Result)] = []
    while true {
      let index = next.add(1, ordering: .relaxed).oldValue
      guard index < items.count else { break }
      mine.append((index, body(items[index])))
    }
    results.withLock { $0 += mine }
  }
}

#if canImport(Darwin)
  private func runJob(_ argument: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
    Unmanaged<AnyJob>.fromOpaque(argument).takeUnretainedValue().run()
    return nil
  }
#else
  private func runJob(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let argument else { return nil }
    Unmanaged<AnyJob>.fromOpaque(argument).takeUnretainedValue().run()
    return nil
  }
#endif
