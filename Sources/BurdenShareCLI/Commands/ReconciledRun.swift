import Datasets
import Forecasting
import Reporting
import Series

/// `forecast --reconcile`: a series and its parts, in rows that add up.
struct ReconciledRun {
  let input: InputOptions
  let output: OutputOptions
  let options: ReconcileOptions
  let method: Reconciliation

  /// Forecasts and writes the table.
  ///
  /// - Parameters:
  ///   - models: of every node.
  ///   - table: the columns.
  ///   - horizon: how many years.
  ///   - charts: what is drawn, a fan for each node.
  /// - Throws: ``CommandFailure``.
  func run(
    _ models: [TransformedModel], _ table: ForecastTable, _ horizon: Horizon, _ charts: ChartOptions
  ) throws {
    let drawing = try ChartOutput(charts, table: self.output.file)
    let charted = charts.isAsked ? try ChartedSeries(input, drawing.phrases) : nil
    var panels: [FanChart.Panel] = []
    var output = try TableOutput(columns: table.columns, self.output)
    let source = try Source(input, options)
    for name in try source.tops() {
      let (hierarchy, records) = try source.load(name)
      let top = records[name]
      // The parts' records may end before that of the sum; what counts as known ends with the sum.
      let origin = top?.lastYear ?? hierarchy.leaves.compactMap { records[$0]?.lastYear }.max() ?? 0
      for model in models {
        guard !(model.model is Regression || model.model is VectorAutoregression) else {
          throw CommandFailure(
            .usage, "--reconcile does not take model '\(model.label)'", hint: "leave one of them out")
        }
        let forecast = try ReconciledForecast(
          hierarchy, records: records, origin: origin, horizon: horizon, model: model, method: method,
          mustAddUp: !source.isFilled)
        let label = "\(model.label) \(method.rawValue)"
        for node in forecast.nodes {
          guard let like = records[node.name] ?? records[hierarchy.leaves[0]] else { continue }
          try output.append(
            try table.rows(
              name: node.name, unit: like.unit, calendar: like.calendar, origin: origin, label: label,
              node.distribution))
          if let charted, let record = records[node.name] {
            panels.append(
              try charted.panel(
                record, node.distribution, origin: origin, levels: table.levels, model: label))
          }
        }
        try tellNegative(forecast.nodes, records)
        self.output.note(
          "\(name): means add up; quantiles of a sum are not sums of quantiles"
            + (method == .minimumTrace
              ? "; correlations of errors shrunk by \(rounded(forecast.intensity))" : ""))
        for leaf in hierarchy.leaves {
          guard let record = records[leaf], record.lastYear < origin else { continue }
          self.output.note(
            "\(leaf): its record ends in \(record.calendar.label(record.lastYear)) and is forecast from there"
          )
        }
      }
    }
    if let charted {
      try drawing.write(try FanChart(panels, drawing.phrases, source: charted.source).chart)
      for panel in panels { try drawing.plot { try TerminalPlot(panel, $0, width: $1) } }
    }
    try output.finish()
  }

  /// Backtests sums and parts, reconciled and as they are, beside naive and drift.
  ///
  /// - Parameters:
  ///   - models: of every node.
  ///   - plan: origins and horizon.
  ///   - table: what is printed.
  /// - Throws: ``CommandFailure``.
  func backtest(_ models: [TransformedModel], _ plan: BacktestPlan, _ table: BacktestTable) throws {
    let baselines = [TransformedModel(Naive()), TransformedModel(Drift())]
    let plain = baselines + models.filter { model in !baselines.contains { $0.label == model.label } }
    let report = BacktestReport(models: plain, unnamed: [], plan: plan, drivers: .none)
    var output = try TableOutput(columns: report.columns(table), self.output)
    var failures = FailureLog()
    var summary = BacktestSummary(
      models: plain.map(\.label) + models.map { "\($0.label) \(method.rawValue)" })
    let source = try Source(input, options)
    for name in try source.tops() {
      let (hierarchy, records) = try source.load(name)
      let nodes = try ReconciledForecast.completed(hierarchy, records, mustAddUp: !source.isFilled)
      var reconciled: [[[ScoredForecast]]] = []
      for model in models {
        guard !(model.model is Regression || model.model is VectorAutoregression) else {
          throw CommandFailure(
            .usage, "--reconcile does not take model '\(model.label)'", hint: "leave one of them out")
        }
        reconciled.append(
          try Backtest(plan).run(
            hierarchy, records, model: model, method: method, mustAddUp: !source.isFilled))
      }
      for (place, node) in nodes.enumerated() {
        var result = report.run(.init(series: .success(node)))
        let joint = reconciled.map { $0[place] }
        // A part too short for origins of its own still has those of the sum.
        if result.forecasts.isEmpty, joint.contains(where: { !$0.isEmpty }), table == .scores {
          for failure in result.failures {
            self.output.note("\(node.identifier): only reconciled: \(failure.failure.message)")
          }
          result.failures = []
        }
        for (model, scored) in zip(models, joint) where !scored.isEmpty {
          result.forecasts.append(("\(model.label) \(method.rawValue)", scored))
        }
        if let first = result.keepCommonForecasts() {
          self.output.note(
            "\(node.identifier): origins from \(node.calendar.label(first)) on, those at which every forecast can be made"
          )
        }
        result.failures.forEach { failures.add($0) }
        switch table {
        case .scores: try output.append(report.rows(result))
        case .summary: if let failure = summary.add(result) { failures.add(failure) }
        }
      }
    }
    if table == .summary { try output.append(summary.rows) }
    try failures.finish(&output)
  }

  private func rounded(_ value: Double) -> String { NumberText.fixed(value, decimals: 2) }

  /// Tells of records without a negative value whose forecasts have some.
  private func tellNegative(_ nodes: [ReconciledForecast.Node], _ records: [String: AnnualSeries]) throws {
    var names: [String] = []
    for node in nodes {
      guard let record = records[node.name], record.bounds == .unbounded,
        record.observations.allSatisfy({ $0.value >= 0 })
      else { continue }
      let lowest = try node.distribution.steps.map { try $0.quantile(0.025) }.min() ?? 0
      if lowest < 0 { names.append(node.name) }
    }
    guard !names.isEmpty else { return }
    output.note(
      "\(names.joined(separator: ", ")): recorded values are never below zero, 95 % intervals are; "
        + "--non-negative keeps them at zero or above")
  }
}
