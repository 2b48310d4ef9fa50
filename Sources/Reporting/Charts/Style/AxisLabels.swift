/// The names on an axis of places.
enum AxisLabels {
  /// A Vega expression that names the places 0, 1, 2 … of an axis.
  ///
  /// - Parameter names: in the order of the places; a backslash or quotation mark in one is escaped, for it is code there.
  /// - Returns: the expression.
  static func expression(_ names: [String]) -> String {
    let texts = names.map { name in
      var text = ""
      for scalar in name.unicodeScalars {
        if scalar == "'" || scalar == "\\" { text += "\\" }
        if scalar.properties.generalCategory != .control { text.unicodeScalars.append(scalar) }
      }
      return "'\(text)'"
    }
    return "[\(texts.joined(separator: ","))][datum.value]"
  }
}
