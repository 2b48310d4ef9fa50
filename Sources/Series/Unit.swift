/// The unit of a series' values, by the symbol that tables print: `JPY_100M`, `percent`, `persons`.
public struct Unit: Sendable, Hashable, CustomStringConvertible {
  /// The symbol, never empty; `1` for a pure number.
  public let symbol: String

  /// A unit with this symbol; an empty one becomes `1`.
  ///
  /// - Parameter symbol: what tables print.
  public init(_ symbol: String) { self.symbol = symbol.isEmpty ? "1" : symbol }

  /// A number without a unit.
  public static let pure = Unit("1")

  /// The symbol.
  public var description: String { symbol }
}

/// The values that a quantity can take at all.
public enum Bounds: String, Sendable, Equatable, CaseIterable {
  /// Any real number.
  case unbounded
  /// Zero and above: people stationed.
  case nonnegative
  /// Above zero: money paid. A forecast that falls to its limit stops at zero.
  case positive
  /// From 0 to 100.
  case percent

  /// The lowest possible value, or `-infinity`.
  public var lower: Double { self == .unbounded ? -.infinity : 0 }
  /// The highest possible value, or `infinity`.
  public var upper: Double { self == .percent ? 100 : .infinity }

  /// The value moved to the nearest possible one.
  ///
  /// - Parameter value: any number.
  /// - Returns: `value` where it is possible, else the bound that it oversteps.
  public func clamp(_ value: Double) -> Double { min(max(value, lower), upper) }

  /// Whether a recorded value is possible.
  ///
  /// - Parameter value: any number.
  /// - Returns: false for NaN, and for zero where values are positive.
  public func contains(_ value: Double) -> Bool {
    value >= lower && value <= upper && (self != .positive || value > 0)
  }
}
