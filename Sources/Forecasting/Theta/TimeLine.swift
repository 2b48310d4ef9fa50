/// The least squares line of values on the time 1, 2, ….
///
/// Closed form around the middle year, one pass: a design of two columns with known inner products needs no
/// factorisation.
///
/// - Parameter values: in the order of time, at least two.
/// - Returns: A and B of A + B t.
func timeLine(_ values: [Double]) -> (intercept: Double, slope: Double) {
  let n = Double(values.count)
  let centre = (n + 1) / 2
  var (mean, product) = (0.0, 0.0)
  for (offset, value) in values.enumerated() {
    mean += value / n
    product += (Double(offset + 1) - centre) * value
  }
  let slope = product * 12 / (n * (n * n - 1))
  return (mean - slope * centre, slope)
}
