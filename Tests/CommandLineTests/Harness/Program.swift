import Foundation

/// The program under test and the checkout that it belongs to.
enum Program {
  /// The folder of the built program: that of the test bundle, which every platform names in the arguments.
  static let folder: URL? = {
    for argument in CommandLine.arguments {
      var url = URL(fileURLWithPath: argument)
      while url.path != "/" {
        if url.pathExtension == "xctest" { return url.deletingLastPathComponent().resolvingSymlinksInPath() }
        url.deleteLastPathComponent()
      }
    }
    return nil
  }()

  /// The folder of these tests.
  static let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()

  /// The checkout's data package.
  static let data = tests.deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("data").resolvingSymlinksInPath()

  /// The environment of every run: nothing of the machine's but what a build needs to start.
  ///
  /// - Parameter home: the folder in which the run takes place.
  /// - Returns: variables and values.
  static func environment(home: URL) -> [String: String] {
    let outer = ProcessInfo.processInfo.environment
    var inner = outer.filter { name, _ in
      // Coverage, sanitizers, libraries and the kernels that a caller chose belong to the build, not to a case.
      name == "LLVM_PROFILE_FILE" || name.hasSuffix("SAN_OPTIONS") || name.hasSuffix("LIBRARY_PATH")
        || name.hasPrefix("OPENBLAS_")
    }
    inner["PATH"] = "\(folder?.path ?? ""):/usr/local/bin:/usr/bin:/bin"
    inner["HOME"] = home.path
    inner["TMPDIR"] = home.path
    inner["LC_ALL"] = "C"
    inner["TZ"] = "UTC"
    inner["BURDENSHARE_DATA"] = data.path
    return inner
  }
}
