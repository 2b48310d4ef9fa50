internal import LinearAlgebra
internal import Series

extension FittedPiecewise {
  /// How many breaks there are, how they came about, and when.
  public var choice: String? {
    let kind = isJoined ? "joined" : "free"
    let dates = structuralBreaks.map { found in
      let label = calendar.label(found.year)
      guard isSearched else { return label + (found.reason.map { " (\($0))" } ?? "") }
      guard found.lower != nil || found.upper != nil else { return "\(label) (no 95 % limits)" }
      let ends = [found.lower, found.upper].map { $0.map { calendar.label($0) } ?? "an unknown year" }
      return "\(label) (95 % limits \(ends[0]) to \(ends[1]))"
    }
    if let lackOfRoom { return lackOfRoom }
    let count = joints.isEmpty ? "No break" : joints.count == 1 ? "1 break" : "\(joints.count) breaks"
    let list = dates.isEmpty ? "" : ": " + dates.joined(separator: ", ")
    guard case .found(_, let rule) = origin else { return "\(count) between \(kind) regimes, given\(list)." }
    return "\(count) between \(kind) regimes of at least \(least) values, \(rule.phrase)\(list)."
  }

  /// Why no break could be found, where the regimes that were asked for are too long for two of them.
  public var lackOfRoom: String? {
    guard case .found(let search, _) = origin, search.most == 0, sample.count < 2 * least else { return nil }
    return "No break: two regimes of at least \(least) values do not fit into \(sample.count)."
  }

  /// The breaks and what changes at each, the line that is carried on, and what the interval contains.
  ///
  /// - Parameter scope: what is asked of the forecast.
  /// - Returns: sentences that hold for every horizon and level.
  public func explanation(_ scope: ForecastScope) -> [String] {
    [choice].compactMap { $0 } + structuralBreaks.map(sentence)
      + [lastLine, dateDoubt, riskSentence].compactMap { $0 }
  }

  private func sentence(_ found: StructuralBreak) -> String {
    func amount(_ estimate: ParameterEstimate) -> String {
      SignificantFigures.text(estimate.value)
        + (estimate.standardError.map { " (standard error \(SignificantFigures.text($0)))" } ?? "")
    }
    let level =
      found.levelChange.map { "the level changes by \(amount($0)) and the slope" } ?? "the slope changes"
    return "From \(calendar.label(found.year)) on \(level) by \(amount(found.slopeChange)) a year."
  }

  private var lastLine: String {
    let regime = candidates[0].regime
    let error = (regime.errorVariance * regime.slopeVariance).squareRoot() * sample.unit
    let start = joints.last.map { " that began in \(calendar.label($0.year))" } ?? " of the whole record"
    return
      "The line\(start) goes on: \(SignificantFigures.text(regime.level * sample.unit + sample.origin * sample.unit)) in "
      + "\(calendar.label(sample.years.last ?? 0)), \(SignificantFigures.text(regime.slope * sample.unit)) a year (standard error "
      + "\(SignificantFigures.text(error)))."
  }

  private var dateDoubt: String? {
    guard candidates.count > 1 else { return nil }
    let dates = candidates.prefix(4).map {
      "\(calendar.label(sample.years[$0.regime.place])) \(Share.percent($0.weight))"
    }
    let more = candidates.count > 4 ? " and \(candidates.count - 4) more" : ""
    return "Dates of the last break by their probability: " + dates.joined(separator: ", ") + more
      + "; the forecast mixes their lines."
  }

  private var riskSentence: String {
    guard candidates[0].regime.errorVariance > 0 else {
      return "The lines fit exactly, so that the forecast has no interval."
    }
    guard intervals == .native else {
      return
        "Interval: Student t with 4 degrees of freedom about their median; its scale, 1.1 s^(1/4) c^(3/4) h^(2/3) of the native "
        + "standard deviation s, the recent mean yearly change c and the horizon h, was learned on rolling origins of yearly series."
    }
    return
      "Interval: Student t with \(regression.residualDegreesOfFreedom) degrees of freedom around them, and a break in any "
      + "year with probability \(Share.percent(risk.hazard)), also in the last \(least - 1), where it is weighed by the values since; "
      + "its size is that of the breaks so far."
  }
}
