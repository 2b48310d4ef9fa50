/// The level of a central prediction interval, in per cent: strictly between 0 and 100.
public struct Level: Sendable, Hashable {
  /// The level in per cent, such as 95.
  public let percent: Double

  /// A level of this many per cent.
  ///
  /// - Parameter percent: strictly between 0 and 100.
  /// - Throws: ``OptionError/levelOutOfRange(_:)``, for NaN too.
  public init(_ percent: Double) throws(OptionError) {
    guard percent > 0, percent < 100 else { throw .levelOutOfRange(percent) }
    self.percent = percent
  }

  private init(unchecked percent: Double) { self.percent = percent }

  /// 80 per cent.
  public static let eighty = Level(unchecked: 80)
  /// 95 per cent.
  public static let ninetyFive = Level(unchecked: 95)

  /// The probability below the interval's lower end.
  public var lowerTail: Double { (100 - percent) / 200 }
  /// The probability below the interval's upper end.
  public var upperTail: Double { 1 - lowerTail }

  /// The level as column names write it: `95`, `99.5`.
  public var label: String {
    percent == percent.rounded() ? "\(Int(percent))" : "\(percent)"
  }
}
