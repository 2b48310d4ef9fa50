/// How large asks are before any is reported, by posture: the raise a asked for, A = L (1 + a).
///
/// Each posture has a mixture of normal distributions cut at two ends. Status quo: asks of 0 to 30 % in 2001-16 and of
/// about 24 % in 2021. Demanding, by judgement: two, four and six times the running amount were asked for in 2018-20, so the
/// mean is 2.5, wide, and nothing above nine times. Transactional, by judgement: half "cost plus 50" on the items of
/// host-nation support (about +46 % in Japan), three tenths like status quo, two tenths the eight billion dollars of 2019
/// (about +430 %).
public struct AskPrior: Sendable, Hashable {
  /// One part of a mixture.
  public struct Part: Sendable, Hashable {
    /// Its share.
    public var weight: Double
    /// The mean of a before it is cut.
    public var mean: Double
    /// The standard deviation of a before it is cut.
    public var standardDeviation: Double
    /// The least a.
    public var lower: Double
    /// The largest a.
    public var upper: Double

    /// A part.
    ///
    /// - Parameters:
    ///   - weight: its share.
    ///   - mean: of a before it is cut.
    ///   - standardDeviation: of a before it is cut.
    ///   - lower: the least a, above -1.
    ///   - upper: the largest a.
    public init(weight: Double = 1, mean: Double, standardDeviation: Double, lower: Double, upper: Double) {
      self.weight = weight
      self.mean = mean
      self.standardDeviation = standardDeviation
      self.lower = lower
      self.upper = upper
    }
  }

  /// Under the status quo.
  public var statusQuo = [Part(mean: 0.18, standardDeviation: 0.10, lower: 0, upper: 0.5)]
  /// Under a demanding posture.
  public var demanding = [Part(mean: 2.5, standardDeviation: 2, lower: 0, upper: 8)]
  /// Under a transactional posture.
  public var transactional = [
    Part(weight: 0.5, mean: 0.46, standardDeviation: 0.1, lower: 0, upper: 1),
    Part(weight: 0.3, mean: 0.18, standardDeviation: 0.10, lower: 0, upper: 0.5),
    Part(weight: 0.2, mean: 4.3, standardDeviation: 0.7, lower: 0, upper: 8),
  ]

  /// The defaults.
  public init() {}

  /// The mixture of a posture.
  ///
  /// - Parameter posture: how the United States negotiates.
  /// - Returns: its parts.
  public func parts(_ posture: Posture) -> [Part] {
    switch posture {
    case .statusQuo: statusQuo
    case .demanding: demanding
    case .transactional: transactional
    }
  }

  func validate() throws(NegotiationError) {
    for posture in Posture.allCases {
      let parts = parts(posture)
      let name = "ask prior of \(posture.rawValue)"
      try SettlementPrior.check("\(name): parts", Double(parts.count), in: 1...20)
      for part in parts {
        try SettlementPrior.check("\(name): weight", part.weight, in: 1e-6...1e6)
        try SettlementPrior.check("\(name): lower end", part.lower, in: -0.9...99)
        try SettlementPrior.check("\(name): upper end", part.upper, in: part.lower + 1e-3...100)
        try SettlementPrior.check("\(name): mean", part.mean, in: part.lower...part.upper)
        try SettlementPrior.check("\(name): deviation", part.standardDeviation, in: 1e-3...100)
      }
    }
  }
}
