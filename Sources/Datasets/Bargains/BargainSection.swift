internal import Probability
internal import Strategy

/// Reads one section of a bargain's file; what is wrong is told at the key that it concerns.
struct BargainSection {
  private let node: YAMLNode
  private let faults: YAMLFaults
  private var reader: YAMLReader

  /// The most bits of a fraction after the last round, and the decimal digits that they hold.
  private static let (bitLimit, digitLimit) = (4096, 1233)
  /// The most games with a last round.
  private static let roundsLimit = 20

  init(_ node: YAMLNode, _ key: String, _ faults: YAMLFaults) {
    self.node = node
    self.faults = faults
    reader = YAMLReader(node, key, faults)
  }

  func surplus() -> TransferableUtility? {
    var section = self
    let total = section.rational("total", isNeeded: true)
    let disagreement = section.pair("disagreement", isNeeded: true)
    let weight = section.rational("weight")
    section.reader.finish()
    guard let total, let disagreement else { return nil }
    return located { () throws(StrategyError) in
      try TransferableUtility(total: total, disagreement: disagreement, weight: weight ?? .half)
    }
  }

  func outcomes() -> BargainingPolygon? {
    var section = self
    let payoffs = section.needed("payoffs").flatMap { _ in section.reader.list(ifPresent: "payoffs") }
    let pairs = payoffs.map { $0.compactMap { section.pair($0, "payoffs") } }
    let disagreement = section.pair("disagreement", isNeeded: true)
    section.reader.finish()
    guard let pairs, let disagreement, faults.isEmpty else { return nil }
    return located { () throws(StrategyError) in
      try BargainingPolygon(vertices: pairs, disagreement: disagreement)
    }
  }

  func offers() -> BargainFile.Offers? {
    var section = self
    let discount = section.pair("discount", isNeeded: true)
    let outside = section.pair("outside_options")
    let rounds = (section.reader.list(ifPresent: "rounds") ?? []).compactMap { round in
      section.reader.integer(round, "rounds").map { (value: $0, place: round.place) }
    }
    let breakdown = section.pair("breakdown") ?? PayoffPair(0, 0)
    let probability = section.rational("breakdown_probability")
    let rates = section.pair("discount_rates")
    section.reader.finish()
    guard let discount, faults.isEmpty else { return nil }
    // A last round multiplies as many discount factors as there are rounds.
    let bits = max(discount.first.bitWidth, discount.second.bitWidth)
    // More rounds than any game may have are refused as such below.
    for round in rounds
    where round.value <= FiniteOffers.roundLimit && bits > Self.bitLimit / max(1, round.value) {
      faults.add(
        round.place,
        .notPossible(
          key: "rounds", found: "\(round.value)",
          expected: "fewer: with these discount factors \(max(1, Self.bitLimit / max(1, bits))) at most, "
            + "since a share after more has over \(Self.digitLimit) digits"))
    }
    guard rounds.count <= Self.roundsLimit else {
      let fault = StrategyError.tooMany(.rounds, maximum: Self.roundsLimit, actual: rounds.count)
      faults.add(.strategy(node.nearest(to: "rounds").place, fault))
      return nil
    }
    guard faults.isEmpty else { return nil }
    return located { () throws(StrategyError) in
      let endless = try AlternatingOffers(discount: discount)
      let options = try outside.map { pair throws(StrategyError) in
        try AlternatingOffers(discount: discount, outsideOptions: pair)
      }
      let risk = try probability.map { chance throws(StrategyError) in
        try BreakdownRisk(breakdown: breakdown, probability: chance)
      }
      let share = try rates.map { pair throws(StrategyError) in
        try ContinuousOffers.firstShare(rate1: pair.first, rate2: pair.second)
      }
      var finite: [FiniteOffers] = []
      for round in rounds {
        finite.append(try FiniteOffers(discount: discount, breakdown: breakdown, rounds: round.value))
      }
      return BargainFile.Offers(
        endless: endless, withOutsideOptions: options, finite: finite, risk: risk, continuousShare: share)
    }
  }

  func payment() -> (zone: PaymentZone, weight: Rational)? {
    var section = self
    let values = section.pair("values", isNeeded: true)
    let disagreement = section.pair("disagreement", isNeeded: true)
    let weight = section.rational("weight") ?? .half
    section.reader.finish()
    guard let values, let disagreement else { return nil }
    let zone = PaymentZone(
      hostValue: values.first, guarantorValue: values.second, hostDisagreement: disagreement.first,
      guarantorDisagreement: disagreement.second)
    return located { () throws(StrategyError) in
      _ = try zone.nashPayment(guarantorWeight: weight)
      return (zone, weight)
    }
  }

  func prices() -> ReservationPrices? {
    var section = self
    let means = section.numbers("means")
    let deviations = section.numbers("standard_deviations")
    let correlation = section.reader.number(ifPresent: "correlation") ?? 0
    section.reader.finish()
    guard let means, let deviations else { return nil }
    var normals: [Normal] = []
    for (mean, deviation) in zip(means, deviations) {
      do {
        normals.append(try Normal(mean: mean, standardDeviation: deviation))
      } catch {
        faults.add(
          node.nearest(to: "standard_deviations").place,
          .notPossible(key: "standard_deviations", found: "\(deviation)", expected: "numbers above 0"))
        return nil
      }
    }
    return located { () throws(StrategyError) in
      try ReservationPrices(host: normals[0], guarantor: normals[1], correlation: correlation)
    }
  }

  // MARK: Values

  private mutating func needed(_ key: String) -> YAMLNode? { reader.value(key) }

  private mutating func rational(_ key: String, isNeeded: Bool = false) -> Rational? {
    (isNeeded ? reader.value(key) : reader.value(ifPresent: key)).flatMap { rational($0, key) }
  }

  private func rational(_ node: YAMLNode, _ key: String) -> Rational? {
    guard let text = reader.text(node, key) else { return nil }
    do throws(StrategyError) {
      return try Rational(text: text)
    } catch {
      faults.add(.strategy(node.place, error))
      return nil
    }
  }

  private mutating func pair(_ key: String, isNeeded: Bool = false) -> PayoffPair? {
    (isNeeded ? reader.value(key) : reader.value(ifPresent: key)).flatMap { pair($0, key) }
  }

  private func pair(_ node: YAMLNode, _ key: String) -> PayoffPair? {
    guard let both = two(node, key), let first = rational(both[0], key), let second = rational(both[1], key)
    else { return nil }
    return PayoffPair(first, second)
  }

  private mutating func numbers(_ key: String) -> [Double]? {
    guard let node = reader.value(key), let both = two(node, key) else { return nil }
    let values = both.compactMap { reader.number($0, key) }
    return values.count == 2 ? values : nil
  }

  private func two(_ node: YAMLNode, _ key: String) -> [YAMLNode]? {
    if case .list(let elements) = node.content, elements.count == 2 { return elements }
    let found: String =
      if case .list(let elements) = node.content { "a list of \(elements.count)" } else { node.kind }
    faults.add(node.place, .wrongType(key: key, found: found, expected: "a list of two, one for each player"))
    return nil
  }

  /// What a model makes of the section; what it refuses is told at the key that it concerns.
  private func located<Value>(_ make: () throws(StrategyError) -> Value) -> Value? {
    do throws(StrategyError) {
      return try make()
    } catch {
      faults.add(.strategy(node.nearest(to: Self.key(of: error)).place, error))
      return nil
    }
  }

  private static func key(of error: StrategyError) -> String {
    switch error {
    case .outside(.discountFactor, _, _): "discount"
    case .outside(.outsideOption, _, _): "outside_options"
    case .outside(.rounds, _, _): "rounds"
    case .outside(.breakdownPayoff, _, _): "breakdown"
    case .outside(.breakdownProbability, _, _): "breakdown_probability"
    case .outside(.discountRate, _, _): "discount_rates"
    case .outside(.bargainingWeight, _, _): "weight"
    case .outside(.correlation, _, _): "correlation"
    case .disagreementOutside: "disagreement"
    case .tooFew(.vertices, _, _), .tooMany(.vertices, _, _): "payoffs"
    default: ""
    }
  }
}
