import Reporting

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What turns a Vega-Lite specification into a picture: the program `vl-convert`, or the Python package of that name.
enum ChartRenderer {
  /// The program `vl-convert` at this place.
  case program(String)
  /// Python with the package `vl-convert-python`.
  case python(String)

  /// What a user does about a missing renderer.
  static let hint =
    "pip install vl-convert-python, or give a file that ends in .vl.json, which needs no renderer"

  /// Finds a renderer on `PATH`.
  ///
  /// - Returns: `vl-convert` before Python.
  /// - Throws: ``CommandFailure`` with status 73 when there is none.
  static func find() throws -> ChartRenderer {
    if let path = ChildProcess.find("vl-convert") { return .program(path) }
    // Only an environment that has the package counts; the search takes milliseconds, the import would take longer.
    let probe = "import sys, importlib.util as u; sys.exit(0 if u.find_spec('vl_convert') else 1)"
    if let python = ChildProcess.find("python3"),
      try ChildProcess.run([python, "-c", probe], messages: "/dev/null") == 0
    {
      return .python(python)
    }
    throw CommandFailure(
      .cannotCreate, "a chart in this format needs vl-convert, which is not installed", hint: hint)
  }

  /// Renders a chart.
  ///
  /// - Parameters:
  ///   - chart: the chart.
  ///   - format: the form; that of the specification needs no renderer.
  /// - Returns: the picture's bytes.
  /// - Throws: ``CommandFailure`` with status 73 when the renderer fails.
  func render(_ chart: Chart, as format: ChartFormat) throws -> [UInt8] {
    let folder = try ScratchFolder()
    let (input, output) = (folder.path + "/chart.vl.json", folder.path + "/chart." + format.rawValue)
    let file = try OutputFile(input)
    try file.write(chart.encoded())
    try file.finish()
    let messages = folder.path + "/messages"
    let status = try ChildProcess.run(command(format, input, output), messages: messages)
    guard status == 0, let bytes = ScratchFolder.read(output), !bytes.isEmpty else {
      let said = ScratchFolder.read(messages).map { String(decoding: $0, as: UTF8.self) } ?? ""
      let last = said.split(whereSeparator: \.isNewline).last.map { ": \($0)" } ?? ""
      throw CommandFailure(.cannotCreate, "vl-convert cannot draw the chart (status \(status))\(last)")
    }
    return bytes
  }

  /// The script with which a page draws charts itself, taken from a page that vl-convert writes.
  ///
  /// - Parameter chart: any chart.
  /// - Returns: the script, or `nil` where the page is not as expected.
  /// - Throws: ``CommandFailure`` as ``render(_:as:)`` does.
  func bundle(_ chart: Chart) throws -> String? {
    let page = String(decoding: try render(chart, as: .html), as: UTF8.self)
    guard let opening = page.firstRange(of: "<script type=\"text/javascript\">") else { return nil }
    let rest = page[opening.upperBound...]
    guard let closing = rest.firstRange(of: "</script>") else { return nil }
    let script = rest[..<closing.lowerBound]
    return script.contains("window.vegaEmbed=") ? String(script) : nil
  }

  private func command(_ format: ChartFormat, _ input: String, _ output: String) -> [String] {
    switch self {
    case .program(let path):
      let verb = "vl2" + (format == .html ? "html" : format == .png ? "png" : "svg")
      let own: [String] = format == .png ? ["--scale", "2"] : format == .html ? ["--bundle"] : []
      return [path, verb, "--input", input, "--output", output, "--vl-version", Chart.grammarVersion] + own
    case .python(let path):
      return [path, "-c", Self.script, format.rawValue, input, output, Chart.grammarVersion]
    }
  }

  /// A specification that names a file or an address renders an empty chart without an error, unless no address is allowed.
  private static let script = """
    import sys
    sys.path = [p for p in sys.path if p]
    import vl_convert as v
    form, source, target, version = sys.argv[1:]
    text = open(source, encoding="utf-8").read()
    if form == "png":
        data = v.vegalite_to_png(text, vl_version=version, scale=2, allowed_base_urls=[])
    elif form == "html":
        data = v.vegalite_to_html(text, vl_version=version, bundle=True, renderer="svg").encode()
    else:
        data = v.vegalite_to_svg(text, vl_version=version, allowed_base_urls=[]).encode()
    open(target, "wb").write(data)
    """
}
