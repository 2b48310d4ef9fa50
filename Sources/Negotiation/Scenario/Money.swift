public import Series

/// A currency and a scale, by the symbol that tables print: `JPY_100M`, `USD_BN`, `KRW_100M`.
public struct MoneyUnit: Sendable, Hashable, CustomStringConvertible {
  /// ISO 4217: `JPY`.
  public let currency: String
  /// How many of the currency one unit is.
  public let scale: Double
  /// The symbol.
  public let description: String

  /// The scales that a symbol can end in.
  private static let scales: [(suffix: String, scale: Double)] = [
    ("", 1), ("_M", 1e6), ("_100M", 1e8), ("_BN", 1e9), ("_TN", 1e12),
  ]

  /// Hundred million yen, 億円.
  public static let yen100M = MoneyUnit(currency: "JPY", suffix: "_100M", scale: 1e8)
  /// Hundred million won, 억원.
  public static let won100M = MoneyUnit(currency: "KRW", suffix: "_100M", scale: 1e8)

  private init(currency: String, suffix: String, scale: Double) {
    self.currency = currency
    self.scale = scale
    description = currency + suffix
  }

  /// The unit of a symbol.
  ///
  /// - Parameter symbol: three capital letters, and none, `_M`, `_100M`, `_BN` or `_TN` after them.
  /// - Throws: ``ScenarioError``.
  public init(_ symbol: String) throws(ScenarioError) {
    let currency = String(symbol.prefix(3))
    let suffix = String(symbol.dropFirst(3))
    let isCode = currency.utf8.count == 3 && currency.utf8.allSatisfy { (65...90).contains($0) }
    guard isCode, let found = Self.scales.first(where: { $0.suffix == suffix }) else {
      throw ScenarioError("", .unknownMoneyUnit(symbol))
    }
    self.init(currency: currency, suffix: suffix, scale: found.scale)
  }

  /// The unit as series carry it.
  public var unit: Unit { Unit(description) }
}

/// An amount of money a year, and where it was read.
public struct Money: Sendable, Equatable {
  /// The amount, positive.
  public let amount: Double
  /// Its unit.
  public let unit: MoneyUnit
  /// The text that it was read from, by source identifiers.
  public let sources: [String]

  /// The most that an amount can be, in its currency: a million times any budget.
  public static let largest = 1e24

  /// An amount.
  ///
  /// - Parameters:
  ///   - amount: above zero, at most ``largest`` in the currency.
  ///   - unit: its unit.
  ///   - sources: identifiers of sources.
  /// - Throws: ``ScenarioError``.
  public init(_ amount: Double, _ unit: MoneyUnit, sources: [String] = []) throws(ScenarioError) {
    guard amount > 0, amount * unit.scale <= Self.largest else {
      throw ScenarioError(
        "amount", .outOfRange(amount, expected: "an amount above 0, at most 1e24 of the currency"))
    }
    self.amount = amount
    self.unit = unit
    self.sources = sources
  }
}
