/// Why a negotiation cannot be read, fitted or projected.
public enum NegotiationError: Error, Sendable, Equatable {
  /// An amount that is zero, below, or not finite.
  case amountNotPositive(what: String, value: Double)
  /// A round that is to enter a fit without the facts that the fit needs.
  case useLacksFacts(round: String, use: Round.Use, needed: String)
  /// Two rounds of one name.
  case duplicateRound(String)
  /// No round of this name; the nearest one, if any is close.
  case unknownRound(String, nearest: String?)
  /// A round that a scenario cannot be about.
  case roundNotOpen(String, reason: String)
  /// A round whose result is on record, so that nothing about it can be sealed before it.
  case roundSettled(String, agreed: String)
  /// A parameter outside the range in which it means anything.
  case outOfRange(what: String, value: Double, expected: String)
  /// Fewer rounds than a fit needs.
  case tooFewRounds(fit: String, found: Int, needed: Int)
  /// A posterior whose weights fall on too few points to say anything.
  case noConvergence(fit: String, reason: String)
  /// A round that cannot be forecast as of a date before it was agreed.
  case notReplayable(round: String, reason: String)
}

extension NegotiationError: CustomStringConvertible {
  /// One line that says what is wrong, and what was expected.
  public var description: String {
    switch self {
    case .amountNotPositive(let what, let value): "\(what): \(value) is not a positive amount"
    case .useLacksFacts(let round, let use, let needed):
      "round '\(round)' is to enter the fit '\(use.rawValue)' and lacks what it needs: \(needed)"
    case .duplicateRound(let name): "round '\(name)' appears twice"
    case .unknownRound(let name, let nearest):
      "unknown round '\(name)'" + (nearest.map { "; did you mean '\($0)'?" } ?? "")
    case .roundNotOpen(let name, let reason): "round '\(name)' cannot be projected: \(reason)"
    case .roundSettled(let name, let agreed):
      "round '\(name)' was settled\(agreed.isEmpty ? "" : " on \(agreed)"): this is a hindcast, and --seal takes "
        + "forecasts made before the result"
    case .outOfRange(let what, let value, let expected):
      "\(what): \(value) is out of range; expected \(expected)"
    case .tooFewRounds(let fit, let found, let needed):
      "\(fit): \(found) rounds are known at the date, at least \(needed) are needed"
    case .noConvergence(let fit, let reason): "\(fit): \(reason)"
    case .notReplayable(let round, let reason): "round '\(round)' cannot be replayed: \(reason)"
    }
  }
}
