/// The differenced columns of a regression with ARIMA errors, brought to a like size.
///
/// In order: a pulse for each bridged year, the constant if there is one, the drivers; the differenced series stands last.
struct RegressionDesign: Sendable {
  /// The number of years after differencing.
  let count: Int
  let pulseCount: Int
  let hasConstant: Bool
  let driverCount: Int
  /// By columns, ``columnCount`` of them and the series, each ``count`` long.
  let matrix: [Double]
  /// What each driver was divided by.
  let scales: [Double]
  /// What is left of the series after least squares: from it searches take their starts.
  let residuals: [Double]

  /// Pulses, constant and drivers.
  var columnCount: Int { pulseCount + (hasConstant ? 1 : 0) + driverCount }

  /// A column counts as dependent when no more than this fraction of it is left by those before it.
  static let tolerance = 1e-8
  /// What is left of the series' sum of squares is rounding when it is this fraction or less.
  private static let leastRest = 1e-20

  /// Differences the columns and refuses those that depend on others.
  ///
  /// - Parameters:
  ///   - table: the columns.
  ///   - response: the differenced series in a unit near one.
  ///   - differences: d.
  ///   - hasConstant: whether a mean or a drift is estimated.
  ///   - model: whose design it is.
  /// - Throws: ``FitError/drivers(_:)``.
  init(
    _ table: DriverTable, response: [Double], differences: Int, hasConstant: Bool, model: ModelIdentifier
  ) throws(FitError) {
    count = response.count
    pulseCount = table.absent.count
    driverCount = table.columns.count
    self.hasConstant = hasConstant
    var columns: [[Double]] = []
    for place in table.absent {
      var pulse = [Double](repeating: 0, count: count + differences)
      pulse[place] = 1
      columns.append(Self.differenced(pulse, differences))
    }
    if hasConstant { columns.append([Double](repeating: 1, count: count)) }
    var scales: [Double] = []
    for (name, column) in zip(table.names, table.columns) {
      // Without a mean the level of a driver matters; with one, or differenced, it does not.
      let origin = differences == 0 && !hasConstant ? 0 : column[0]
      let changes = Self.differenced(column.map { $0 - origin }, differences)
      let largest = changes.reduce(0) { max($0, $1.magnitude) }
      let level = column.reduce(0) { max($0, $1.magnitude) }
      guard largest.isFinite else { throw .drivers(.overflow(driver: name)) }
      guard largest > 1e-13 * level else { throw .drivers(.constant(driver: name)) }
      scales.append(largest)
      columns.append(changes.map { $0 / largest })
    }
    self.scales = scales
    matrix = columns.flatMap { $0 } + response
    guard columns.count + 2 <= count else {
      throw .drivers(
        .tooMany(
          drivers: driverCount, needed: columns.count + 2 + differences - pulseCount,
          found: count + differences - pulseCount))
    }
    residuals = try Self.eliminate(columns + [response], table.names, hasConstant, differences)
  }

  private static func differenced(_ values: [Double], _ order: Int) -> [Double] {
    var changes = values
    for _ in 0..<order { changes = zip(changes.dropFirst(), changes).map { $0 - $1 } }
    return changes
  }

  /// Takes each column out of those after it; a driver of which nothing is left is refused by name.
  private static func eliminate(
    _ columns: [[Double]], _ names: [String], _ hasConstant: Bool, _ differences: Int
  ) throws(FitError) -> [Double] {
    var columns = columns
    let sizes = columns.map { norm($0) }
    let first = columns.count - 1 - names.count
    let response = columns.count - 1
    for index in columns.indices.dropLast() {
      if index == first, norm(columns[response]) <= leastRest * sizes[response] {
        throw .drivers(.straightSeries)
      }
      let left = norm(columns[index])
      guard left > tolerance * tolerance * sizes[index] else {
        guard index >= first else { throw .drivers(.constant(driver: names[0])) }
        let name = names[index - first]
        if index == first {
          throw .drivers(hasConstant && differences > 0 ? .straight(driver: name) : .constant(driver: name))
        }
        throw .drivers(.collinear(driver: name, others: Array(names[..<(index - first)])))
      }
      for later in (index + 1)..<columns.count {
        var product = 0.0
        for t in columns[index].indices { product += columns[index][t] * columns[later][t] }
        for t in columns[index].indices { columns[later][t] -= product / left * columns[index][t] }
      }
    }
    let rest = columns[columns.count - 1]
    guard norm(rest) > leastRest * sizes[columns.count - 1] else { throw .drivers(.exact(drivers: names)) }
    return rest
  }

  private static func norm(_ column: [Double]) -> Double { column.reduce(0) { $0 + $1 * $1 } }
}
