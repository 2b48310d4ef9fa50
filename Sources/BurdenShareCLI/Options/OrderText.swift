import Forecasting

/// Orders of ARIMA models as options write them.
enum OrderText {
  /// The order of a text.
  ///
  /// - Parameters:
  ///   - text: p,d,q or p,d,q,c.
  ///   - place: where it stands, for the error.
  /// - Returns: the order.
  /// - Throws: ``CommandFailure`` for anything else, `ArimaOrderError` for an order that cannot be.
  static func parse(_ text: Substring, in place: String) throws -> ArimaOrder {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    let numbers = parts.prefix(3).compactMap { Int($0) }
    guard numbers.count == 3, parts.count == 3 || (parts.count == 4 && parts[3] == "c") else {
      throw CommandFailure(
        .usage, "\(place) '\(text)' is not p,d,q or p,d,q,c", hint: "such as 0,1,1 or 1,1,1,c")
    }
    return try ArimaOrder(
      autoregressive: numbers[0], differences: numbers[1], movingAverage: numbers[2],
      hasConstant: parts.count == 4)
  }
}
