internal import Series

/// Why a scenario is refused: the key, as a path from where it was read, and what is wrong with it.
public struct ScenarioError: Error, Sendable, Equatable {
  /// What is wrong.
  public enum Problem: Sendable, Equatable {
    /// A number outside the range in which it means anything.
    case outOfRange(Double, expected: String)
    /// No ally of this code; the nearest one, if any is close.
    case unknownAlly(String, nearest: String?, known: [String])
    /// A symbol that is no unit of money.
    case unknownMoneyUnit(String)
    /// A unit where another one is needed.
    case wrongUnit(String, expected: String)
    /// An amount in a currency that cannot be converted.
    case noExchangeRate(String, known: [String])
    /// A year where a month is needed.
    case monthMissing(String)
    /// Dates or years out of order.
    case notIncreasing(String, String)
    /// Two dates or years further apart than any negotiation lasts.
    case tooFarApart(String, String, years: Int)
    /// A list without an element.
    case empty(String)
    /// One thing twice.
    case repeated(String)
    /// An agreement that ends before its successor is talked about.
    case expiryBeforeStart(expires: String, start: String)
    /// An agreement that has ended when the scenario begins, which does not say so.
    case expiryBeforeAsOf(expires: String, asOf: String)
    /// An agreement that is said to have ended, and runs.
    case notLapsedYet(expires: String, asOf: String)
    /// A last amount of a year that the next agreement pays for.
    case baseNotBefore(year: Int, first: Int)
    /// A demanding posture that asks for no more than is paid.
    case askBelowBase(ask: Double, base: Double, unit: String, posture: String)
    /// An offer that no host makes: above what is asked for, or far below what is paid.
    case offerOutside(offer: Double, lower: Double, upper: Double, unit: String)
    /// A month in which no president of the United States is elected.
    case noElection(String)
    /// A reading without its number.
    case readingLacks(AskPlan.Reading, needed: String)
    /// A demanding posture whose sum could be read in several ways.
    case readingNotNamed
    /// A transactional posture without the numbers that its asks are mixed from.
    case mixtureLacks(needed: String)
    /// An ally whose deal follows its own.
    case ownPrecedent(String)
    /// Several allies and one series.
    case oneSeriesForMany(String)
    /// An ally that is the one that asks.
    case asksItself(String)
    /// An ally with stages of its own that is not among those asked.
    case notAsked(String)
    /// A ratio that every ally has passed already; the lowest of them.
    case askNotAboveRatios(ask: Double, ally: String, percent: Double, year: Int)
    /// A date at which no agreement had been negotiated yet.
    case asOfBeforeFirstRound(asOf: String, first: String)
    /// A target that has passed.
    case targetNotAfterAsOf(target: Int, asOf: String)
    /// A game's parameter that only an agreement has a value for, without one.
    case gameWithoutAgreement
    /// A round that the agreement cannot be about.
    case round(NegotiationError)
    /// Neither an agreement nor a ratio.
    case nothingToProject
    /// An assumption that cannot be so.
    case assumption(AssumptionError)
  }

  /// The key: `agreement.expires`; empty for the value itself.
  public let path: String
  /// What is wrong.
  public let problem: Problem

  /// An error.
  ///
  /// - Parameters:
  ///   - path: the key, from where the value was read.
  ///   - problem: what is wrong.
  public init(_ path: String, _ problem: Problem) {
    self.path = path
    self.problem = problem
  }

  /// The same error, seen from further up.
  ///
  /// - Parameter key: the key under which the value stands.
  /// - Returns: the error with the longer path.
  public func under(_ key: String) -> ScenarioError {
    ScenarioError(path.isEmpty ? key : "\(key).\(path)", problem)
  }
}

extension ScenarioError: CustomStringConvertible {
  /// One line: the key, what is wrong, and what was expected.
  public var description: String { (path.isEmpty ? "" : "\(path): ") + problem.description }
}

extension ScenarioError.Problem: CustomStringConvertible {
  /// What is wrong, and what was expected.
  public var description: String {
    switch self {
    case .outOfRange(let value, let expected): "\(numeral(value)) is out of range; expected \(expected)"
    case .unknownAlly(let code, let nearest, let known):
      "unknown ally '\(code)'" + (nearest.map { "; did you mean '\($0)'?" } ?? "")
        + (known.isEmpty
          ? "; expected a code of three capital letters (ISO 3166-1), such as JPN"
          : "; known: \(known.joined(separator: ", "))")
    case .unknownMoneyUnit(let symbol):
      "'\(symbol)' is no unit of money; expected a currency such as USD, and _M, _100M, _BN or _TN after it"
    case .wrongUnit(let unit, let expected): "the amount is in \(unit); expected \(expected)"
    case .noExchangeRate(let currency, let known):
      "no exchange rate for \(currency); give it under exchange_rates"
        + (known.isEmpty ? "" : " (known: \(known.joined(separator: ", ")))")
    case .monthMissing(let date): "'\(date)' names no month; expected a date such as 2027-03"
    case .notIncreasing(let earlier, let later): "\(later) does not come after \(earlier)"
    case .tooFarApart(let earlier, let later, let years):
      "\(earlier) lies more than \(years) years before \(later)"
    case .empty(let what): "there is nothing in '\(what)'"
    case .repeated(let what): "'\(what)' appears twice"
    case .expiryBeforeStart(let expires, let start):
      "the agreement ends in \(expires), before talks begin in \(start)"
    case .expiryBeforeAsOf(let expires, let asOf):
      "the agreement ended in \(expires), before the as-of date \(asOf); say 'lapsed: true' if nothing followed it"
    case .notLapsedYet(let expires, let asOf):
      "the agreement runs to \(expires), beyond the as-of date \(asOf): it has not lapsed"
    case .baseNotBefore(let year, let first):
      "the last amount is of \(year), which does not come before the first year of the agreement, \(first)"
    case .askBelowBase(let ask, let base, let unit, let posture):
      "an ask of \(numeral(ask.rounded())) \(unit) is not above the last amount, \(numeral(base)), "
        + "which a \(posture) posture would exceed"
    case .offerOutside(let offer, let lower, let upper, let unit):
      "an offer of \(numeral(offer)) \(unit) is not between half of the last amount, \(numeral(lower)), "
        + "and what is asked for, \(numeral(upper.rounded()))"
    case .noElection(let date):
      "no president of the United States is elected in \(date); expected November of a year divisible by four"
    case .readingLacks(let reading, let needed): "the reading '\(reading.rawValue)' needs '\(needed)'"
    case .readingNotNamed:
      "a demanding posture names its reading: hns-items, us-paid, both-sides, fixed or percent"
    case .mixtureLacks(let needed): "the asks of a transactional posture need '\(needed)'"
    case .ownPrecedent(let ally): "\(ally) cannot be its own precedent"
    case .oneSeriesForMany(let series): "'\(series)' is one series for several allies; put {ally} into it"
    case .asksItself(let ally): "\(ally) is the one that asks; name allies that are asked"
    case .notAsked(let ally): "\(ally) is not among the allies of the scenario"
    case .askNotAboveRatios(let ask, let ally, let percent, let year):
      "an ask of \(numeral(ask)) percent is not above what any of the allies spends: the least is "
        + "\(numeral((percent * 100).rounded() / 100)) "
        + "of \(ally) in \(year)"
    case .asOfBeforeFirstRound(let asOf, let first):
      "\(asOf) lies before the first round, agreed in \(first): there is no record to learn from"
    case .targetNotAfterAsOf(let target, let asOf):
      "the target year \(target) does not come after the as-of date \(asOf)"
    case .gameWithoutAgreement: "'median' and 'probability' are those of an agreement, and there is none"
    case .round(.unknownRound(let name, let nearest)):
      "unknown round '\(name)'"
        + (nearest.map { "; did you mean '\($0)'?" } ?? "; 'burdenshare data rounds' lists them all")
    case .round(let error): error.description
    case .nothingToProject: "there is neither 'agreement' nor 'ratio': nothing to project"
    case .assumption(let error): error.description
    }
  }
}
