import Datasets
import Series

/// All series of a file by name, for commands that need several at once.
enum FileSeries {
  /// Reads a file.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - columns: the names of its columns.
  ///   - selection: the first and the last year used.
  /// - Returns: the series by name.
  /// - Throws: `DataError` or `SeriesError`.
  static func read(
    _ path: String, columns: SeriesFile.Columns = .init(), _ selection: Selection = Selection()
  ) throws -> [String: AnnualSeries] {
    var file = try SeriesFile.open(path, columns: columns)
    var found: [String: AnnualSeries] = [:]
    while let raw = try file.next() {
      found[raw.identifier] = try raw.series(from: selection.first, to: selection.last)
    }
    return found
  }
}
