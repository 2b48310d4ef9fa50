import Checks
import Datasets

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// When baselines may be written: by somebody who looks at the difference, from files that belong to a commit.
enum RecordingRule {
  /// Variables of continuous integration; most set the first.
  private static let unattended = [
    "CI", "GITHUB_ACTIONS", "TF_BUILD", "JENKINS_URL", "TEAMCITY_VERSION", "CODEBUILD_BUILD_ID",
  ]

  /// Refuses to record unattended.
  ///
  /// - Throws: ``CommandFailure`` under continuous integration.
  static func refuseUnattended() throws {
    for name in unattended {
      let value = getenv(name).map { String(cString: $0).lowercased() } ?? ""
      guard ["", "0", "false"].contains(value) else {
        throw CommandFailure(
          .usage, "--update is refused under CI (\(name)=\(value)): nobody would look at the difference",
          hint: "record on your own machine and commit")
      }
    }
  }

  /// Refuses to record from files that differ from the last commit.
  ///
  /// - Parameter place: what is recorded.
  /// - Throws: ``CommandFailure`` in such a checkout.
  static func refuseUncommitted(_ place: CheckPlace) throws {
    let folder = place.folder ?? place.package?.root ?? "."
    let files = try Checkout.uncommitted(around: folder, but: place.baselines)
    guard let first = files.first else { return }
    let named = files.prefix(3).joined(separator: ", ") + (files.count > 3 ? ", …" : "")
    throw CommandFailure(
      .usage,
      "--update is refused: "
        + (files.count == 1 ? "1 file of the checkout is" : "\(files.count) files of the checkout are")
        + " not committed: \(files.count == 1 ? first : named)",
      hint: "commit them first, so that the baselines belong to a commit, or say --allow-dirty")
  }

  /// The files that enter baselines and that git does not know, though it knows what is checked.
  ///
  /// - Parameters:
  ///   - facts: what the baselines are made from.
  ///   - place: what is recorded.
  /// - Returns: paths within the folder.
  /// - Throws: ``CommandFailure`` when git does not answer.
  static func untracked(_ facts: RunFacts, _ place: CheckPlace) throws -> [String] {
    let unknown = Set(try Checkout.untracked(below: place.folder ?? place.package?.root ?? "."))
    let head = place.package == nil ? CheckPlace.commandFile : "datapackage.json"
    // A new folder is committed as a whole, together with its baselines.
    guard !unknown.contains(head) else { return [] }
    let entering = place.package == nil ? facts.inputs : facts.data
    return entering.map(\.path).filter(unknown.contains)
  }
}
