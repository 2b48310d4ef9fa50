/// Units of each currency for a dollar, and where the rate comes from.
public struct ExchangeRates: Sendable, Equatable {
  /// One rate.
  public struct Rate: Sendable, Equatable {
    /// Units for a dollar.
    public let perDollar: Double
    /// What it is: the year's average of a series, the market's on a day.
    public let basis: String
    /// The text that it was read from, by source identifiers.
    public let sources: [String]

    /// The least and the largest rate.
    public static let range = 1e-6...1e6

    /// A rate.
    ///
    /// - Parameters:
    ///   - perDollar: units for a dollar, within ``range``.
    ///   - basis: what it is.
    ///   - sources: identifiers of sources.
    /// - Throws: ``ScenarioError``.
    public init(perDollar: Double, basis: String, sources: [String] = []) throws(ScenarioError) {
      guard Self.range.contains(perDollar) else {
        throw ScenarioError("per_dollar", .outOfRange(perDollar, expected: "a rate from 0.000001 to 1000000"))
      }
      self.perDollar = perDollar
      self.basis = basis
      self.sources = sources
    }
  }

  /// The rates by currency.
  public let rates: [String: Rate]

  /// Rates.
  ///
  /// - Parameter rates: by ISO 4217; the dollar needs none.
  public init(_ rates: [String: Rate]) { self.rates = rates }

  /// The rate of a currency; that of the dollar is one.
  ///
  /// - Parameter currency: ISO 4217.
  /// - Returns: units for a dollar.
  /// - Throws: ``ScenarioError`` when there is none.
  public func perDollar(_ currency: String) throws(ScenarioError) -> Double {
    if currency == "USD" { return 1 }
    guard let rate = rates[currency] else {
      throw ScenarioError("", .noExchangeRate(currency, known: rates.keys.sorted()))
    }
    return rate.perDollar
  }

  /// An amount in another unit.
  ///
  /// - Parameters:
  ///   - money: the amount.
  ///   - unit: the unit wanted.
  /// - Returns: how many of the unit; no rate is needed within one currency.
  /// - Throws: ``ScenarioError`` when a rate is missing.
  public func amount(_ money: Money, in unit: MoneyUnit) throws(ScenarioError) -> Double {
    let scaled = money.amount * money.unit.scale / unit.scale
    guard money.unit.currency != unit.currency else { return scaled }
    return scaled / (try perDollar(money.unit.currency)) * (try perDollar(unit.currency))
  }
}
