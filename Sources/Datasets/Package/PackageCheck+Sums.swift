internal import Series

extension PackageCheck {
  /// A stated sum.
  mutating func verify(_ check: Descriptor.Check, in package: DataPackage) {
    switch check {
    case .sum(let total, let parts, let years, let tolerance):
      do {
        for year in years { try verifySum(total, parts, year, tolerance, package) }
      } catch {
        problem("sum", total, error)
      }
    case .rangeSum(let series, let years, let expected, let tolerance):
      do {
        let calendar = try package.entry(series).calendar
        let values = try package.observations(series).filter { years.contains($0.year) }
        let sum = values.reduce(0) { $0 + ($1.value ?? 0) }
        if (sum - expected).magnitude > tolerance {
          problem(
            "sum", series,
            "\(calendar.label(years.lowerBound)) to \(calendar.label(years.upperBound)) add up to \(numeral(sum)), "
              + "published \(numeral(expected)) (tolerance \(numeral(tolerance)))")
        }
      } catch {
        problem("sum", series, error)
      }
    }
  }

  private mutating func verifySum(
    _ total: String, _ parts: [String], _ year: Int, _ tolerance: Double, _ package: DataPackage
  ) throws(DataError) {
    let label = try package.entry(total).calendar.label(year)
    func value(_ series: String) throws(DataError) -> Double? {
      try package.observations(series).first { $0.year == year }?.value
    }
    guard let whole = try value(total) else {
      return problem("sum", total, "\(label): no total to compare with")
    }
    var sum = 0.0
    for part in parts {
      guard let value = try value(part) else {
        return problem("sum", total, "\(label): part '\(part)' has no value")
      }
      sum += value
    }
    if (sum - whole).magnitude > tolerance {
      problem(
        "sum", total,
        "\(label): the parts add up to \(numeral(sum)), the total is \(numeral(whole)) (tolerance \(numeral(tolerance)))"
      )
    }
  }
}
