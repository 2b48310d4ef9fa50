/// A chart: a title that says what is seen, a line on units and marks, the views, a line on sources.
///
/// Source of the grammar: Satyanarayan, Moritz, Wongsuphasawat & Heer (2017), IEEE TVCG 23, 341-350; the specification is
/// that of Vega-Lite 6.
public struct Chart: Sendable, Equatable {
  /// The version of Vega-Lite that a renderer should use.
  public static let grammarVersion = "6.1"

  /// What is seen, in one sentence.
  public let title: String
  /// Unit, and what the marks mean.
  public let subtitle: String
  /// Where the numbers are from.
  public let source: String
  /// The views, in the order of reading.
  public let views: [ChartView]
  /// How many views stand beside each other.
  public let columns: Int
  /// How many of the first views have a line of their own, above the others.
  public let leading: Int
  /// The language of title, axes and legend.
  public let language: ChartLanguage

  /// A chart.
  ///
  /// - Parameters:
  ///   - title: what is seen.
  ///   - subtitle: unit and marks.
  ///   - source: where the numbers are from.
  ///   - views: at least one.
  ///   - columns: how many views stand beside each other.
  ///   - leading: how many of the first have a line of their own.
  ///   - language: of the words.
  init(
    title: String, subtitle: String, source: String, views: [ChartView], columns: Int = 1, leading: Int = 0,
    language: ChartLanguage
  ) {
    self.title = title
    self.subtitle = subtitle
    self.source = source
    self.views = views
    self.columns = max(columns, 1)
    self.leading = min(max(leading, 0), views.count)
    self.language = language
  }

  /// What a reader who does not see the chart is told.
  public var alternativeText: String {
    let lines = [title, subtitle] + views.compactMap(\.subtitle).inOrderOfAppearance
    return lines.filter { !$0.isEmpty }.joined(separator: " – ")
  }

  /// The Vega-Lite specification with its data inlined.
  public var specification: JSONValue {
    let count = min(columns, views.count - leading)
    let gaps = leading == 0 ? max(count - 1, 0) * spacing : 0
    let beside = count * (views.last.map { $0.width + $0.margin } ?? 0) + gaps
    let width = leading > 0 ? views[0].width + views[0].margin : beside
    func lines(_ text: String, _ fontSize: Int) -> JSONValue {
      .array(WrappedText.lines(text, width: width, fontSize: fontSize).map { .text($0) })
    }
    let second = subtitle.isEmpty ? [] : [JSONMember("subtitle", lines(subtitle, 12))]
    let heading = JSONValue.object(
      [JSONMember("text", lines(title, 16))] + second
        + [JSONMember("anchor", "start"), JSONMember("offset", 14)])
    let body: JSONValue
    if views.count == 1, let view = views.first {
      body = view.json(heading: heading)
    } else if leading == 0 {
      body = grid(views, heading: heading)
    } else {
      let rest = views.dropFirst(leading)
      let lines = views.prefix(leading).map { $0.json(heading: nil) }
      body = [
        "title": heading, "spacing": 30,
        "vconcat": .array(lines + (rest.isEmpty ? [] : [grid(Array(rest), heading: nil)])),
      ]
    }
    let footnote: JSONValue = [
      "text": lines(source, 10),
      "orient": "bottom", "anchor": "start", "offset": 12, "fontSize": 10, "fontWeight": "normal",
      "color": .text(Palette.quiet),
    ]
    return [
      "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
      "description": .text(alternativeText),
      "title": footnote,
      "vconcat": .array([body]),
      "config": Palette.configuration(language),
    ]
  }

  /// Small panels stand closer.
  private var spacing: Int { views.last.map { $0.width < 200 ? 22 : 36 } ?? 0 }

  private func grid(_ views: [ChartView], heading: JSONValue?) -> JSONValue {
    let title = heading.map { [JSONMember("title", $0)] } ?? []
    return .object(
      title + [
        JSONMember("columns", .integer(columns)), JSONMember("spacing", .integer(spacing)),
        JSONMember("concat", .array(views.map { $0.json(heading: nil) })),
      ])
  }

  /// The specification as the bytes of a `.vl.json` file.
  ///
  /// - Returns: UTF-8, with a line end.
  public func encoded() -> [UInt8] { specification.encoded() }
}
