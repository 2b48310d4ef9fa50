/// The prisoner's dilemma, played again and again: what patience or what payment holds cooperation up.
///
/// Temptation T > reward R > punishment P > sucker's payoff S. Reversion to (P, P) for ever after a defection holds
/// cooperation up when δ ≥ (T - R)/(T - P). A payment s to everyone who cooperates makes cooperation weakly dominant
/// when s ≥ max(T - R, P - S); at equality every profile is then an equilibrium or cooperation ties.
///
/// Source: Friedman (1971), Review of Economic Studies 38, 1-12; Mailath & Samuelson (2006), Repeated Games and
/// Reputations, section 2.5.
public struct RepeatedDilemma: Equatable, Sendable {
  /// T, R, P and S.
  public let temptation, reward, punishment, sucker: Rational

  /// A dilemma.
  ///
  /// - Parameters:
  ///   - temptation: to the one who defects alone.
  ///   - reward: to both who cooperate.
  ///   - punishment: to both who defect.
  ///   - sucker: to the one who cooperates alone.
  /// - Throws: `notADilemma` unless they fall in this order.
  public init(
    temptation: Rational, reward: Rational, punishment: Rational, sucker: Rational
  ) throws(StrategyError) {
    guard temptation > reward, reward > punishment, punishment > sucker else { throw .notADilemma }
    self.temptation = temptation
    self.reward = reward
    self.punishment = punishment
    self.sucker = sucker
  }

  /// The least discount factor at which the grim trigger holds cooperation up.
  public var criticalDiscount: Rational {
    let (gain, loss) = (temptation - reward, temptation - punishment)
    return Rational(gain.numerator * loss.denominator, overNonzero: gain.denominator * loss.numerator)
  }

  /// The least payment to each cooperator that makes cooperation weakly dominant.
  public var dominantSidePayment: Rational { max(temptation - reward, punishment - sucker) }

  /// Whether cooperating together beats taking turns: 2R > T + S.
  public var cooperationBeatsTurns: Bool { reward + reward > temptation + sucker }
}
