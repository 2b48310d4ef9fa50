/// Why a check cannot be made, or baselines cannot be read or written.
public enum CheckError: Error, Sendable, Equatable {
  /// No baselines where they should be.
  case noBaselines(folder: String)
  /// A file of baselines that the manifest names and that is not there.
  case missingBaseline(file: String)
  /// A file of baselines that the system, or a reader of CSV, refuses; why.
  case unreadable(reason: String)
  /// A file of baselines with fewer bytes than were written.
  case truncated(file: String, bytes: Int, expected: Int)
  /// A file that is not the one that was written.
  case edited(file: String)
  /// A manifest without something that it has to say; what.
  case badManifest(file: String, reason: String)
  /// A form of another version than this program reads.
  case otherForm(file: String, found: Int, known: Int)
  /// A file of tolerances that says what it cannot.
  case badTolerance(file: String, line: Int, reason: String)
  /// Another process writes the baselines at this moment.
  case busy(folder: String)
  /// The system's reason why something cannot be written.
  case notWritable(file: String, reason: String)
}

extension CheckError: CustomStringConvertible {
  /// One line that says what is wrong and where.
  public var description: String {
    switch self {
    case .noBaselines(let folder): "\(folder): no baselines are recorded there"
    case .missingBaseline(let file): "\(file): the baseline is missing; its manifest names it"
    case .unreadable(let reason): reason
    case .truncated(let file, let bytes, let expected):
      "\(file): the file is truncated: \(bytes) of \(expected) bytes"
    case .edited(let file): "\(file): the file was changed after it was written"
    case .badManifest(let file, let reason): "\(file): \(reason)"
    case .otherForm(let file, let found, let known):
      "\(file): written in form \(found) by another version of burdenshare; this one reads form \(known)"
    case .badTolerance(let file, let line, let reason): "\(file):\(line): \(reason)"
    case .busy(let folder): "\(folder): another check is at work on these baselines"
    case .notWritable(let file, let reason): "\(file): cannot be written: \(reason)"
    }
  }
}
