/// Shares of a whole as sentences write them.
enum Share {
  /// The share in per cent with one digit after the point, none where it is zero: `12.5 %`, `40 %`.
  ///
  /// - Parameter share: from 0 to 1.
  /// - Returns: the text.
  static func percent(_ share: Double) -> String {
    let tenths = Int((share * 1000).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10) %" : "\(tenths / 10).\(tenths % 10) %"
  }
}
