public import Series

/// One source of the package.
public struct Source: Sendable, Equatable {
  /// The name by which values refer to it.
  public let identifier: String
  /// Who published it.
  public let publisher: String
  /// Its title.
  public let title: String
  /// Its address, empty where none is known.
  public let url: String
  /// When it was published, empty where that is not known.
  public let publishedOn: String
  /// ``publishedOn`` as a date, `nil` where it is not known.
  public let published: PartialDate?
  /// The licence under which its figures stand here, explained in `licences.csv`.
  public let licence: String
}

extension DataPackage {
  /// The sources that were out on a date; one without a date of its own counts as such.
  ///
  /// - Parameter date: the date.
  /// - Returns: their identifiers.
  /// - Throws: ``DataError`` when the file cannot be read.
  public func sources(publishedBy date: PartialDate) throws(DataError) -> Set<String> {
    let known = try sources().filter { source in
      source.published.map { $0 <= date } ?? true
    }
    return Set(known.map(\.identifier))
  }

  /// The sources in the order of `sources.csv`.
  ///
  /// - Returns: all of them.
  /// - Throws: ``DataError`` when the file cannot be read, or a date in it is none.
  public func sources() throws(DataError) -> [Source] {
    var reader = try CSVReader.open(root + "/sources.csv")
    var columns: [Int] = []
    for name in ["source_id", "publisher", "title", "url", "published_on", "licence"] {
      columns.append(try reader.column(name))
    }
    var sources: [Source] = []
    while try reader.next() {
      var fields: [String] = []
      for column in columns { fields.append(try reader.text(column)) }
      let published: PartialDate?
      do {
        published = fields[4].isEmpty ? nil : try PartialDate(fields[4])
      } catch {
        let place = FilePlace(reader.file, reader.line, columns[4] + 1)
        throw .invalidDate(place, column: reader.header[columns[4]], text: fields[4])
      }
      sources.append(
        Source(
          identifier: fields[0], publisher: fields[1], title: fields[2], url: fields[3],
          publishedOn: fields[4], published: published, licence: fields[5]))
    }
    return sources
  }
}
