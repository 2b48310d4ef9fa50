#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The scales on which `auto` runs its members and measures errors: the values, or their cube roots.
///
/// On cube roots errors are about as large at a high level as at a low one, zero is an ordinary value, and no
/// forecast comes back below zero.
enum PowerScale: Sendable, Equatable {
  case values
  case cubeRoots

  /// The value on this scale; what lies below zero counts as zero under the root.
  ///
  /// - Parameter value: a value of the series.
  /// - Returns: the value itself or its cube root.
  func forward(_ value: Double) -> Double {
    self == .values ? value : cbrt(max(value, 0))
  }

  /// The value of the series at a point of this scale.
  ///
  /// - Parameter point: on this scale.
  /// - Returns: the point itself or its cube, at least zero.
  func inverse(_ point: Double) -> Double {
    guard self == .cubeRoots else { return point }
    let root = max(point, 0)
    return root * root * root
  }
}
