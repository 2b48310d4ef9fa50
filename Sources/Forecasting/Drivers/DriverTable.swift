internal import Series

/// The columns of a regression beside a series, from the first year in which all have values.
///
/// A year in which the series or a driver has none is bridged by straight lines and listed in ``absent``: a pulse of
/// its own then takes it out of the likelihood again (Sargan & Drettakis 1974, International Economic Review 15, 39-58).
struct DriverTable: Sendable {
  /// The drivers' names, in the order of ``columns``.
  let names: [String]
  /// A value for each driver and year.
  let columns: [[Double]]
  /// The places of bridged years, counted from the first year.
  let absent: [Int]
  /// The series, without gaps.
  let series: AnnualSeries

  /// Lays out the columns.
  ///
  /// - Parameters:
  ///   - drivers: at least one.
  ///   - series: on the scale of the model.
  ///   - model: whose regression it is.
  /// - Throws: ``FitError`` for drivers that have no values where they are needed.
  init(_ drivers: [Driver], series: AnnualSeries, model: ModelIdentifier) throws(FitError) {
    guard !drivers.isEmpty else { throw .drivers(.none(model: model)) }
    for (index, driver) in drivers.enumerated()
    where drivers[..<index].contains(where: { $0.label == driver.label }) {
      throw .drivers(.twice(driver: driver.label))
    }
    let years = series.firstYear...series.lastYear
    var found: [[DriverRecord.Value?]] = []
    for driver in drivers {
      do throws(DriverError) {
        found.append(try driver.values(years, origin: series.lastYear))
      } catch {
        throw .drivers(error)
      }
    }
    let isWhole = series.values.indices.map { t in
      series.values[t] != nil && found.allSatisfy { $0[t] != nil }
    }
    guard let first = isWhole.firstIndex(of: true), isWhole.last == true else {
      throw .drivers(.noCommonYears(series: series.identifier))
    }
    absent = isWhole.indices.filter { $0 >= first && !isWhole[$0] }.map { $0 - first }
    names = drivers.map(\.label)
    columns = found.map { column in
      Self.bridged(isWhole.indices.dropFirst(first).map { isWhole[$0] ? column[$0]?.mean : nil })
    }
    let values = Self.bridged(isWhole.indices.dropFirst(first).map { isWhole[$0] ? series.values[$0] : nil })
    do {
      self.series = try AnnualSeries(
        identifier: series.identifier, unit: series.unit, calendar: series.calendar,
        firstYear: series.firstYear + first, values: values)
    } catch {
      throw .overflow(model: model)
    }
    for (name, column) in zip(names, columns) where !column.allSatisfy(\.isFinite) {
      throw .drivers(.overflow(driver: name))
    }
  }

  /// The number of years with values.
  var observationCount: Int { series.values.count - absent.count }

  /// Whether a place is bridged, for each year.
  var isAbsent: [Bool] {
    var flags = [Bool](repeating: false, count: series.values.count)
    for place in absent { flags[place] = true }
    return flags
  }

  /// Values with straight lines in their gaps; both ends are known.
  private static func bridged(_ values: [Double?]) -> [Double] {
    var filled = values.map { $0 ?? 0 }
    var left = 0
    for right in values.indices where values[right] != nil {
      for place in (left + 1)..<max(right, left + 1) {
        let share = Double(place - left) / Double(right - left)
        filled[place] = filled[left] + share * (filled[right] - filled[left])
      }
      left = right
    }
    return filled
  }
}
