import ArgumentParser
import Forecasting
import Reporting

/// `burdenshare forecast`.
struct ForecastCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forecast",
    abstract: "Forecast one series, several, or a whole file of series.",
    discussion: """
      Prints a row for each future year: the mean, the median and a central prediction interval for each level. \
      A series that cannot be forecast is told on standard error, the rest go on, and the status is 65.

      EXAMPLES:
        burdenshare forecast japan-hns --horizon 5
        burdenshare forecast japan-hns --model drift --model holt --level 50,80,95
        burdenshare forecast japan-hns --exclude-status unconfirmed --model linear
        burdenshare forecast japan-hns --as-of 2020-12-15 --transform log
        burdenshare forecast --input series.csv --layout quantiles -o forecast.csv
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var models: ModelOptions

  @Option(
    help: ArgumentHelp("How many years to forecast, 1 to \(Horizon.longest).", valueName: "years"))
  var horizon = 5

  @Option(
    help: ArgumentHelp(
      "Levels of the intervals in per cent, strictly between 0 and 100, joined by commas.",
      valueName: "levels"))
  var level = "80,95"

  @Option(help: "The shape of the table: wide, long, or quantiles (hubverse model output).")
  var layout: ForecastLayout = .wide

  @OptionGroup var threads: ThreadOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let horizon = try Horizon(horizon)
    let table = ForecastTable(layout: layout, levels: try levels())
    try SeriesRun(input: input, output: output, threads: threads.count).run(
      columns: table.columns, models: try models.models()
    ) { model, series in
      let fit = try model.fit(series)
      return try table.rows(fit, label: model.label, try fit.predict(horizon))
    }
  }

  private func levels() throws -> [Level] {
    var levels: [Level] = []
    for text in level.split(separator: ",", omittingEmptySubsequences: false) {
      guard let percent = Double(text) else {
        throw CommandFailure(.usage, "--level '\(text)' is not a number of per cent, such as 95")
      }
      let level = try Level(percent)
      if !levels.contains(level) { levels.append(level) }
    }
    return levels
  }
}
