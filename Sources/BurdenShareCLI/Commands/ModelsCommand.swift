import ArgumentParser
import Forecasting
import Reporting

/// `burdenshare models`.
struct ModelsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "models",
    abstract: "List the models, or explain one.",
    discussion: """
      EXAMPLES:
        burdenshare models
        burdenshare models explain damped
      """,
    subcommands: [ModelsList.self, ModelsExplain.self],
    defaultSubcommand: ModelsList.self)
}

/// `burdenshare models list`.
struct ModelsList: TableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the models.",
    discussion: """
      EXAMPLE:
        burdenshare models list --format csv
      """)

  @OptionGroup var output: OutputOptions

  func run() throws {
    let rows = (ModelCatalog.standard + ModelCatalog.withOthers).map { model -> [Cell] in
      let description = type(of: model).description
      return [
        .text(description.identifier.name), .text(description.title),
        .integer(description.minimumObservations),
        .text(description.acceptsMissingYears ? "estimated through" : "refused"),
      ]
    }
    try TableOutput.write(
      Table(columns: ["model", "title", "minimum_observations", "missing_years"], rows: rows), output)
  }
}

/// `burdenshare models explain`.
struct ModelsExplain: TableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explain a model: equation, estimation, interval, limits, source.",
    discussion: """
      EXAMPLE:
        burdenshare models explain local-trend
      """)

  @Argument(help: ArgumentHelp("The model's name.", valueName: "model"))
  var model: String

  @OptionGroup var output: OutputOptions

  func run() throws {
    let description = type(of: try ModelCatalog.model(named: model)).description
    let facts: [(String, String)] = [
      ("model", description.identifier.name), ("title", description.title),
      ("equation", description.equation), ("estimation", description.estimation),
      ("interval", description.interval),
      ("minimum observations", "\(description.minimumObservations)"),
      ("missing years", description.acceptsMissingYears ? "estimated through" : "refused"),
      ("reference", description.reference),
    ]
    try TableOutput.write(
      Table(columns: ["item", "text"], rows: facts.map { [.text($0.0), .text($0.1)] }), output)
  }
}
