public import Forecasting

/// How many futures a projection simulates: 1,000 to 20,000,000.
public struct Draws: Sendable, Equatable {
  /// The number of futures.
  public let count: Int

  /// Fewer leave more than a per cent of noise in a tail quantile.
  public static let least = 1_000
  /// More take minutes and change no digit that is printed.
  public static let most = 5_000_000
  /// What is simulated unless asked otherwise.
  public static let standard = Draws(unchecked: 100_000)

  /// So many futures.
  ///
  /// - Parameter count: from ``least`` to ``most``.
  /// - Throws: `OptionError.belowLeast` or `OptionError.aboveMost`.
  public init(_ count: Int) throws(OptionError) {
    guard count >= Self.least else { throw .belowLeast(option: "draws", value: count, least: Self.least) }
    guard count <= Self.most else { throw .aboveMost(option: "draws", value: count, most: Self.most) }
    self.count = count
  }

  private init(unchecked count: Int) { self.count = count }
}
