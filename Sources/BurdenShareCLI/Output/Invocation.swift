import ArgumentParser
import Checks
import Datasets
import LinearAlgebra

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The command of this process, as the manifest of its table tells it.
struct Invocation {
  /// The one that runs; `nil` before it is known, and where its result is not one table.
  nonisolated(unsafe) static var current: Invocation?

  /// The words without the program's name.
  let words: [String]
  /// The seed of the random numbers, where it has one.
  let seed: UInt64?
  /// The files that its table depends on, where the process has read others too; `nil` for all that it has read.
  var files: [String]?

  /// The invocation of a command, or `nil` for one that makes more or less than a table.
  ///
  /// - Parameters:
  ///   - command: what was parsed.
  ///   - words: what it was parsed from.
  init?(_ command: any ParsableCommand, words: [String]) {
    guard let command = command as? any TableCommand else { return nil }
    self.words = words
    seed = command.randomSeed
  }
}

extension RunFacts {
  /// What a result of this process depends on: the program, OpenBLAS, and the files that were read so far.
  ///
  /// - Parameter files: those of them that count; `nil` for all.
  /// - Returns: the facts; files of the data package by their paths within it.
  static func ofThisRun(_ files: [String]? = nil) -> RunFacts {
    let paths = files ?? FilesRead.all
    let descriptor = "/datapackage.json"
    let roots = paths.filter { $0.hasSuffix(descriptor) }.map { $0.dropLast(descriptor.count) + "/" }
    var data: [File] = []
    var inputs: [File] = []
    for path in paths {
      if let root = roots.first(where: { path.hasPrefix($0) }) {
        data.append(File(path: String(path.dropFirst(root.count)), digest: digest(path)))
      } else {
        inputs.append(File(path: path, digest: digest(path)))
      }
    }
    return RunFacts(data: data, inputs: inputs)
  }

  /// The program and its OpenBLAS with these files.
  ///
  /// - Parameters:
  ///   - data: the files of the data package.
  ///   - inputs: other files.
  init(data: [File], inputs: [File]) {
    let kernel = BLASEnvironment.coreName
    // OpenBLAS names the kernel among the options of its build, though it was chosen now.
    let build = BLASEnvironment.configuration.split(separator: " ").filter { $0 != kernel }
    self.init(
      version: BurdenShare.version, blas: build.joined(separator: " "), kernel: kernel, data: data,
      inputs: inputs)
  }

  /// The digest of an ordinary file's bytes; nothing else can be read twice.
  static func digest(_ path: String) -> String? {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return try? SHA256.hexadecimal(file: path)
  }
}
