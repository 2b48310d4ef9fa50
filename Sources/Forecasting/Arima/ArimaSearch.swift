internal import Series

/// The choice of p, q and the constant by the corrected criterion of Akaike.
///
/// Hyndman & Khandakar (2008), Journal of Statistical Software 27(3), section 3.2, with the limits and the order of
/// trials of R `forecast::auto.arima`. Every candidate is judged by its exact likelihood (R uses conditional sums of
/// squares as an approximation beyond 150 values). A candidate with a root within 1.01 of the unit circle is
/// rejected: it stands for a difference more, or one less.
struct ArimaSearch {
  /// p, q and the constant of a candidate.
  struct Candidate: Sendable, Hashable {
    let autoregressive: Int
    let movingAverage: Int
    let hasConstant: Bool
  }

  /// The largest p and the largest q of either search.
  static let largestLag = 5
  /// The largest p + q of the full search.
  static let largestSum = 5
  /// The most candidates of the stepwise search.
  static let candidateLimit = 94
  /// Roots must be larger.
  static let smallestRoot = 1.01
  /// A later candidate has to be better by more than this.
  static let margin = 1e-6

  private let largest: Int
  private let years: Int
  /// Without a constant, and with one where d allows it.
  private var plain: ArimaLattice
  private var shifted: ArimaLattice?
  private var tried: Set<Candidate> = []
  private var best: (candidate: Candidate, estimate: ArimaEstimate)?

  /// A search.
  ///
  /// - Parameters:
  ///   - series: on the scale of the model.
  ///   - differences: d.
  ///   - model: whose fit this is, for the error.
  ///   - table: the drivers of a regression, or `nil`.
  /// - Throws: ``FitError`` for too few values or values that overflow.
  init(_ series: AnnualSeries, differences: Int, model: ModelIdentifier, table: DriverTable? = nil)
    throws(FitError)
  {
    largest = min(Self.largestLag, series.observationCount / 3)
    years = series.values.count
    plain = ArimaLattice(
      try ArimaData(series, differences: differences, hasConstant: false, model: model, table: table))
    guard differences < 2 else {
      shifted = nil
      return
    }
    do {
      shifted = ArimaLattice(
        try ArimaData(series, differences: differences, hasConstant: true, model: model, table: table))
    } catch {
      // A driver that is itself a line, or too few values for one more coefficient: no constant then.
      guard table != nil else { throw error }
      shifted = nil
    }
  }

  /// Whether a constant is a choice.
  private var allowsConstant: Bool { shifted != nil }

  /// Looks for the best candidate.
  ///
  /// - Parameter isStepwise: by steps from neighbour to neighbour, or through all with p + q up to 5.
  /// - Returns: the best candidate's data and estimates.
  /// - Throws: ``FitError`` where no candidate can be fitted.
  mutating func run(isStepwise: Bool) throws(FitError) -> (data: ArimaData, estimate: ArimaEstimate) {
    if isStepwise { walk() } else { scan() }
    guard let best else { throw .didNotConverge(model: plain.data.model) }
    return (best.candidate.hasConstant ? shifted?.data ?? plain.data : plain.data, best.estimate)
  }

  /// All candidates, fewer coefficients of one kind before more.
  private mutating func scan() {
    for p in 0...largest {
      for q in 0...largest where p + q <= Self.largestSum {
        for hasConstant in allowsConstant ? [false, true] : [false] {
          attempt(Candidate(autoregressive: p, movingAverage: q, hasConstant: hasConstant))
        }
      }
    }
  }

  /// Four starts, then the first better neighbour, until none is better.
  private mutating func walk() {
    let start = min(years < 10 ? 1 : 2, largest)
    let one = min(1, largest)
    var hasConstant = allowsConstant
    for (p, q) in [(start, start), (0, 0), (one, 0), (0, one)] {
      attempt(Candidate(autoregressive: p, movingAverage: q, hasConstant: hasConstant))
    }
    if allowsConstant { attempt(Candidate(autoregressive: 0, movingAverage: 0, hasConstant: false)) }
    // One step down or up in p, in q, in both, and last with the constant or without.
    let steps = [(-1, 0), (0, -1), (1, 0), (0, 1), (-1, -1), (-1, 1), (1, -1), (1, 1)]
    guard var here = best?.candidate else { return }
    // As in R, the walk keeps the constant of its start when the candidate without one is the best of the five.
    var moved = true
    while moved, tried.count < Self.candidateLimit {
      moved = false
      for (up, along) in steps {
        let (p, q) = (here.autoregressive + up, here.movingAverage + along)
        guard (0...largest).contains(p), (0...largest).contains(q) else { continue }
        if attempt(Candidate(autoregressive: p, movingAverage: q, hasConstant: hasConstant)) {
          here = Candidate(autoregressive: p, movingAverage: q, hasConstant: hasConstant)
          moved = true
          break
        }
      }
      if moved { continue }
      guard allowsConstant else { continue }
      let other = Candidate(
        autoregressive: here.autoregressive, movingAverage: here.movingAverage, hasConstant: !hasConstant)
      if attempt(other) {
        hasConstant.toggle()
        here = other
        moved = true
      }
    }
  }

  /// Fits a candidate that has not been tried.
  ///
  /// - Parameter candidate: p, q and the constant.
  /// - Returns: whether it is the best so far.
  @discardableResult
  private mutating func attempt(_ candidate: Candidate) -> Bool {
    guard tried.insert(candidate).inserted else { return false }
    guard let estimate = try? estimate(candidate), estimate.criterion.isFinite,
      estimate.rootsExceed(Self.smallestRoot)
    else { return false }
    if let best, estimate.criterion >= best.estimate.criterion - Self.margin { return false }
    best = (candidate, estimate)
    return true
  }

  private mutating func estimate(_ candidate: Candidate) throws(FitError) -> ArimaEstimate? {
    let (p, q) = (candidate.autoregressive, candidate.movingAverage)
    return candidate.hasConstant ? try shifted?.estimate(p, q) : try plain.estimate(p, q)
  }
}
