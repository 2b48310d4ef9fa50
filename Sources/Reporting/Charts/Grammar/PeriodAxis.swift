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
  ///   - domain: what the axis has to hold; the data for `nil`.
  ///   - isSmall: with few numbers, and up to the next of them.
  /// - Returns: the channel of a field.
  func vertical(unit: String?, domain: ClosedRange<Double>?, isSmall: Bool = false) -> (String) -> Channel {
    let scale: JSONValue =
      domain.map {
        ["domain": [.number($0.lowerBound), .number($0.upperBound)], "zero": false, "nice": .bool(isSmall)]
      } ?? ["zero": false]
    let properties: JSONValue = [
      "title": unit.map { .text($0) } ?? .null, "scale": scale, "axis": ["tickCount": isSmall ? 3 : 6],
    ]
    return { field in Channel(.y, field, .quantitative, properties) }
  }
}
