internal import Series

/// A series made ready for all orders of one d: about an origin, in a unit near one, differenced where it has no gap.
struct ArimaData {
  let differences: Int
  let hasConstant: Bool
  let model: ModelIdentifier
  /// What is taken off: the mean where a mean is estimated, the first value where the series is differenced.
  let origin: Double
  /// The largest magnitude of the differences, by which everything is divided.
  let unit: Double
  /// (y - origin) / unit, NaN for a missing year.
  let levels: [Double]
  /// The d-th differences of ``levels``, or `nil` where a year is missing.
  let differenced: [Double]?
  /// The number of innovations: values less d.
  let innovationCount: Int
  /// Whether the differences are all the same, and what they are.
  let isStill: Bool
  /// The drivers of a regression whose errors the series is, differenced like it; `nil` without drivers.
  let design: RegressionDesign?
  let still: Double

  /// The longest span of a record with missing years: each is a step of a filter without shortcuts.
  static let longestSpanWithGaps = 1000

  /// Prepares a series.
  ///
  /// - Parameters:
  ///   - series: on the scale of the model.
  ///   - differences: d.
  ///   - hasConstant: whether a mean or a drift is estimated.
  ///   - model: whose fit this is, for the error.
  ///   - table: the drivers of a regression, or `nil`.
  /// - Throws: ``FitError`` for too few values, too long a span with missing years, values that overflow, or drivers that
  ///   depend on each other.
  init(
    _ series: AnnualSeries, differences: Int, hasConstant: Bool, model: ModelIdentifier,
    table: DriverTable? = nil
  ) throws(FitError) {
    // A year that only keeps the series without gaps holds no value: a pulse of its own takes it out again.
    let found = series.observationCount - (table?.absent.count ?? 0)
    let smallest = ArimaOrder(checked: 0, differences, 0, hasConstant: hasConstant)
    let needed = smallest.minimumObservations + (table?.columns.count ?? 0)
    guard found >= needed else {
      throw .tooFewObservations(model: model, needed: needed, found: found)
    }
    let hasGaps = series.complete == nil
    guard !hasGaps || series.values.count <= Self.longestSpanWithGaps else {
      throw .tooManyYears(model: model, limit: Self.longestSpanWithGaps, found: series.values.count)
    }
    self.differences = differences
    self.hasConstant = hasConstant
    self.model = model
    innovationCount = found - differences
    let present = series.observations
    let origin: Double
    switch (differences, hasConstant) {
    case (0, true): origin = present.reduce(0) { $0 + $1.value / Double(present.count) }
    case (0, false): origin = 0
    default: origin = present[0].value
    }
    let moved = series.values.map { $0.map { $0 - origin } ?? .nan }
    let magnitude = present.reduce(0) { max($0, $1.value.magnitude) }
    var changes = moved
    for _ in 0..<differences { changes = zip(changes.dropFirst(), changes).map { $0 - $1 } }
    let known = changes.filter { !$0.isNaN }
    let largest = known.reduce(0) { max($0, $1.magnitude) }
    let levelRange = moved.reduce(0) { $1.isNaN ? $0 : max($0, $1.magnitude) }
    guard largest.isFinite, levelRange.isFinite, !changes.contains(where: \.isInfinite) else {
      throw .overflow(model: model)
    }
    self.origin = origin
    let scale = hasGaps ? max(largest, levelRange) : largest
    unit = scale > 0 ? scale : 1
    isStill =
      table == nil
      && Self.isStill(known, levels: present.map(\.value), gaps: hasGaps, smallest, magnitude)
    still = known.first ?? 0
    levels = moved.map { [unit] in $0 / unit }
    differenced = hasGaps ? nil : changes.map { [unit] in $0 / unit }
    guard let table else {
      design = nil
      return
    }
    design = try RegressionDesign(
      table, response: changes.map { [unit] in $0 / unit }, differences: differences,
      hasConstant: hasConstant,
      model: model)
  }

  /// Whether a model of this order fits exactly without any innovation.
  ///
  /// All differences are the same and there is a constant to say so, or all are zero. With gaps only a series of
  /// equal values is taken for that.
  private static func isStill(
    _ changes: [Double], levels: [Double], gaps: Bool, _ order: ArimaOrder, _ magnitude: Double
  ) -> Bool {
    let flat = levels.allSatisfy { $0 == levels[0] }
    if gaps { return flat && (order.differences > 0 || order.hasConstant || levels[0] == 0) }
    let rounding = 1e-14 * magnitude
    let same = DifferencingOrder.isConstant(changes, magnitude: magnitude)
    return same && (order.hasConstant || changes.allSatisfy { $0.magnitude <= rounding })
  }
}
