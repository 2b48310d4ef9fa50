import Datasets
import Forecasting

/// A grouping as a file holds it, with the lines of its rows.
struct GroupingFile: Sendable {
  /// Which names are the parts of which.
  let grouping: Grouping
  private let rows: [Row]
  private let name: String

  /// A row and its line.
  private struct Row: Sendable {
    let parent: String
    let child: String
    let line: Int
  }

  /// The most rows: with more, the nodes that may be reconciled are far exceeded.
  static let mostRows = 100_000

  /// Reads a file.
  ///
  /// - Parameter path: the file.
  /// - Throws: `DataError` for a file that cannot be read, has no such columns, or a field without a name;
  ///   ``CommandFailure`` for a row that is there already, or more than ``mostRows``.
  init(_ path: String) throws {
    var reader = try CSVReader.open(path)
    let (parent, child) = (try reader.column("parent"), try reader.column("child"))
    var rows: [Row] = []
    var lines: [[String]: Int] = [:]
    while try reader.next() {
      let row = Row(
        parent: try reader.text(parent), child: try reader.text(child), line: reader.line)
      for (name, column) in [(row.parent, parent), (row.child, child)] where name.isEmpty {
        throw DataError.emptyIdentifier(
          FilePlace(reader.file, reader.line, column + 1), column: reader.header[column])
      }
      let place = FilePlace(reader.file, reader.line)
      if let line = lines.updateValue(row.line, forKey: [row.parent, row.child]) {
        let error = HierarchyError.countedTwice(sum: row.parent, part: row.child)
        throw CommandFailure(
          .badData, "\(place): \(error): the row stands on line \(line) already", hint: error.hint)
      }
      guard rows.count < Self.mostRows else {
        throw CommandFailure(
          .badData, "\(place): a grouping has at most \(Self.mostRows) rows", hint: "split the file")
      }
      rows.append(row)
    }
    guard !rows.isEmpty else { throw DataError.headerOnly(reader.firstRow) }
    name = reader.file
    self.rows = rows
    grouping = try Grouping(rows.lazy.map { (parent: $0.parent, child: $0.child) })
  }

  /// The sums that are part of no other.
  ///
  /// - Returns: at least one.
  /// - Throws: ``CommandFailure`` where there is none.
  func tops() throws -> [String] {
    do throws(HierarchyError) { return try grouping.tops() } catch { throw placed(error) }
  }

  /// The hierarchy below a sum.
  ///
  /// - Parameter top: the sum.
  /// - Returns: the hierarchy.
  /// - Throws: ``CommandFailure``, with the line of the row that is at fault where one is.
  func hierarchy(_ top: String) throws -> Hierarchy {
    do throws(HierarchyError) { return try Hierarchy(top: top, in: grouping) } catch { throw placed(error) }
  }

  private func placed(_ error: HierarchyError) -> CommandFailure {
    guard let line = line(of: error) else { return CommandFailure(error) }
    return CommandFailure(.badData, "\(FilePlace(name, line)): \(error)", hint: error.hint)
  }

  /// The last row without which there would be no such fault.
  private func line(of error: HierarchyError) -> Int? {
    switch error {
    case .loop(let path):
      let steps = Set(zip(path, path.dropFirst()).map { [$0, $1] })
      return rows.last { steps.contains([$0.parent, $0.child]) }?.line
    case .countedTwice(let sum, let part):
      return doubled(grouping.names(below: sum), part)
    default: return nil
    }
  }

  /// The last row that leads to a part by a second way.
  private func doubled(_ below: Set<String>, _ part: String) -> Int? {
    var first: Set<String> = []
    var line: Int?
    for row in rows where below.contains(row.parent) {
      guard !first.insert(row.child).inserted else { continue }
      if grouping.names(below: row.child).contains(part) { line = row.line }
    }
    return line
  }
}
