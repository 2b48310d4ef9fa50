/// A small chart of lines made of characters.
public struct TerminalPlot: Sendable, Equatable {
  /// The characters that it is made of.
  public enum Style: String, Sendable, CaseIterable {
    /// Unicode's braille patterns: two by four dots in each place.
    case braille
    /// One ASCII character in each place.
    case ascii
  }

  /// One line of it.
  public struct Line: Sendable, Equatable {
    /// Its name in the legend.
    public let name: String
    /// Its points, in order.
    public let points: [Point]
    /// How it is told from the others.
    public let look: Look

    /// A line.
    ///
    /// - Parameters:
    ///   - name: in the legend; empty for a line that shares the one before it.
    ///   - points: in order; a point that is not finite is left out.
    ///   - look: how it is told from the others.
    public init(name: String, points: [Point], look: Look) {
      self.name = name
      self.points = points.filter { $0.x.isFinite && $0.y.isFinite }
      self.look = look
    }
  }

  /// One point.
  public struct Point: Sendable, Equatable {
    let x: Double
    let y: Double

    /// A point.
    ///
    /// - Parameters:
    ///   - x: across.
    ///   - y: up.
    public init(_ x: Double, _ y: Double) { (self.x, self.y) = (x, y) }
  }

  /// How a line is told from the others.
  public enum Look: Sendable, Equatable {
    /// Drawn through: the record.
    case full
    /// Dashed: the median, or what was fitted.
    case dashed
    /// Every fourth dot: an interval.
    case dotted
    /// Every eighth dot: a wider interval.
    case sparse

    /// Dots on, of so many.
    var pattern: (on: Int, of: Int) {
      switch self {
      case .full: (1, 1)
      case .dashed: (3, 5)
      case .dotted: (1, 3)
      case .sparse: (1, 6)
      }
    }

    /// The character of a place without dots.
    var character: Character {
      switch self {
      case .full: "*"
      case .dashed: "o"
      case .dotted: ":"
      case .sparse: "."
      }
    }
  }

  /// The narrowest chart that has room for its axes.
  public static let leastWidth = 40

  private let title: String
  private let lines: [Line]
  private let width: Int
  private let height: Int
  private let labels: @Sendable (Double) -> String
  private let left: Double
  private let right: Double
  private let bottom: Double
  private let top: Double

  /// A chart.
  ///
  /// - Parameters:
  ///   - title: above it.
  ///   - lines: the first lies on top.
  ///   - width: characters across, at least ``leastWidth``.
  ///   - height: lines up, from 4 to 100.
  ///   - label: a place across as text.
  /// - Throws: ``ChartError/nothingToShow`` when no line has a point.
  public init(
    title: String, lines: [Line], width: Int = 72, height: Int = 15,
    label: @escaping @Sendable (Double) -> String
  ) throws(ChartError) {
    let points = lines.flatMap(\.points)
    guard let first = points.first else { throw .nothingToShow }
    left = points.reduce(first.x) { min($0, $1.x) }
    right = points.reduce(first.x) { max($0, $1.x) }
    bottom = points.reduce(first.y) { min($0, $1.y) }
    top = points.reduce(first.y) { max($0, $1.y) }
    (self.title, self.lines, labels) = (title, lines, label)
    self.width = min(max(width, Self.leastWidth), 500)
    self.height = min(max(height, 4), 100)
  }

  /// Whether two charts show the same lines at the same size.
  public static func == (one: TerminalPlot, other: TerminalPlot) -> Bool {
    one.title == other.title && one.lines == other.lines && one.width == other.width
      && one.height == other.height
  }

  /// The chart as lines of text.
  ///
  /// - Parameter style: the characters.
  /// - Returns: the title, the axes with the lines, the legend; each with a line end.
  public func text(_ style: Style) -> String {
    let margin = [top, (top + bottom) / 2, bottom].map { NumberText.grouped($0).count }.max() ?? 0
    let columns = width - margin - 2
    let rows = style == .braille ? braille(columns) : characters(columns)
    // A line break of the text takes its size in half letters: two pixels are one place.
    var text = WrappedText.lines(shown(title, style), width: width, fontSize: 2).map { $0 + "\n" }.joined()
    for (place, row) in rows.enumerated() {
      var label = ""
      if place == 0 { label = NumberText.grouped(top) }
      if place == height / 2, height > 6 {
        label = NumberText.grouped(value(atRow: Double(place), of: height))
      }
      if place == height - 1 { label = NumberText.grouped(bottom) }
      let padding = String(repeating: " ", count: max(margin - label.count, 0))
      text += trimmed(padding + label + (style == .braille ? " ┤" : " |") + row) + "\n"
    }
    let (first, last) = (labels(left), labels(right))
    let gap = max(columns - first.count - last.count, 1)
    text +=
      String(repeating: " ", count: margin + 2) + first + String(repeating: " ", count: gap) + last + "\n"
    for line in legend(style, room: width - margin - 2) {
      text += String(repeating: " ", count: margin + 2) + line + "\n"
    }
    return text
  }

  /// A name in the characters of a style: in ASCII a question mark stands for each of the others.
  private func shown(_ name: String, _ style: Style) -> String {
    style == .ascii ? String(name.map { $0.isASCII ? $0 : "?" }) : name
  }

  private func trimmed(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }

  private func value(atRow row: Double, of rows: Int) -> Double {
    top - (top / 2 - bottom / 2) * 2 * row / Double(max(rows - 1, 1))
  }

  /// The names of the lines, as many beside each other as there is room for.
  private func legend(_ style: Style, room: Int) -> [String] {
    let items = lines.filter { !$0.name.isEmpty }.map { line in
      guard style == .braille else { return "\(line.look.character) \(shown(line.name, style))" }
      let sample =
        switch line.look {
        case .full: "⠤⠤⠤"
        case .dashed: "⠤ ⠤"
        case .dotted: "⠄⠠⠄"
        case .sparse: "⠄ ⠄"
        }
      return "\(sample) \(line.name)"
    }
    var rows: [String] = []
    for item in items {
      if let last = rows.last, TextWidth.of(last) + 3 + TextWidth.of(item) <= room {
        rows[rows.count - 1] = last + "   " + item
      } else {
        rows.append(item)
      }
    }
    return rows
  }

  /// Every dot of a line on a grid, with its number along the line.
  private func trace(_ line: Line, _ columns: Int, _ rows: Int, _ dot: (Int, Int, Int) -> Void) {
    func column(_ x: Double) -> Double { scaled(x, left, right) * Double(columns - 1) }
    func row(_ y: Double) -> Double { (1 - scaled(y, bottom, top)) * Double(rows - 1) }
    var number = 0
    var before: Point?
    for point in line.points {
      let (toX, toY) = (column(point.x), row(point.y))
      let (fromX, fromY) = before.map { (column($0.x), row($0.y)) } ?? (toX, toY)
      let steps = max(Int(max((toX - fromX).magnitude, (toY - fromY).magnitude).rounded(.up)), 1)
      for step in (before == nil ? 0 : 1)...steps {
        let share = Double(step) / Double(steps)
        dot(
          Int((fromX + share * (toX - fromX)).rounded()), Int((fromY + share * (toY - fromY)).rounded()),
          number)
        number += 1
      }
      before = point
    }
  }

  /// Where a value lies between two others; the middle where they are the same.
  ///
  /// Values are halved, so that no difference overflows.
  private func scaled(_ value: Double, _ low: Double, _ high: Double) -> Double {
    let span = high / 2 - low / 2
    return span > 0 ? min(max((value / 2 - low / 2) / span, 0), 1) : 0.5
  }

  private func braille(_ columns: Int) -> [String] {
    var cells = [[UInt32]](repeating: [UInt32](repeating: 0, count: columns), count: height)
    // The bits of the dots, by row and column of a place.
    let bits: [[UInt32]] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]]
    for line in lines {
      let (on, of) = line.look.pattern
      trace(line, 2 * columns, 4 * height) { x, y, number in
        if number % of < on { cells[y / 4][x / 2] |= bits[y % 4][x % 2] }
      }
    }
    return cells.map { row in
      String(String.UnicodeScalarView(row.compactMap { $0 == 0 ? " " : Unicode.Scalar(0x2800 + $0) }))
    }
  }

  private func characters(_ columns: Int) -> [String] {
    var cells = [[Character]](repeating: [Character](repeating: " ", count: columns), count: height)
    for line in lines.reversed() {
      let (on, of) = line.look == .full ? (1, 1) : (1, 2)
      trace(line, columns, height) { x, y, number in
        if number % of < on { cells[y][x] = line.look.character }
      }
    }
    return cells.map { String($0) }
  }
}
