internal import Series

extension PackageCheck {
  /// Values, statuses, bounds, gaps and dates of one series.
  mutating func check(_ entry: SeriesEntry, in package: DataPackage) {
    let observations: [Observation]
    do {
      observations = try package.observations(entry.identifier)
    } catch {
      problem("series", entry.identifier, error)
      return
    }
    if let earlier = entry.earlier, (try? package.entry(earlier.series)) == nil {
      problem("vintage", entry.identifier, "there is no series '\(earlier.series)'")
    }
    let valued = observations.filter { $0.value != nil }
    guard let first = valued.first?.year, let last = valued.last?.year else {
      problem("series", entry.identifier, "it has no value")
      return
    }
    for observation in observations {
      let period = entry.calendar.label(observation.year)
      if let value = observation.value, !entry.bounds.contains(value) {
        problem("bounds", entry.identifier, "\(period): \(numeral(value)) is not \(entry.bounds.rawValue)")
      }
      if observation.value != nil, observation.sources.isEmpty {
        problem("source", entry.identifier, "\(period): the value has no source")
      }
      if observation.value == nil, observation.note.isEmpty {
        problem("note", entry.identifier, "\(period): an empty value needs a note that says why")
      }
    }
    remark(entry, valued, first: first, last: last)
    remarkOnOrder(entry, valued)
  }

  private mutating func remark(_ entry: SeriesEntry, _ valued: [Observation], first: Int, last: Int) {
    let years = Set(valued.map(\.year))
    let missing = (first...last).filter { !years.contains($0) }
    if !missing.isEmpty {
      remark(
        "gap", entry.identifier,
        "no value for \(missing.map(entry.calendar.label).joined(separator: ", "))")
    }
    let unconfirmed = valued.filter { $0.status == .unconfirmed }
    if !unconfirmed.isEmpty, case .stored = entry.origin {
      let list = unconfirmed.map { entry.calendar.label($0.year) }.joined(separator: ", ")
      remark("unconfirmed", entry.identifier, "\(unconfirmed.count) unconfirmed values: \(list)")
    }
  }

  /// Periods that were published after a later one: at a date between the two, the series has a hole.
  private mutating func remarkOnOrder(_ entry: SeriesEntry, _ valued: [Observation]) {
    var earliest: (label: String, date: PartialDate)?
    var late: [String] = []
    for observation in valued.reversed() {
      guard let date = observation.published else { continue }
      let label = entry.calendar.label(observation.year)
      if let earliest, date > earliest.date {
        late.append("\(label) (\(date)) after \(earliest.label) (\(earliest.date))")
      } else {
        earliest = (label, date)
      }
    }
    if !late.isEmpty {
      remark(
        "publication", entry.identifier,
        "published after a later period: \(late.reversed().joined(separator: ", "))")
    }
  }

  /// Rows of series files whose series is not in the catalogue.
  mutating func checkOrphans(_ package: DataPackage) {
    var resources: [String: Set<String>] = [:]
    for entry in package.entries {
      if case .stored(let resource) = entry.origin {
        resources[resource, default: []].insert(entry.identifier)
      }
    }
    for (resource, known) in resources.sorted(by: { $0.key < $1.key }) {
      do {
        var reader = try CSVReader.open(try package.path(ofResource: resource))
        let column = try reader.column("series_id")
        var reported: Set<String> = []
        while try reader.next() {
          let name = try reader.text(column)
          if !known.contains(name), reported.insert(name).inserted {
            problem("series", name, "\(FilePlace(reader.file, reader.line)): not in the catalogue")
          }
        }
      } catch {
        problem("file", resource, error)
      }
    }
  }
}
