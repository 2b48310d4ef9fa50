/// A game in normal form: every player picks a strategy at once, and a profile of picks gives everyone a payoff.
///
/// Payoffs are exact. Profiles are counted with the last player's strategy running fastest.
///
/// Edge Cases:
///
/// - Two players at least, with one strategy each at least; names are not empty and differ.
/// - ``profileLimit`` profiles, ``strategyLimit`` strategies of a player and ``bitLimit`` bits a payoff at most, so that no
///   search below runs without end.
///
/// Source: Osborne & Rubinstein (1994), A Course in Game Theory, chapter 2.
public struct NormalFormGame: Equatable, Sendable {
  /// The most profiles.
  public static let profileLimit = 4096
  /// The most strategies of one player.
  public static let strategyLimit = 64
  /// The most bits of a payoff's numerator or denominator.
  public static let bitLimit = 256
  /// The decimal digits that these bits hold.
  public static let digitLimit = 77

  /// The players' names.
  public let players: [String]
  /// For each player the names of the strategies.
  public let strategies: [[String]]
  /// For each profile everyone's payoffs.
  public let payoffs: [[Rational]]

  /// How far apart two profiles are that differ by one in a player's strategy.
  let strides: [Int]

  /// A game.
  ///
  /// - Parameters:
  ///   - players: names.
  ///   - strategies: for each player, names.
  ///   - payoffs: for each profile, the last player's strategy running fastest, everyone's payoffs.
  /// - Throws: `tooFew`, `tooMany`, `duplicate`, `lengthMismatch`, `tooManyDigits`.
  public init(
    players: [String], strategies: [[String]], payoffs: [[Rational]]
  ) throws(StrategyError) {
    strides = try Self.strides(players: players, strategies: strategies)
    let count = strategies.reduce(1) { $0 * $1.count }
    guard payoffs.count == count else {
      throw .lengthMismatch(.profiles, expected: count, actual: payoffs.count)
    }
    for row in payoffs {
      guard row.count == players.count else {
        throw .lengthMismatch(.payoffs, expected: players.count, actual: row.count)
      }
      for payoff in row where payoff.bitWidth > Self.bitLimit {
        throw .tooManyDigits(maximum: Self.digitLimit)
      }
    }
    self.players = players
    self.strategies = strategies
    self.payoffs = payoffs
  }

  /// A game of two players from two tables.
  ///
  /// - Parameters:
  ///   - players: two names.
  ///   - strategies: the rows' and the columns' names.
  ///   - row: the first player's payoffs, row by row.
  ///   - column: the second player's.
  /// - Throws: as the other initialiser.
  public init(
    players: [String], strategies: [[String]], row: [[Rational]], column: [[Rational]]
  ) throws(StrategyError) {
    let (first, second) = (row.flatMap(\.self), column.flatMap(\.self))
    guard first.count == second.count else {
      throw .lengthMismatch(.payoffs, expected: first.count, actual: second.count)
    }
    try self.init(players: players, strategies: strategies, payoffs: zip(first, second).map { [$0, $1] })
  }

  /// Refuses names and numbers of players and strategies that no game can have, before its payoffs are read.
  ///
  /// - Parameters:
  ///   - players: names.
  ///   - strategies: for each player, names.
  /// - Throws: as the initialisers.
  public static func requireShape(players: [String], strategies: [[String]]) throws(StrategyError) {
    _ = try strides(players: players, strategies: strategies)
  }

  /// The strides of the profiles, once names and numbers are found in order.
  static func strides(players: [String], strategies: [[String]]) throws(StrategyError) -> [Int] {
    guard players.count >= 2 else { throw .tooFew(.players, minimum: 2, actual: players.count) }
    guard strategies.count == players.count else {
      throw .lengthMismatch(.strategies, expected: players.count, actual: strategies.count)
    }
    try requireDistinct(players, .players)
    var strides: [Int] = []
    var count = 1
    for names in strategies.reversed() {
      guard !names.isEmpty else { throw .tooFew(.strategies, minimum: 1, actual: 0) }
      guard names.count <= strategyLimit else {
        throw .tooMany(.strategies, maximum: strategyLimit, actual: names.count)
      }
      try requireDistinct(names, .strategies)
      strides.append(count)
      count *= names.count
      guard count <= profileLimit else { throw .tooMany(.profiles, maximum: profileLimit, actual: count) }
    }
    return strides.reversed()
  }

  private static func requireDistinct(
    _ names: [String], _ argument: StrategyError.Argument
  ) throws(StrategyError) {
    var seen: Set<String> = []
    for name in names {
      guard !name.isEmpty else { throw .outside(argument, value: "without a name", allowed: "named") }
      guard seen.insert(name).inserted else { throw .duplicate(argument, name: name) }
    }
  }

  /// How many strategies each player has.
  public var sizes: [Int] { strategies.map(\.count) }

  /// The strategies of a profile by its place in ``payoffs``.
  public func profile(at index: Int) -> [Int] {
    zip(strides, sizes).map { index / $0 % $1 }
  }

  /// The names of a profile's strategies.
  public func names(ofProfileAt index: Int) -> [String] {
    zip(strategies, profile(at: index)).map { $0[$1] }
  }

  /// The profile in which one player's strategy is another.
  func index(_ index: Int, player: Int, playing strategy: Int) -> Int {
    index + (strategy - index / strides[player] % sizes[player]) * strides[player]
  }

  /// The profiles in which a player plays the first strategy: one for each choice of the others.
  func choicesOfOthers(than player: Int) -> [Int] {
    payoffs.indices.filter { $0 / strides[player] % sizes[player] == 0 }
  }

  /// A player's payoffs as the rows of a table: own strategies down, the other's across.
  ///
  /// - Parameter player: 0 or 1.
  /// - Returns: the table.
  /// - Throws: `notTwoPlayers`.
  func table(of player: Int) throws(StrategyError) -> [[Rational]] {
    guard players.count == 2 else { throw .notTwoPlayers(actual: players.count) }
    let other = 1 - player
    return (0..<sizes[player]).map { (own: Int) -> [Rational] in
      (0..<sizes[other]).map { (theirs: Int) -> Rational in
        payoffs[own * strides[player] + theirs * strides[other]][player]
      }
    }
  }
}
