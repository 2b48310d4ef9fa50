import Datasets
import Forecasting
import Series

extension ReconciledRun {
  /// Where sums, parts and their records come from; files are read once.
  struct Source {
    private let input: InputOptions
    private let options: ReconcileOptions
    /// The grouping that was given.
    private let given: GroupingFile?
    /// The series of the input.
    private let file: [String: AnnualSeries]

    /// Reads what is given by files.
    ///
    /// - Parameters:
    ///   - input: where the series come from.
    ///   - options: with the grouping, if one is given.
    /// - Throws: ``CommandFailure``, or the errors of the files.
    init(_ input: InputOptions, _ options: ReconcileOptions) throws {
      (self.input, self.options) = (input, options)
      given = try options.grouping.map { try GroupingFile($0) }
      guard let path = input.input else {
        file = [:]
        return
      }
      guard given != nil else {
        throw CommandFailure(.usage, "--reconcile with --input needs --grouping")
      }
      file = try FileSeries.read(
        path,
        columns: .init(identifier: input.idColumn, period: input.periodColumn, value: input.valueColumn),
        try input.selection.selection())
    }

    /// The sums that are asked for: the series named, or those of the input that the grouping has parts of.
    ///
    /// - Returns: at least one name.
    /// - Throws: ``CommandFailure``.
    func tops() throws -> [String] {
      guard input.input != nil, let given else { return input.series }
      return try given.tops()
    }

    /// The hierarchy below a sum, and the records of its nodes.
    ///
    /// - Parameter name: the sum.
    /// - Returns: both.
    /// - Throws: ``CommandFailure``.
    func load(_ name: String) throws -> (Hierarchy, [String: AnnualSeries]) {
      if input.input != nil, let given {
        let hierarchy = try given.hierarchy(name)
        // Other series of the file may be of another kind.
        var own: [String: AnnualSeries] = [:]
        for node in hierarchy.nodes { own[node] = file[node] }
        return (hierarchy, try filled(own, hierarchy))
      }
      let package = try input.data.package()
      let hierarchy = try (given ?? grouping(of: name, package)).hierarchy(name)
      var records: [String: AnnualSeries] = [:]
      let selection = try input.selection.selection()
      for node in hierarchy.nodes {
        // A sum that the package does not have is that of its parts.
        if hierarchy.sums.contains(node), !package.entries.contains(where: { $0.identifier == node }) {
          continue
        }
        records[node] = try package.series(node, selection).series
      }
      return (hierarchy, try filled(records, hierarchy))
    }

    /// The package's grouping of a series.
    private func grouping(of name: String, _ package: DataPackage) throws -> GroupingFile {
      do {
        return try GroupingFile(package.root + "/groupings/\(name).csv")
      } catch let error as DataError {
        guard case .noSuchFile = error else { throw error }
        _ = try package.entry(name)
        throw CommandFailure(
          .noInput, "the package has no grouping of '\(name)'",
          hint: "give one with --grouping FILE, a CSV file with the columns parent,child")
      }
    }

    /// Whether gaps are interpolated, after which records need not add up.
    var isFilled: Bool { input.gaps == .interpolate }

    /// The records as they are forecast; what is recorded has to add up before gaps are filled.
    private func filled(_ records: [String: AnnualSeries], _ hierarchy: Hierarchy) throws -> [String:
      AnnualSeries]
    {
      if isFilled { _ = try ReconciledForecast.completed(hierarchy, records) }
      return try records.mapValues(filled)
    }

    private func filled(_ series: AnnualSeries) throws -> AnnualSeries {
      let whole = isFilled ? try series.interpolated : series
      guard options.nonNegative, whole.bounds == .unbounded else { return whole }
      if let negative = whole.observations.first(where: { $0.value < 0 }) {
        throw CommandFailure(
          .badData,
          "'\(whole.identifier)' is \(numeral(negative.value)) in \(whole.calendar.label(negative.year)), which "
            + "--non-negative does not allow", hint: "leave --non-negative out")
      }
      return try AnnualSeries(
        identifier: whole.identifier, unit: whole.unit, calendar: whole.calendar, bounds: .nonnegative,
        observations: whole.observations)
    }
  }
}
