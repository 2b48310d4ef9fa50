/// A number as messages write it: `5` and not `5.0`.
///
/// - Parameter value: any number.
/// - Returns: the shortest text that gives the number back, without a fraction of zero.
public func numeral(_ value: Double) -> String {
  let text = "\(value)"
  return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
}
