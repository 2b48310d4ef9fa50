/// What a report says, before it is a page: filled from the tables that the commands print.
///
/// A part that is `nil` or empty has no section: a report without a projection says nothing of scenarios.
public struct ReportModel: Sendable, Equatable {
  /// A chart with the picture of it, where a renderer made one.
  public struct Figure: Sendable, Equatable {
    /// The chart.
    public let chart: Chart
    /// The picture, an `svg` element; `nil` where there is no renderer, and the numbers stand alone.
    public let picture: String?
    /// The numbers behind it, shown on demand.
    public let table: Table?
    /// What a reader has to know beside the title.
    public let note: String

    /// A figure.
    ///
    /// - Parameters:
    ///   - chart: the chart.
    ///   - picture: an `svg` element, from a renderer.
    ///   - table: the numbers behind it.
    ///   - note: what a reader has to know beside the title.
    public init(chart: Chart, picture: String?, table: Table?, note: String = "") {
      (self.chart, self.picture, self.table, self.note) = (chart, picture, table, note)
    }
  }

  /// A table with a heading.
  public struct Exhibit: Sendable, Equatable {
    /// The heading of the section.
    public let title: String
    /// What the reader has to know first.
    public let note: String
    /// The numbers.
    public let table: Table
    /// Whether the table is folded away on a screen, because it is long and few look something up in it.
    public let isFolded: Bool

    /// An exhibit.
    ///
    /// - Parameters:
    ///   - title: the heading of the section.
    ///   - note: what the reader has to know first.
    ///   - table: the numbers.
    ///   - isFolded: whether the table is folded away on a screen.
    public init(title: String, note: String, table: Table, isFolded: Bool = false) {
      (self.title, self.note, self.table, self.isFolded) = (title, note, table, isFolded)
    }
  }

  /// How an assumption came about.
  public enum Mark: String, Sendable {
    /// From the record.
    case estimated
    /// By judgement.
    case assumed
  }

  /// One assumption.
  public struct Assumption: Sendable, Equatable {
    /// What is assumed.
    public let statement: String
    /// How it came about.
    public let mark: Mark
    /// What it rests on.
    public let basis: String

    /// An assumption.
    ///
    /// - Parameters:
    ///   - statement: what is assumed.
    ///   - mark: how it came about.
    ///   - basis: what it rests on.
    public init(_ statement: String, mark: Mark, basis: String) {
      (self.statement, self.mark, self.basis) = (statement, mark, basis)
    }
  }

  /// One line of the provenance.
  public struct Provenance: Sendable, Equatable {
    /// What.
    public let name: String
    /// Which.
    public let value: String

    /// A line.
    ///
    /// - Parameters:
    ///   - name: what.
    ///   - value: which.
    public init(_ name: String, _ value: String) { (self.name, self.value) = (name, value) }
  }

  /// The question, the page's heading.
  public var question: String
  /// The answer, a few sentences.
  public var answer: [String]
  /// The scenarios side by side, once they are projected.
  public var scenarios: Exhibit?
  /// The charts with their numbers.
  public var figures: [Figure] = []
  /// The forecasts.
  public var forecasts: Exhibit?
  /// What is assumed.
  public var assumptions: [Assumption] = []
  /// How the models and the engine did in the past.
  public var scores: [Exhibit] = []
  /// How firm the data are, with every unconfirmed value.
  public var data: [Exhibit] = []
  /// What made the report.
  public var provenance: [Provenance] = []
  /// A script that defines `vegaEmbed`, which makes the pictures interactive; without it they stay as they are.
  public var bundle: String?
  /// Notes on the page itself, such as a renderer that was not there.
  public var notes: [String] = []
  /// The words for the keys in the tables.
  public var words = ReportWords()

  /// A report.
  ///
  /// - Parameters:
  ///   - question: the page's heading.
  ///   - answer: a few sentences.
  public init(question: String, answer: [String]) { (self.question, self.answer) = (question, answer) }
}
