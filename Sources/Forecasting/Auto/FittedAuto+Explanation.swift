internal import Series

extension FittedAuto {
  /// Which members entered and with what weight, how far the trend was damped and why, what the interval contains.
  ///
  /// - Parameter scope: what is asked of the forecast.
  /// - Returns: plain sentences that hold for it.
  public func explanation(_ scope: ForecastScope) -> [String] {
    guard let core else {
      return [
        recordSentence, "All values used are the same; that value is forecast, without an interval.",
      ]
    }
    return [recordSentence] + centre(core, scope) + [trend(core)] + interval(core, scope)
  }

  private var recordSentence: String {
    let span = "\(record.years.lowerBound)-\(record.years.upperBound)"
    if record.leavesEarlierValuesOut {
      return
        "The \(record.values.count) values of \(span) are used; those before them lie beyond years without a value."
    }
    if record.filledYears.isEmpty { return "All \(record.values.count) values, \(span), are used." }
    let missing = record.filledYears.count
    return
      "\(record.observationCount) values of \(span) are used; straight lines stand in for \(missing) missing "
      + "\(missing == 1 ? "year" : "years") in the centre, and the interval goes by the changes between the values."
  }

  private func centre(_ core: Core, _ scope: ForecastScope) -> [String] {
    let isLong = core.onValues.count == 4
    let members =
      isLong
      ? "a theta model and a damped trend, each an average over many smoothing weights in which a better fit counts more, "
        + "the mean yearly change shrunken by its own uncertainty, and the median yearly change"
      : "the mean yearly change shrunken by its own uncertainty and the median yearly change; smoothing needs four values"
    let rootShare = (core.rootShare * 100).rounded() / 100
    let rule =
      isLong
      ? "No member has a weight of its own: the centre is the mean of the two in the middle"
      : "Both weigh the same"
    let scales =
      core.onRoots == nil
      ? "on the \(scope.valuesName) only, for "
        + (scope.transform == .none
          ? "some of those fitted are below zero" : "a transform leaves no natural zero")
      : "once on the \(scope.valuesName) and once on their cube roots, which weigh \(Share.percent(1 - rootShare)) and "
        + "\(Share.percent(rootShare))"
    return ["Members: \(members).", "\(rule), \(scales)."]
  }

  private func trend(_ core: Core) -> String {
    let share =
      "\(Share.percent((core.multiplier * 100).rounded() / 100)) of the change that the centre announces is forecast"
    if !record.filledYears.isEmpty {
      return share + ": the standing share, for straight lines across gaps would make trends look reliable."
    }
    if record.values.count <= TrendMultiplier.firstOrigin + 1 {
      return share + ": the standing share, for the record is too short to test trends on."
    }
    let farthest = min(TrendMultiplier.reach, record.values.count - 1 - TrendMultiplier.firstOrigin)
    let words = ["two", "three", "four", "five", "six"]
    let reach = farthest == 1 ? "one year" : "one to \(words[farthest - 2]) years"
    return share
      + ": of the changes that a plain trend announced \(reach) ahead within the record, so much came "
      + "true"
      + (core.multiplier >= 1
        ? " or more." : ", drawn towards \(Share.percent(TrendMultiplier.prior)) where it tells little.")
  }

  private func interval(_ core: Core, _ scope: ForecastScope) -> [String] {
    let scale = core.onRoots == nil ? scope.valuesName : "cube roots of the \(scope.valuesName)"
    let limits =
      "It knows the record alone: no agreement, no budget, no event to come, and no error in the values themselves."
    switch intervals {
    case .calibrated:
      let sources =
        core.spread.oneStep == nil
        ? "the recent size of yearly changes"
        : "the recent size of yearly changes, the members' one-step errors and their disagreement"
      return [
        "Interval: a Student t with 4 degrees of freedom on the \(scale); its width follows \(sources) and grows with the "
          + "horizon to the power 2/3.",
        "How wide that has to be was learned from what such forecasts missed on rolling origins of yearly series"
          + "\(scope.transform == .none ? "" : " without a transform"), so it "
          + "contains the choice of members and the breaks usual in such series, not those of this one in particular.",
      ] + MeasuredCoverage.sentences(record, scope) + [limits]
    case .native:
      let error =
        core.spread.memberDeviation == nil
        ? "the root mean squared yearly change" : "the smoothing members' one-step error within the record"
      return [
        "Interval: a normal law on the \(scale) with \(error), times the square root of the horizon.",
        "It contains neither the choice of members nor breaks, and so tends to be too narrow. The calibrated interval was "
          + "made to hold its level; docs/auto.md has what it held, on some records less.",
        limits,
      ]
    }
  }
}
