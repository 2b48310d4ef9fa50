/// The look that all charts share.
///
/// Lines and symbols have the colours of Okabe & Ito (2008), which people with the usual kinds of colour blindness tell apart, in an
/// order in which neighbours differ in lightness too; each comes with a dash and a symbol of its own, so that a print in
/// grey can be read. Yellow is left out: it vanishes on paper.
public enum Palette {
  /// One line of several: its colour, dash and symbol.
  public struct Stroke: Sendable, Equatable {
    /// The colour.
    public let color: String
    /// Lengths of stroke and gap; stroke alone for a full line.
    public let dash: [Int]
    /// The symbol, in Vega-Lite's names.
    public let shape: String
  }

  /// The lines that can be told apart.
  public static let strokes = [
    Stroke(color: "#0072B2", dash: [1, 0], shape: "circle"),
    Stroke(color: "#D55E00", dash: [6, 3], shape: "square"),
    Stroke(color: "#009E73", dash: [2, 2], shape: "triangle-up"),
    Stroke(color: "#CC79A7", dash: [8, 3, 2, 3], shape: "diamond"),
    Stroke(color: "#56B4E9", dash: [12, 4], shape: "cross"),
    Stroke(color: "#E69F00", dash: [4, 2, 1, 2, 1, 2], shape: "triangle-down"),
    Stroke(color: "#000000", dash: [1, 4], shape: "triangle-right"),
  ]

  /// Text and the record.
  static let ink = "#1B1F24"
  /// Text that stands back.
  static let quiet = "#57606A"
  /// Lines of the grid.
  static let grid = "#E3E6EA"
  /// The paper.
  static let paper = "#FFFFFF"
  /// The median.
  static let centre = "#00507D"
  /// Intervals from the widest to the narrowest: the narrower, the darker.
  private static let bands = ["#D3E5F1", "#A9CDE4", "#7BB3D6", "#4F9AC7", "#2C82B5"]

  /// The colours of nested intervals.
  ///
  /// - Parameter count: how many intervals there are.
  /// - Returns: from the widest to the narrowest; beyond five the darkest repeats.
  static func bands(_ count: Int) -> [String] {
    // Two bands two steps apart are told apart in grey where neighbours hardly are.
    let places = count == 2 ? [0, 2] : count == 3 ? [0, 2, 4] : Array(0..<count)
    return places.map { bands[min($0, bands.count - 1)] }
  }

  /// Vega-Lite's configuration.
  ///
  /// - Parameter language: chooses the fonts.
  /// - Returns: an object.
  static func configuration(_ language: ChartLanguage) -> JSONValue {
    let axis: JSONValue = [
      "labelColor": .text(ink), "titleColor": .text(ink), "titleFontWeight": "normal", "labelFontSize": 11,
      "titleFontSize": 12, "labelFlush": false, "gridColor": .text(grid), "domainColor": .text(quiet),
      "tickColor": .text(quiet),
    ]
    let legend: JSONValue = [
      "orient": "bottom", "direction": "horizontal", "titleFontWeight": "normal", "labelFontSize": 11,
      "titleFontSize": 11, "labelColor": .text(ink), "titleColor": .text(ink), "symbolSize": 90,
      "labelLimit": 600, "columnPadding": 14,
    ]
    let title: JSONValue = [
      "fontSize": 16, "fontWeight": "bold", "color": .text(ink), "subtitleColor": .text(quiet),
      "subtitleFontSize": 12, "subtitlePadding": 6,
    ]
    return [
      "background": .text(paper), "padding": 16, "font": .text(language.fonts), "axis": axis,
      "legend": legend, "title": title, "view": ["stroke": .null],
    ]
  }
}
