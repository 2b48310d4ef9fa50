/// One pair of axes with its layers.
public struct ChartView: Sendable, Equatable {
  /// A heading over the axes, where a chart has several of them.
  public var title: String?
  /// A line under the heading, such as what is counted.
  public var subtitle: String?
  /// Pixels across.
  public var width: Int
  /// Pixels that the names of the axis up take beside the width: there the title of the chart has room too.
  public var margin: Int
  /// Pixels up; `nil` for a height that grows with the names on the axis.
  public var height: Int?
  /// The layers, the first lies at the bottom.
  public var layers: [ChartLayer]

  /// Pixels for each name on a vertical axis of names.
  static let step = 26

  /// A view.
  ///
  /// - Parameters:
  ///   - title: a heading over the axes.
  ///   - subtitle: a line under the heading.
  ///   - width: pixels across.
  ///   - margin: pixels that the names of the axis up take beside the width.
  ///   - height: pixels up.
  ///   - layers: the first lies at the bottom.
  public init(
    title: String? = nil, subtitle: String? = nil, width: Int, margin: Int = 0, height: Int?,
    layers: [ChartLayer]
  ) {
    self.title = title
    self.subtitle = subtitle
    self.width = width
    self.margin = margin
    self.height = height
    self.layers = layers
  }

  /// As Vega-Lite reads it.
  ///
  /// - Parameter heading: the title of the whole chart, where this view is all of it.
  /// - Returns: a layered view.
  func json(heading: JSONValue?) -> JSONValue {
    var members: [JSONMember] = []
    if let heading {
      members.append(JSONMember("title", heading))
    } else if let title {
      let lines = WrappedText.lines(title, width: width, fontSize: 13)
      let second = subtitle.map { subtitle in
        let lines = WrappedText.lines(subtitle, width: width, fontSize: 12)
        return [JSONMember("subtitle", .array(lines.map { .text($0) })), JSONMember("subtitlePadding", 4)]
      }
      let text: JSONValue = lines.count == 1 ? .text(title) : .array(lines.map { .text($0) })
      let heading = [
        JSONMember("text", text), JSONMember("fontSize", 13), JSONMember("anchor", "start"),
        JSONMember("frame", "group"), JSONMember("offset", 8),
      ]
      members.append(JSONMember("title", .object(heading + (second ?? []))))
    }
    members.append(JSONMember("width", .integer(width)))
    members.append(
      JSONMember("height", height.map { .integer($0) } ?? ["step": .integer(Self.step)]))
    members.append(JSONMember("layer", .array(layers.map(\.json))))
    return .object(members)
  }
}
