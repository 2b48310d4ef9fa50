/// What was pledged or asked for: a diamond at each value, and on wide axes its number where no bar is.
struct PledgeMarks {
  let pledges: [ScenarioChart.Pledge]
  let bars: [ScenarioChart.Point]
  let unit: String
  let isFiscal: Bool
  let phrases: Phrases

  /// The numbers of the pledges of one year that stand at one place.
  struct Label: Equatable {
    let year: Int
    /// Where the text stands: above a diamond, or above the bars of its year.
    var place: Double
    var text: String
    /// The lowest diamond it belongs to.
    let foot: Double
    /// Whether bars lie between text and diamond.
    var isApart: Bool
  }

  /// The numbers, each above its diamond, or above the bars of its year where it would lie on them; those that would lie on each
  /// other stand together.
  ///
  /// - Parameter room: the height of a text, in the unit of the axis.
  /// - Returns: by year, from the lowest to the highest.
  func labels(room: Double) -> [Label] {
    pledges.map(\.year).sorted().inOrderOfAppearance.flatMap { labels(of: $0, room) }
  }

  private func labels(of year: Int, _ room: Double) -> [Label] {
    let own = bars.filter { $0.year == year }
    let (bottom, top) = (own.map(\.lower).min() ?? 0, own.map(\.upper).max() ?? 0)
    var labels: [Label] = []
    for value in pledges.filter({ $0.year == year }).map(\.value).sorted() {
      let isApart = !own.isEmpty && value < top && value + room > bottom
      let place = isApart ? top : value
      if let last = labels.last, place - last.place < room {
        labels[labels.count - 1].place = max(place, last.place)
        labels[labels.count - 1].text = phrases.list([last.text, text(value)])
        labels[labels.count - 1].isApart = last.isApart || isApart
      } else {
        labels.append(Label(year: year, place: place, text: text(value), foot: value, isApart: isApart))
      }
    }
    return labels
  }

  private func text(_ value: Double) -> String {
    NumberText.grouped(value) + (unit.hasPrefix("percent") ? "%" : "")
  }

  /// The layers, those that lie below first.
  ///
  /// - Parameters:
  ///   - x: the axis of years.
  ///   - y: the axis up, of a field.
  ///   - room: the height of a text in the unit of the axis; `nil` for small axes, without numbers.
  /// - Returns: the layers; none without a pledge.
  func layers(_ x: Channel, _ y: (String) -> Channel, room: Double?) -> [ChartLayer] {
    guard !pledges.isEmpty else { return [] }
    let rows: [JSONValue] = pledges.map { pledge in
      [
        "year": .integer(pledge.year), "value": .number(pledge.value), "label": .text(text(pledge.value)),
        "period": .text(phrases.label(period: "\(pledge.year)", isFiscal: isFiscal)),
      ]
    }
    let look: JSONValue = [
      "shape": "diamond", "filled": true, "fill": .text(Palette.paper), "stroke": .text(Palette.ink),
      "strokeWidth": 1.3, "size": room == nil ? 34 : 90, "opacity": 1,
    ]
    let diamonds = ChartLayer(
      rows, Mark(.point, look), [x, y("value")],
      tooltip: [Tooltip("period", phrases.time), Tooltip("label", phrases.pledge)])
    guard let room else { return [diamonds] }
    let labels = labels(room: room)
    // Above a diamond a text keeps more distance than above a bar.
    let (above, free) = (labels.filter(isAboveDiamond), labels.filter { !isAboveDiamond($0) })
    let layers = [
      leaders(labels.filter(\.isApart), x, y), diamonds, numbers(above, 8, x, y), numbers(free, 3, x, y),
    ]
    return layers.compactMap { $0 }
  }

  private func isAboveDiamond(_ label: Label) -> Bool {
    pledges.contains { $0.year == label.year && $0.value == label.place }
  }

  /// A number and its diamond are one where bars lie between them.
  private func leaders(_ labels: [Label], _ x: Channel, _ y: (String) -> Channel) -> ChartLayer? {
    guard !labels.isEmpty else { return nil }
    return ChartLayer(
      labels.map {
        ["year": .integer($0.year), "value": .number($0.foot), "place": .number($0.place)]
      }, Mark(.rule, ["color": .text(Palette.ink), "strokeWidth": 1, "strokeDash": [1, 2]]),
      [x, y("value"), Channel(end: .y2, "place")])
  }

  private func numbers(
    _ labels: [Label], _ distance: Int, _ x: Channel, _ y: (String) -> Channel
  ) -> ChartLayer? {
    guard !labels.isEmpty else { return nil }
    return ChartLayer(
      labels.map {
        ["year": .integer($0.year), "value": .number($0.place), "label": .text($0.text)]
      },
      Mark(
        .text,
        ["baseline": "bottom", "dy": .integer(-distance), "fontSize": 10, "color": .text(Palette.ink)]),
      [x, y("value"), Channel(.text, "label", .nominal)])
  }
}
