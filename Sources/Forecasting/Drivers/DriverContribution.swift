internal import Series

/// What the drivers add to one year of a regression, in the unit of the series.
public struct DriverContribution: Sendable, Equatable {
  /// The year.
  public let year: Int
  /// The value: recorded, or the median that is forecast.
  public let value: Double
  /// What is left without the drivers: the level of the first year, the constant and the errors.
  public let rest: Double
  /// What each driver adds since the first fitted year, in the order of the model; with ``rest`` they add up to ``value``.
  public let parts: [(driver: String, amount: Double)]

  /// Whether two contributions agree in every number.
  public static func == (left: DriverContribution, right: DriverContribution) -> Bool {
    left.year == right.year && left.value == right.value && left.rest == right.rest
      && left.parts.elementsEqual(right.parts) { $0 == $1 }
  }
}

extension TransformedFit {
  /// What each driver contributes per year; empty for a model without drivers.
  ///
  /// On the scale of the model driver k adds β(k) (x(k,t) - x(k,first)), first the first fitted year. After a transform
  /// the drivers are added in their order, each amount being the difference it makes on the scale of the series, so that
  /// rest and amounts always add up to the value; without a transform their order does not matter.
  ///
  /// - Parameter horizon: how many years are forecast.
  /// - Returns: the fitted years that have a value, and the years that are forecast.
  /// - Throws: ``FitError`` where a driver's future is not known, or a number is not finite.
  public func contributions(_ horizon: Horizon) throws(FitError) -> [DriverContribution] {
    guard let regression = fitted as? FittedRegression else { return [] }
    let table = regression.table
    let isAbsent = table.isAbsent
    var found: [DriverContribution] = []
    func append(_ year: Int, _ value: Double, _ values: [Double]) throws(FitError) {
      var level = value
      var amounts: [Double] = []
      for (index, x) in values.enumerated() {
        let amount = regression.coefficients[index] * (x - table.columns[index][0])
        amounts.append(amount)
        level -= amount
      }
      let rest = transform.inverse(level)
      var before = rest
      var parts: [(driver: String, amount: Double)] = []
      for (name, amount) in zip(table.names, amounts) {
        level += amount
        let after = transform.inverse(level)
        parts.append((name, after - before))
        before = after
      }
      let total = transform.inverse(value)
      guard total.isFinite, rest.isFinite, parts.allSatisfy({ $0.amount.isFinite }) else {
        throw .overflow(model: identifier)
      }
      found.append(DriverContribution(year: year, value: total, rest: rest, parts: parts))
    }
    for (place, value) in table.series.values.enumerated() where !isAbsent[place] {
      guard let value else { continue }
      try append(table.series.firstYear + place, value, table.columns.map { $0[place] })
    }
    let future = try regression.futures(horizon)
    let steps = try regression.predict(horizon).steps
    for (index, step) in steps.enumerated() {
      try append(
        table.series.lastYear + 1 + index, step.shape.locationAndScale.location, future.map { $0[index].mean }
      )
    }
    return found
  }
}
