/// An axis of periods.
struct PeriodAxis {
  private let isFiscal: Bool
  private let phrases: Phrases

  init(isFiscal: Bool, _ phrases: Phrases) { (self.isFiscal, self.phrases) = (isFiscal, phrases) }

  /// Years as numbers, written as tables write them.
  ///
  /// - Parameters:
  ///   - field: of the year.
  ///   - domain: the ends of the axis; those of the data for `nil`.
  ///   - isSmall: without a title, and with few years.
  /// - Returns: the channel.
  func channel(_ field: String, domain: ClosedRange<Double>? = nil, isSmall: Bool = false) -> Channel {
    var scale: [JSONMember] = [JSONMember("zero", false), JSONMember("nice", false)]
    if let domain {
      scale.append(JSONMember("domain", [.number(domain.lowerBound), .number(domain.upperBound)]))
    }
    var axis: [JSONMember] = [
      JSONMember("format", "d"), JSONMember("tickMinStep", 1), JSONMember("grid", false),
      JSONMember("labelFlush", false), JSONMember("labelOverlap", true), JSONMember("labelSeparation", 8),
    ]
    if isSmall { axis.append(JSONMember("tickCount", 3)) }
    return Channel(
      .x, field, .quantitative,
      [
        "title": isSmall ? .null : .text(phrases.period(isFiscal: isFiscal)),
        "axis": .object(axis), "scale": .object(scale),
      ])
  }

  /// The axis up, for several fields.
  ///
  /// - Parameters:
  ///   - unit: its title, if it has one.
  ///   - domain: the ends of the axis; those of the data for `nil`.
  ///   - top: what the axis has to reach without a domain; the data alone for `nil`.
  /// - Returns: the channel of a field.
  func vertical(unit: String?, domain: ClosedRange<Double>?, top: Double? = nil) -> (String) -> Channel {
    let reach = top.map { [JSONMember("domainMax", .number($0))] } ?? []
    let scale: JSONValue =
      domain.map { ["domain": [.number($0.lowerBound), .number($0.upperBound)]] }
      ?? .object([JSONMember("zero", false)] + reach)
    let properties: JSONValue = [
      "title": unit.map { .text($0) } ?? .null, "scale": scale,
      "axis": ["tickCount": domain == nil ? 6 : 3],
    ]
    return { field in Channel(.y, field, .quantitative, properties) }
  }
}
