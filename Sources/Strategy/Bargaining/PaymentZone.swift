/// A payment from a host to a guarantor with linear utilities: the zone of agreement and what is paid in it.
///
/// The host has v_h - x with an agreement and d_h without, the guarantor v_g + x and d_g; so the host pays at most
/// v_h - d_h and the guarantor takes at least d_g - v_g. The Nash payment lies in the zone at the guarantor's weight.
///
/// Source: Raiffa (1982), The Art and Science of Negotiation, chapter 4; Nash (1950).
public struct PaymentZone: Equatable, Sendable {
  /// The most that the host pays.
  public let hostReservationPrice: Rational
  /// The least that the guarantor takes.
  public let guarantorReservationPrice: Rational

  /// A zone from both sides' values.
  ///
  /// - Parameters:
  ///   - hostValue: v_h, what the agreement is worth to the host before the payment.
  ///   - guarantorValue: v_g.
  ///   - hostDisagreement: d_h.
  ///   - guarantorDisagreement: d_g.
  public init(
    hostValue: Rational, guarantorValue: Rational, hostDisagreement: Rational, guarantorDisagreement: Rational
  ) {
    hostReservationPrice = hostValue - hostDisagreement
    guarantorReservationPrice = guarantorDisagreement - guarantorValue
  }

  /// Whether some payment suits both.
  public var exists: Bool { hostReservationPrice >= guarantorReservationPrice }

  /// Nash's payment.
  ///
  /// - Parameter guarantorWeight: from 0 to 1.
  /// - Returns: lo + weight (hi - lo), or `nil` without a zone.
  /// - Throws: `outside`.
  public func nashPayment(guarantorWeight: Rational = .half) throws(StrategyError) -> Rational? {
    try StrategyError.require(guarantorWeight, .bargainingWeight, from: .zero, to: .one)
    guard exists else { return nil }
    return guarantorReservationPrice
      + guarantorWeight * (hostReservationPrice - guarantorReservationPrice)
  }
}
