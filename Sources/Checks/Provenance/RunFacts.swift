import Datasets
import Reporting

/// What a result depends on beside the command: the program's version, OpenBLAS, and the bytes of the data.
public struct RunFacts: Sendable, Equatable {
  /// A file and the digest of its bytes.
  public struct File: Sendable, Equatable {
    /// The path: within the data package, or as the command named it.
    public let path: String
    /// SHA-256 in hexadecimal digits; `nil` for what is not an ordinary file and cannot be read twice.
    public let digest: String?

    /// A file with its digest.
    ///
    /// - Parameters:
    ///   - path: the path to be recorded.
    ///   - digest: of its bytes, or `nil` where they cannot be read twice.
    public init(path: String, digest: String?) {
      self.path = path
      self.digest = digest
    }
  }

  /// The program's version.
  public let version: String
  /// OpenBLAS's version and build.
  public let blas: String
  /// The kernel that OpenBLAS chose.
  public let kernel: String
  /// The files of the data package.
  public let data: [File]
  /// Other files.
  public let inputs: [File]

  /// Facts.
  ///
  /// - Parameters:
  ///   - version: the program's.
  ///   - blas: OpenBLAS's version and build.
  ///   - kernel: what OpenBLAS chose.
  ///   - data: the files of the data package.
  ///   - inputs: other files.
  public init(version: String, blas: String, kernel: String, data: [File], inputs: [File]) {
    self.version = version
    self.blas = blas
    self.kernel = kernel
    self.data = data
    self.inputs = inputs
  }

  /// What changed between two runs, a sentence each; empty when nothing did.
  ///
  /// - Parameters:
  ///   - earlier: the facts of the run that was recorded.
  ///   - wholly: whether this run did all that the earlier one did, so that a file which it did not read is gone.
  /// - Returns: version, data files by name, inputs, OpenBLAS and kernel, in this order.
  public func changes(since earlier: RunFacts, wholly: Bool = true) -> [String] {
    var lines: [String] = []
    if version != earlier.version {
      lines.append("version: recorded by \(earlier.version), this is \(version)")
    }
    lines += Self.changes("data", from: earlier.data, to: data, wholly)
    lines += Self.changes("input", from: earlier.inputs, to: inputs, wholly)
    if blas != earlier.blas { lines.append("OpenBLAS: recorded with \(earlier.blas), this is \(blas)") }
    if kernel != earlier.kernel {
      lines.append("OpenBLAS kernel: recorded on \(earlier.kernel), this is \(kernel)")
    }
    return lines
  }

  private static func changes(_ noun: String, from old: [File], to new: [File], _ wholly: Bool) -> [String] {
    let (before, now) = (byPath(old), byPath(new))
    return Set(before.keys).union(now.keys).sorted().compactMap { path in
      switch (before[path], now[path]) {
      case (let a?, let b?) where a == b: nil
      case (.some, .some): "\(noun): \(path) has other bytes"
      case (.some, nil): wholly ? "\(noun): \(path) is gone" : nil
      default: "\(noun): \(path) is new"
      }
    }
  }

  private static func byPath(_ files: [File]) -> [String: String] {
    Dictionary(files.map { ($0.path, $0.digest ?? "") }, uniquingKeysWith: { first, _ in first })
  }

  var members: [JSONMember] {
    [
      JSONMember("version", .text(version)),
      JSONMember("openblas", ["build": .text(blas), "kernel": .text(kernel)]),
      JSONMember("data", .object(data.map { JSONMember($0.path, $0.digest.map { .text($0) } ?? .null) })),
      JSONMember("inputs", .object(inputs.map { JSONMember($0.path, $0.digest.map { .text($0) } ?? .null) })),
    ]
  }

  init(_ node: JSONNode) throws(DataError) {
    let blas = try node.member("openblas")
    self.init(
      version: try node.text("version"), blas: try blas?.text("build") ?? "",
      kernel: try blas?.text("kernel") ?? "", data: try Self.files(node.member("data")),
      inputs: try Self.files(node.member("inputs")))
  }

  private static func files(_ node: JSONNode?) throws(DataError) -> [File] {
    guard let node, case .object(let members) = node.content else { return [] }
    return members.map { key, value in
      if case .string(let digest) = value.content { return File(path: key, digest: digest) }
      return File(path: key, digest: nil)
    }
  }
}
