internal import Series

/// What is estimated from the record for a projection: where rounds settle, and when.
public struct AgreementFits: Sendable {
  /// Where rounds settle.
  public let settlement: SettlementPosterior
  /// When they do.
  public let timing: TimingPosterior

  /// Fits the record as it was known on a date.
  ///
  /// - Parameters:
  ///   - evidence: the record.
  ///   - ally: whose round is projected, ISO 3166-1 alpha-3.
  ///   - date: the date.
  ///   - book: where the priors stand.
  /// - Throws: ``ProjectionError``.
  init(
    _ evidence: Evidence, ally: String, asOf date: PartialDate, _ book: AssumptionBook
  ) throws(ProjectionError) {
    let settlementModel = try Self.settlementModel(book)
    let timingModel = try Self.timingModel(book)
    do {
      settlement = try settlementModel.fit(evidence, ally: ally, asOf: date)
      timing = try timingModel.fit(evidence, asOf: date)
    } catch {
      throw .negotiation(error)
    }
  }

  private init(settlement: SettlementPosterior, timing: TimingPosterior) {
    (self.settlement, self.timing) = (settlement, timing)
  }

  /// Whether an assumption enters a fit.
  static func enters(_ key: String) -> Bool { entersTiming(key) || entersSettlement(key) }

  private static func entersTiming(_ key: String) -> Bool {
    key.hasPrefix("prior.timing.") || key == AgreementKey.freeGap.name(.ordinary)
  }

  private static func entersSettlement(_ key: String) -> Bool {
    key.hasPrefix("prior.") && !entersTiming(key) && !key.hasPrefix(GrowthTerms.priorPrefix)
      || isOfOffers(key)
      || ["errors.df", "ask.noise", "precedent.months"].contains(key)
  }

  /// Whether an assumption is about the line of offers, which shares nothing with the line of asks.
  private static func isOfOffers(_ key: String) -> Bool {
    key == "offer.scale" || key.hasPrefix("prior.offer.")
  }

  /// The fits where one assumption has changed: only the one that it enters is made again, and none for the line of offers
  /// where no offer is public.
  func refitted(
    _ evidence: Evidence, ally: Ally, _ book: AssumptionBook, changed key: String, hasOffer: Bool
  ) throws(ProjectionError) -> AgreementFits {
    if Self.entersTiming(key) {
      let model = try Self.timingModel(book)
      do {
        return AgreementFits(settlement: settlement, timing: try model.fit(evidence, asOf: timing.date))
      } catch { throw .negotiation(error) }
    }
    guard Self.entersSettlement(key), hasOffer || !Self.isOfOffers(key) else { return self }
    let model = try Self.settlementModel(book)
    do {
      return AgreementFits(
        settlement: try model.fit(evidence, ally: ally.rawValue, asOf: settlement.date), timing: timing)
    } catch { throw .negotiation(error) }
  }

  /// The number of an assumption that enters a fit.
  static func number(_ book: AssumptionBook, _ key: String) throws(ProjectionError) -> Double {
    let entry: AssumptionBook.Entry
    do { entry = try book.entry(key) } catch { throw .assumption(error) }
    guard entry.value.isFixed else { throw .needsNumber(key: key, found: entry.value.description) }
    return entry.value.median
  }

  /// The model of where rounds settle with the priors of a book.
  static func settlementModel(_ book: AssumptionBook) throws(ProjectionError) -> SettlementModel {
    let prior = try settlementPrior(book)
    do { return try SettlementModel(prior: prior) } catch { throw .negotiation(error) }
  }

  /// The model of when they do with the priors of a book.
  static func timingModel(_ book: AssumptionBook) throws(ProjectionError) -> TimingModel {
    let prior = try timingPrior(book)
    do { return try TimingModel(prior: prior) } catch { throw .negotiation(error) }
  }

  static func settlementPrior(_ book: AssumptionBook) throws(ProjectionError) -> SettlementPrior {
    var prior = SettlementPrior()
    prior.stepMean = try number(book, "prior.step.mean")
    prior.stepMeanDeviation = try number(book, "prior.step.sd")
    prior.levelDeviationScale = try number(book, "prior.tau")
    prior.spreadMedian = try number(book, "prior.spread.median")
    prior.logSpreadDeviation = try number(book, "prior.spread.sd")
    prior.askResponseMean = try number(book, "prior.ask.mean")
    prior.askResponseDeviation = try number(book, "prior.ask.sd")
    prior.spilloverDeviation = try number(book, "prior.spillover.sd")
    prior.degreesOfFreedom = try number(book, "errors.df")
    prior.askNoise = try number(book, "ask.noise")
    prior.offerOffsetMean = try number(book, "prior.offer.mean")
    prior.offerOffsetDeviation = try number(book, "prior.offer.sd")
    prior.offerScale = try number(book, "offer.scale")
    prior.offerWeight = try number(book, "offer.weight")
    let asks: AssumedValue.Form
    do { asks = try book.entry("ask.status_quo").assumption.value.form } catch { throw .assumption(error) }
    // What stands in for asks of the record that nobody reported is the catalogue's of the date, and no scenario's own.
    guard case .truncatedNormal(let mean, let deviation, let lower, let upper) = asks else {
      throw .needsCutNormal(key: "ask.status_quo")
    }
    prior.asks.statusQuo = [
      AskPrior.Part(mean: mean, standardDeviation: deviation, lower: lower, upper: upper)
    ]
    prior.precedentMonths = Int(try number(book, "precedent.months"))
    return prior
  }

  static func timingPrior(_ book: AssumptionBook) throws(ProjectionError) -> TimingPrior {
    func pair(_ name: String) throws(ProjectionError) -> TimingPrior.Coefficient {
      TimingPrior.Coefficient(
        mean: try number(book, "prior.timing.\(name).mean"),
        standardDeviation: try number(book, "prior.timing.\(name).sd"))
    }
    var prior = TimingPrior()
    prior.base = try pair("base")
    prior.budgetMonth = try pair("budget")
    prior.lastMonths = try pair("last")
    prior.demanding = try pair("demanding")
    prior.gap = try pair("gap")
    prior.freeGap = try number(book, AgreementKey.freeGap.name(.ordinary))
    return prior
  }
}
