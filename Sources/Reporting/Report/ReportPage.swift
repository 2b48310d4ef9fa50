/// A report as one page that needs nothing else: style, pictures and scripts stand in it, and its policy lets nothing be fetched.
public struct ReportPage: Sendable, Equatable {
  private let model: ReportModel

  /// A page.
  ///
  /// - Parameter model: what it says.
  public init(_ model: ReportModel) { self.model = model }

  /// The page.
  ///
  /// - Returns: UTF-8.
  public func encoded() -> [UInt8] { Array(html.utf8) }

  private var html: String {
    let sections = sections
    let links = sections.map { "<li><a href=\"#\($0.anchor)\">\(HTMLText.escaped($0.title))</a></li>" }
    let body = sections.map { section in
      """
      <section id="\(section.anchor)" aria-labelledby="\(section.anchor)-title">
      <h2 id="\(section.anchor)-title">\(HTMLText.escaped(section.title))</h2>
      \(section.content)
      </section>

      """
    }
    let answer = model.answer.map { "<p>\(HTMLText.escaped($0))</p>" }.joined(separator: "\n")
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta http-equiv="Content-Security-Policy" content="\(policy)">
      <title>\(HTMLText.escaped(model.question))</title>
      <style>
      \(ReportStyle.sheet)
      </style>
      </head>
      <body>
      <a class="skip" href="#main">To the report</a>
      <header>
      <p class="kicker">burdenshare report</p>
      <h1>\(HTMLText.escaped(model.question))</h1>
      </header>
      <nav aria-label="Contents">
      <ul>
      \(links.joined(separator: "\n"))
      </ul>
      </nav>
      <main id="main">
      <section class="answer" aria-labelledby="answer-title">
      <h2 id="answer-title">The answer</h2>
      \(answer)
      </section>
      \(body.joined())</main>
      <footer>
      <p>Made by burdenshare. The same command on the same data makes the same page.</p>
      </footer>
      \(scripts)</body>
      </html>

      """
  }

  private var policy: String {
    "default-src 'none'; style-src 'unsafe-inline'"
      + (model.bundle == nil ? "" : "; script-src 'unsafe-inline'; img-src data:")
  }

  /// The charts as data, and the script that puts each in the place of its picture; the expressions of a chart are interpreted, so
  /// that the policy need not allow code to be made of text.
  private var scripts: String {
    guard let bundle = model.bundle else { return "" }
    let charts = model.figures.enumerated().filter { $0.element.picture != nil }.map { place, figure in
      let text = String(decoding: figure.chart.encoded(), as: UTF8.self).replacing("<", with: "\\u003c")
      return "<script type=\"application/json\" data-chart=\"\(place + 1)\">\(text)</script>\n"
    }
    return "<script>\(bundle)</script>\n" + charts.joined() + "<script>\n\(Self.embedding)\n</script>\n"
  }

  private static let embedding = """
    for (const data of document.querySelectorAll("script[data-chart]")) {
      const picture = document.querySelector("[data-picture='" + data.dataset.chart + "']");
      const live = document.createElement("div");
      const options = {actions: false, renderer: "svg", ast: true};
      vegaEmbed(live, JSON.parse(data.textContent), options).then(
        () => picture.replaceChildren(live), (error) => console.error(error));
    }
    """

  private struct Section {
    let anchor: String
    let title: String
    let content: String
  }

  private var sections: [Section] {
    var sections: [Section] = []
    func add(_ anchor: String, _ title: String, _ content: String) {
      if !content.isEmpty { sections.append(Section(anchor: anchor, title: title, content: content)) }
    }
    if let scenarios = model.scenarios {
      add("scenarios", scenarios.title, table(of: scenarios))
    }
    add("charts", "Charts", figures)
    if let forecasts = model.forecasts {
      add("forecasts", forecasts.title, table(of: forecasts))
    }
    add("assumptions", "Assumptions", assumptions)
    for (place, exhibit) in model.scores.enumerated() {
      add("scores-\(place + 1)", exhibit.title, table(of: exhibit))
    }
    for (place, exhibit) in model.data.enumerated() {
      add("data-\(place + 1)", exhibit.title, table(of: exhibit))
    }
    add("provenance", "Provenance", provenance)
    return sections
  }

  private func table(of exhibit: ReportModel.Exhibit) -> String {
    let table = ReportTable(exhibit.table, exhibit.title, model.words).html(exhibit.note)
    guard exhibit.isFolded else { return table }
    let count = exhibit.table.rows.count
    return
      "<details class=\"fold\"><summary>\(count) \(count == 1 ? "row" : "rows")</summary>\n\(table)\n</details>"
  }

  private var figures: String {
    model.figures.enumerated().map { place, figure in
      let number = place + 1
      let text = figure.chart.alternativeText
      let picture = figure.picture.map { ReportPicture($0, number: number, text: text).html + "\n" } ?? ""
      // A picture shows its title and source itself.
      let words = figure.picture == nil ? "\(text). \(figure.chart.source)" : figure.chart.title
      let note = figure.note.isEmpty ? "" : ". \(figure.note)"
      let caption = HTMLText.escaped("Chart \(number). \(words)\(note)")
      return """
        <figure>
        \(picture)<figcaption>\(caption)</figcaption>
        \(numbers(of: figure, number))</figure>

        """
    }.joined()
  }

  /// The numbers behind a figure: folded away under a picture, open where there is none.
  private func numbers(of figure: ReportModel.Figure, _ number: Int) -> String {
    guard let table = figure.table else { return "" }
    let title = "The numbers of chart \(number)"
    let open = figure.picture == nil ? " open" : ""
    return
      "<details\(open)><summary>\(title)</summary>\n\(ReportTable(table, title, model.words).html(""))\n</details>\n"
  }

  private var assumptions: String {
    guard !model.assumptions.isEmpty else { return "" }
    let items = model.assumptions.map { assumption in
      "<li><span class=\"mark \(assumption.mark.rawValue)\">\(assumption.mark.rawValue)</span> "
        + "\(HTMLText.escaped(assumption.statement)) <span class=\"basis\">\(HTMLText.escaped(assumption.basis))</span></li>"
    }
    return "<ul class=\"assumptions\">\n\(items.joined(separator: "\n"))\n</ul>"
  }

  private var provenance: String {
    guard !model.provenance.isEmpty else { return "" }
    let lines = model.provenance.map {
      "<div><dt>\(HTMLText.escaped($0.name))</dt><dd>\(HTMLText.escaped($0.value))</dd></div>"
    }
    let notes = model.notes.map { "<p>\(HTMLText.escaped($0))</p>" }
    return (["<dl>"] + lines + ["</dl>"] + notes).joined(separator: "\n")
  }
}
