#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The natural logarithm, for files in which `log` is another name.
///
/// - Parameter value: positive.
/// - Returns: ln(value).
func logOf(_ value: Double) -> Double { log(value) }
