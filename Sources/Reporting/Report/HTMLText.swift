/// Text as HTML.
public enum HTMLText {
  /// A text in which nothing is markup, fit for content and for quoted attributes.
  ///
  /// - Parameter text: any text.
  /// - Returns: with `&`, `<`, `>` and both quotation marks escaped; control characters, which HTML forbids, become blanks.
  public static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      case _ where scalar.properties.generalCategory == .control: escaped += " "
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
