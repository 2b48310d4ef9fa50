import ArgumentParser
import Datasets
import Negotiation
import Reporting

/// `burdenshare scenario show`.
struct ScenarioShow: TableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Print everything that a scenario says and assumes, with defaults, marks and sources.",
    discussion: """
      The origin of a value is the scenario, a default, a series of the package, the catalogue of assumptions, or an \
      option. The mark of an assumption is E n, estimated from n rounds or cases, or A, assumed; what a projection \
      fits itself unless it is overridden is marked 'fitted'. The source 'scenario' means that the reason, if any is given, \
      is a comment in the file. spatial.weight is not among them: it matters with 'burdenshare project --actors' only.

      EXAMPLES:
        burdenshare scenario show japan-2027-demanding
        burdenshare scenario show japan-2021-as-of-2020-12/demanding
        burdenshare scenario show korea-2031 --assume ask.markup=0.25
      """)

  @Argument(
    help: ArgumentHelp(
      "A scenario ('burdenshare scenario list'), a variant or path of ratios after a slash, or a path to a .yaml file.",
      valueName: "name"))
  var name: String

  @OptionGroup var assume: AssumeOptions
  @OptionGroup var data: DataOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let (options, stated) = try assume.given()
    let package = try data.package()
    let file = try package.scenarioFile(name, stating: stated)
    for scenario in stated.isEmpty ? [] : try package.scenarios(named: name) {
      try AssumeOptions.require(stated, in: file, scenario.identifier)
    }
    let scenarios = try package.scenarios(named: name, stating: stated)
    let evidence = (try? package.path(ofResource: "rounds")) == nil ? nil : try package.evidence()
    var table = Table(columns: ScenarioRows.columns)
    for scenario in scenarios {
      let rows = ScenarioRows(
        scenario, given: file.given[scenario.identifier] ?? [], stated: stated.map(\.key), evidence: evidence,
        published: try package.sources(publishedBy: scenario.asOf))
      let fitted = scenario.ratio == nil ? nil : try ScenarioProjection.adjustment(scenario, package)
      table.rows +=
        rows.facts()
        + rows.assumptions(
          try scenario.book(options: options), without: [AssumptionCatalog.spatialWeight],
          fitted: fitted.map { RatioProjection.values(of: $0) } ?? [:])
    }
    for title in scenarios.map(\.title) { output.note(title) }
    if let question = scenarios.first?.question, !question.isEmpty { output.note(question) }
    try TableOutput.write(table, output)
  }
}
