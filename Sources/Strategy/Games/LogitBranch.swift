internal import LinearAlgebra

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The equations of the logit response in log-odds, and the walk along their solutions.
///
/// Unknown are z_ij = ln(p_ij/p_i0) for every player i and strategy j > 0, and λ; the equations are
/// z_ij - λ (u_ij(p) - u_i0(p)) = 0. Only differences of a player's own payoffs count, so they are taken exactly before
/// anything is rounded, and each player has an own unit: the largest of them.
struct LogitBranch {
  private let sizes: [Int]
  private let profiles: [[Int]]
  /// For each profile what everyone's strategy gives more than the first one would, in the player's unit.
  private let gains: [[Double]]
  /// Each player's unit over the largest of them.
  private let shares: [Double]
  /// The largest unit; λ is counted in one over it, so that units of payoffs make no difference.
  private let unit: Double
  /// Where each player's log-odds begin in the vector of unknowns.
  private let starts: [Int]
  private let count: Int

  init(_ game: NormalFormGame) throws(StrategyError) {
    sizes = game.sizes
    let total = sizes.reduce(0, +)
    guard total <= 64 else { throw .tooMany(.strategies, maximum: 64, actual: total) }
    profiles = game.payoffs.indices.map(game.profile(at:))
    let differences = game.payoffs.indices.map { index in
      game.players.indices.map { player in
        game.payoffs[index][player] - game.payoffs[game.index(index, player: player, playing: 0)][player]
      }
    }
    let units = game.players.indices.map { player -> Rational in
      differences.reduce(.zero) { max($0, $1[player], -$1[player]) }
    }
    let largest = units.max() ?? .zero
    gains = try differences.map { row throws(StrategyError) in
      try zip(row, units).map { difference, unit throws(StrategyError) in try Self.ratio(difference, unit) }
    }
    shares = try units.map { unit throws(StrategyError) in try Self.ratio(unit, largest) }
    unit = largest.isZero ? 1 : try Self.ratio(largest, .one)
    var starts: [Int] = []
    var next = 0
    for size in sizes {
      starts.append(next)
      next += size - 1
    }
    self.starts = starts
    count = next
  }

  /// A ratio rounded once; nothing over nothing is nothing.
  private static func ratio(_ top: Rational, _ bottom: Rational) throws(StrategyError) -> Double {
    guard !bottom.isZero else { return 0 }
    guard let value = try top.divided(by: bottom).approximation else { throw .notRepresentable(.payoffs) }
    return value
  }

  func responses(at precisions: [Double]) throws(StrategyError) -> [LogitResponse] {
    var found: [LogitResponse] = []
    var point = [Double](repeating: 0, count: count + 1)
    var tangent = point
    tangent[count] = 1
    var step = 0.01
    var spent = 0
    while found.count < precisions.count {
      let wanted = precisions[found.count] * unit
      guard wanted.isFinite else { throw .notRepresentable(.precision) }
      if point[count] == wanted || count == 0 {
        found.append(try response(point, precision: precisions[found.count]))
        continue
      }
      spent += 1
      guard spent <= LogitResponse.stepLimit else {
        throw .workLimit(.quantalResponse, steps: LogitResponse.stepLimit)
      }
      let scales = scales(at: point)
      guard let direction = direction(at: point, along: tangent, scales) else {
        // A fork exactly here: a point a little farther on is no fork.
        for place in point.indices { point[place] += 1e-6 * tangent[place] * scales[place] }
        continue
      }
      let guess = point.indices.map { point[$0] + step * direction[$0] * scales[$0] }
      guard let next = corrected(guess, across: direction, scales) else {
        step *= 0.5
        guard step > 1e-12 else { throw .workLimit(.quantalResponse, steps: spent) }
        continue
      }
      if next[count] >= wanted, point[count] < wanted {
        // The crossing: Newton at this λ from the chord.
        let share = (wanted - point[count]) / (next[count] - point[count])
        var start = zip(point, next).map { $0 + share * ($1 - $0) }
        start[count] = wanted
        var upwards = [Double](repeating: 0, count: count + 1)
        upwards[count] = 1
        guard var settled = corrected(start, across: upwards, scales) else {
          step *= 0.5
          guard step > 1e-12 else { throw .workLimit(.quantalResponse, steps: spent) }
          continue
        }
        settled[count] = wanted
        found.append(try response(settled, precision: precisions[found.count]))
        point = settled
        tangent = direction
        continue
      }
      point = next
      tangent = direction
      step = min(step * 1.3, 1)
    }
    return found
  }

  /// What a step of one is for each unknown: one, and far out, where log-odds grow in proportion to λ, a tenth of it.
  private func scales(at point: [Double]) -> [Double] {
    var scales = [Double](repeating: max(1, 0.1 * point[count].magnitude), count: count + 1)
    for (start, size) in zip(starts, sizes) where size > 1 {
      let own = start..<start + size - 1
      let farthest = own.reduce(0) { max($0, point[$1].magnitude) }
      for place in own { scales[place] = max(1, 0.1 * farthest) }
    }
    return scales
  }

  private func response(_ point: [Double], precision: Double) throws(StrategyError) -> LogitResponse {
    let probabilities = probabilities(point)
    guard probabilities.joined().allSatisfy(\.isFinite) else { throw .notRepresentable(.probabilities) }
    return LogitResponse(precision: precision, probabilities: probabilities)
  }

  private func probabilities(_ point: [Double]) -> [[Double]] {
    sizes.indices.map { player in
      let odds = [0] + point[starts[player]..<starts[player] + sizes[player] - 1]
      let highest = odds.max() ?? 0
      let weights = odds.map { exp($0 - highest) }
      let total = weights.reduce(0, +)
      return weights.map { $0 / total }
    }
  }

  /// The tangent that leads on in the sense of the last one, in steps of the scales: J v = 0 with v along it.
  private func direction(at point: [Double], along last: [Double], _ scales: [Double]) -> [Double]? {
    let (_, jacobian) = equations(point, scales)
    var right = [Double](repeating: 0, count: count + 1)
    right[count] = 1
    guard let solution = Self.solve(jacobian + [last], right) else { return nil }
    let length = solution.reduce(0) { $0 + $1 * $1 }.squareRoot()
    guard length.isFinite, length > 0, length < 1e8 else { return nil }
    return solution.map { $0 / length }
  }

  /// Newton's method in the plane across a direction; `nil` when it does not settle near by.
  private func corrected(_ guess: [Double], across direction: [Double], _ scales: [Double]) -> [Double]? {
    var point = guess
    var size = Double.infinity
    for _ in 0..<12 {
      let (values, jacobian) = equations(point, scales)
      guard values.allSatisfy(\.isFinite) else { return nil }
      // The diagonal turns a row's value into steps of its own unknown; near a fork these settle, the changes do not.
      let residual = values.indices.reduce(0) { max($0, (values[$1] / jacobian[$1][$1]).magnitude) }
      if residual < 1e-12 { return point }
      guard let change = Self.solve(jacobian + [direction], values.map { -$0 } + [0])
      else { return nil }
      for place in point.indices { point[place] += change[place] * scales[place] }
      let moved = point.indices.reduce(0) { max($0, (point[$1] - guess[$1]).magnitude / scales[$1]) }
      guard moved <= 0.5 else { return nil }
      size = change.reduce(0) { max($0, $1.magnitude) }
      if size < 1e-12 { return point }
    }
    // Where rounding keeps Newton moving, it may do so in digits that are not printed.
    return size < 1e-10 ? point : nil
  }

  private static func solve(_ rows: [[Double]], _ right: [Double]) -> [Double]? {
    // A singular matrix is a fork, which the caller steps over; nothing is hidden by it.
    guard let matrix = try? Matrix(rows: rows), let factors = try? QRFactorization(matrix) else { return nil }
    return try? factors.solve(right)
  }

  /// The equations' values and their derivatives by every unknown in steps of the scales.
  ///
  /// A player's rows are divided by how many units of payoff λ counts, so that no player's rounding hides another's.
  private func equations(
    _ point: [Double], _ scales: [Double]
  ) -> (values: [Double], jacobian: [[Double]]) {
    let mixture = probabilities(point)
    var values = [Double](repeating: 0, count: count)
    var jacobian = [[Double]](repeating: [Double](repeating: 0, count: count + 1), count: count)
    for player in sizes.indices where sizes[player] > 1 {
      let (own, cross) = expectations(of: player, mixture)
      let precision = point[count] * shares[player]
      let weight = 1 / max(1, precision.magnitude)
      for strategy in 1..<sizes[player] {
        let row = starts[player] + strategy - 1
        values[row] = weight * (point[row] - precision * own[strategy])
        jacobian[row][row] = weight * scales[row]
        jacobian[row][count] = -weight * shares[player] * own[strategy] * scales[count]
        for other in sizes.indices where other != player && sizes[other] > 1 {
          let gains = cross[other][strategy]
          let mean = zip(mixture[other], gains).reduce(0) { $0 + $1.0 * $1.1 }
          for choice in 1..<sizes[other] {
            let column = starts[other] + choice - 1
            let slope = mixture[other][choice] * (gains[choice] - mean)
            jacobian[row][column] -= weight * precision * slope * scales[column]
          }
        }
      }
    }
    return (values, jacobian)
  }

  /// What a player's strategies are expected to give more than the first, by own and each other player's strategy.
  private func expectations(
    of player: Int, _ mixture: [[Double]]
  ) -> (own: [Double], cross: [[[Double]]]) {
    var own = [Double](repeating: 0, count: sizes[player])
    var cross = sizes.map { size in
      [[Double]](repeating: [Double](repeating: 0, count: size), count: sizes[player])
    }
    for (profile, gain) in zip(profiles, gains) {
      let value = gain[player]
      let strategy = profile[player]
      var weight = 1.0
      for other in sizes.indices where other != player { weight *= mixture[other][profile[other]] }
      own[strategy] += weight * value
      for other in sizes.indices where other != player {
        var rest = 1.0
        for third in sizes.indices where third != player && third != other {
          rest *= mixture[third][profile[third]]
        }
        cross[other][strategy][profile[other]] += rest * value
      }
    }
    return (own, cross)
  }
}
