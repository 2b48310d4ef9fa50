import Negotiation

/// How many futures, as an option writes it: `100000` or `1e5`.
enum DrawsText {
  /// The number of futures of a text.
  ///
  /// - Parameter text: a whole number in any decimal form.
  /// - Returns: the number.
  /// - Throws: ``CommandFailure`` that names the limits.
  static func parse(_ text: String) throws -> Draws {
    let limits = "a whole number from \(Draws.least) to \(Draws.most), such as 100000 or 1e5"
    guard let number = NumberOption.parse(text[...]), number == number.rounded() else {
      throw CommandFailure(.usage, "draws '\(text)' is not possible; expected \(limits)")
    }
    guard number >= Double(Draws.least) else {
      throw CommandFailure(.usage, "draws \(text) is below \(Draws.least)")
    }
    guard number <= Double(Draws.most) else {
      throw CommandFailure(.usage, "draws \(text) is above \(Draws.most)")
    }
    return try Draws(Int(number))
  }
}
