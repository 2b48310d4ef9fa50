/// How the number of breaks is found.
public struct BreakCount: Sendable, Equatable {
  enum Rule: Sendable, Equatable {
    case bayes
    case sequential
    case exactly(Int)
  }

  let rule: Rule

  /// The most breaks that are looked for, the number Bai and Perron use.
  public static let most = 5
  /// The level of each test of the sequence.
  static let level = 0.05

  /// The number with the least -2 logLik + ln(n) p, p counting coefficients, dates and the variance.
  ///
  /// Source: Yao (1988), Statistics & Probability Letters 6, 181-189; as in R's `strucchange`.
  public static let bayes = BreakCount(rule: .bayes)

  /// One break more as long as the largest F for it within a regime is significant at 5 %.
  ///
  /// The p-value is simulated on the years of the series with normal errors, the breaks so far held, because the published
  /// critical values are for regressors without a trend.
  ///
  /// Source: Bai & Perron (1998), Econometrica 66, 47-78, section 5.
  public static let sequential = BreakCount(rule: .sequential)

  /// A number that is given.
  ///
  /// - Parameter count: from 0 to ``most``.
  /// - Returns: the rule.
  /// - Throws: ``BreakError/countOutOfRange(_:limit:)``.
  public static func exactly(_ count: Int) throws(BreakError) -> BreakCount {
    guard (0...most).contains(count) else { throw .countOutOfRange(count, limit: most) }
    return BreakCount(rule: .exactly(count))
  }

  /// How the number came about, for a sentence.
  var phrase: String {
    switch rule {
    case .bayes: "by the least BIC"
    case .sequential: "by the sequential sup-F test at 5 %"
    case .exactly: "as asked for"
    }
  }
}
