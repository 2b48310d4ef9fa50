/// Are the intervals true to their level? Central intervals held against what happened, and the histogram of where the outcomes
/// fell in their forecasts.
///
/// Both follow from the probability integral transform u: the central interval of level L holds the outcome where |2u - 1| ≤ L.
///
/// Source: Gneiting, Balabdaoui & Raftery (2007), JRSS B 69, 243-268.
public struct CalibrationChart: Sendable, Equatable {
  /// The forecasts of one model.
  public struct Sample: Sendable, Equatable {
    /// The model's name.
    public let name: String
    /// The probability integral transforms of the outcomes, from 0 to 1.
    public let transforms: [Double]

    /// What the sample of a replay is called.
    static let replay = "replay"

    /// A sample.
    ///
    /// - Parameters:
    ///   - name: the model's name.
    ///   - transforms: of the outcomes; one outside 0 to 1, or not finite, is left out.
    public init(name: String, transforms: [Double]) {
      self.name = name
      self.transforms = transforms.filter { (0...1).contains($0) }
    }

    /// The sample of a replay.
    ///
    /// - Parameter replay: a table with the column `pit`.
    /// - Throws: ``ChartError/missingColumn(_:)``.
    public init(replay: Table) throws(ChartError) {
      let rows = try TableColumns(replay, ["pit"]).rows
      self.init(name: Self.replay, transforms: rows.compactMap { $0.number("pit") })
    }
  }

  /// The bins of the histogram.
  static let bins = 10

  private let samples: [Sample]
  private let series: [String]
  private let phrases: Phrases
  private let source: String
  private let style: SeriesStyle

  /// A calibration chart.
  ///
  /// - Parameters:
  ///   - samples: one for each model; the last is the one of the title.
  ///   - series: whose values were forecast, in words.
  ///   - phrases: the words.
  ///   - source: where the numbers are from.
  /// - Throws: ``ChartError`` when a sample is empty, or there are too many.
  public init(
    _ samples: [Sample], of series: [String] = [], _ phrases: Phrases, source: String
  ) throws(ChartError) {
    guard !samples.isEmpty, samples.allSatisfy({ !$0.transforms.isEmpty }) else { throw .nothingToShow }
    style = try SeriesStyle(samples.map(\.name), title: phrases.model, "models")
    (self.samples, self.series, self.phrases, self.source) = (samples, series, phrases, source)
  }

  /// A calibration chart from the table of `replay`.
  ///
  /// - Parameters:
  ///   - replay: with the columns `round_id` and `pit`.
  ///   - phrases: the words.
  ///   - source: where the numbers are from.
  /// - Throws: ``ChartError``.
  public init(replay: Table, _ phrases: Phrases, source: String) throws(ChartError) {
    try self.init([try Sample(replay: replay)], phrases, source: source)
  }

  /// The chart.
  public var chart: Chart {
    let named = samples[samples.count - 1]
    let held = Self.share(named.transforms, within: 0.8)
    return Chart(
      title: phrases.calibrationTitle(
        phrases.sample(named.name), held: NumberText.fixed(100 * held, decimals: 0)),
      subtitle: phrases.join([
        phrases.someSeries(series), phrases.calibrationSubtitle(samples.map(\.transforms.count)),
      ]), source: source,
      views: [reliability] + samples.map(histogram), columns: 2, language: phrases.language)
  }

  /// The share of outcomes inside the central interval of a level.
  static func share(_ transforms: [Double], within level: Double) -> Double {
    let inside = transforms.filter { (2 * $0 - 1).magnitude <= level }.count
    return transforms.isEmpty ? 0 : Double(inside) / Double(transforms.count)
  }

  private var reliability: ChartView {
    let diagonal: [JSONValue] = [["level": 0, "held": 0], ["level": 100, "held": 100]]
    var rows: [JSONValue] = []
    for sample in samples {
      for step in 0...20 {
        let level = 5 * step
        rows.append([
          "model": .text(sample.name), "level": .integer(level),
          "held": .number(100 * Self.share(sample.transforms, within: Double(level) / 100)),
        ])
      }
    }
    return ChartView(
      title: phrases.calibration, width: 360, height: 300,
      layers: [
        ChartLayer(
          diagonal, Mark(.line, ["color": .text(Palette.quiet), "strokeDash": [4, 4], "strokeWidth": 1]),
          [axis(.x, "level", phrases.nominal), axis(.y, "held", phrases.held)]),
        ChartLayer(
          rows, Mark(.line, ["strokeWidth": 2.2]),
          [
            axis(.x, "level", phrases.nominal), axis(.y, "held", phrases.held),
            style.color("model", isInLegend: samples.count > 1),
            style.dash("model", isInLegend: samples.count > 1),
          ]),
      ])
  }

  private func axis(_ name: Channel.Name, _ field: String, _ title: String) -> Channel {
    Channel(
      name, field, .quantitative,
      ["title": .text(title), "scale": ["domain": [0, 100]], "axis": ["tickCount": 5]])
  }

  /// How many outcomes fell into each bin.
  private static func counts(_ sample: Sample) -> [Int] {
    var counts = [Int](repeating: 0, count: bins)
    for transform in sample.transforms {
      counts[min(Int(transform * Double(bins)), bins - 1)] += 1
    }
    return counts
  }

  /// The highest bar among all models, in per cent.
  private var highestShare: Double {
    samples.reduce(0) { highest, sample in
      let most = Self.counts(sample).max() ?? 0
      return max(highest, 100 * Double(most) / Double(max(sample.transforms.count, 1)))
    }
  }

  private func histogram(_ sample: Sample) -> ChartView {
    let counts = Self.counts(sample)
    let rows: [JSONValue] = counts.enumerated().map { bin, count in
      [
        "from": .number(Double(bin) / Double(Self.bins)), "to": .number(Double(bin + 1) / Double(Self.bins)),
        "base": 0,
        "share": .number(100 * Double(count) / Double(sample.transforms.count)),
      ]
    }
    let flat: [JSONValue] = [["share": .number(100 / Double(Self.bins))]]
    // One scale for all models: bars of one height are then one share.
    let up = Channel(
      .y, "share", .quantitative,
      [
        "title": .text(phrases.share), "axis": ["tickCount": 5],
        "scale": ["domain": [0, .number(highestShare)], "nice": true],
      ])
    let across: JSONValue = [
      "title": .text(phrases.transform), "scale": ["domain": [0, 1]],
      "axis": ["tickCount": 5, "grid": false],
    ]
    return ChartView(
      title: phrases.sample(sample.name), width: 360, height: 300,
      layers: [
        ChartLayer(
          rows, Mark(.bar, ["color": "#7BB3D6", "stroke": .text(Palette.centre)]),
          [
            Channel(.x, "from", .quantitative, across), Channel(end: .x2, "to"), up,
            Channel(end: .y2, "base"),
          ],
          tooltip: [
            Tooltip("from", phrases.from, format: ".1f"), Tooltip("to", phrases.to, format: ".1f"),
            Tooltip("share", phrases.share, format: ".1f"),
          ]),
        ChartLayer(
          flat, Mark(.rule, ["color": .text(Palette.ink), "strokeDash": [4, 4]]), [up]),
      ])
  }
}
