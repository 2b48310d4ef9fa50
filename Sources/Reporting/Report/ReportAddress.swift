/// An address of a source as a page shows it: short and readable, while the link behind it is whole.
struct ReportAddress {
  private let address: String

  /// From how many characters on the middle of an address is left out.
  static let longest = 64

  /// An address.
  ///
  /// - Parameter address: what the list of sources has; anything but a web address is shown as it is and is no link.
  init(_ address: String) { self.address = address }

  /// The address in words, or the address with its link.
  var html: String {
    let shown = HTMLText.escaped(text)
    guard address.hasPrefix("https://") || address.hasPrefix("http://") else { return shown }
    return "<a href=\"\(HTMLText.escaped(address))\" rel=\"noreferrer\">\(shown)</a>"
  }

  /// Without the scheme, letters in place of their bytes in per cent, and no longer than ``longest``.
  var text: String {
    let scheme = address.firstRange(of: "://")
    let bare = scheme.map { String(address[$0.upperBound...]) } ?? address
    let readable = Self.decoded(bare)
    guard readable.count > Self.longest else { return readable }
    return readable.prefix(Self.longest - 13) + "…" + readable.suffix(12)
  }

  /// Bytes written in per cent as the letters that they are; as they stand, where they are no UTF-8 or would hide something.
  private static func decoded(_ text: String) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      let digits = rest.prefix(2)
      if byte == UInt8(ascii: "%"), digits.count == 2,
        let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16), value >= 0x80
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    guard let decoded = String(validating: bytes, as: UTF8.self) else { return text }
    let hides = decoded.unicodeScalars.contains {
      $0.properties.generalCategory == .format || $0.properties.generalCategory == .control
    }
    return hides ? text : decoded
  }
}
