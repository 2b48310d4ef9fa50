internal import LinearAlgebra

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The equations of the logit response in log-odds, and the walk along their solutions.
///
/// Unknown are z_ij = ln(p_ij/p_i0) for every player i and strategy j > 0, and λ; the equations are
/// z_ij - λ (u_ij(p) - u_i0(p)) = 0.
struct LogitBranch {
  private let sizes: [Int]
  private let profiles: [[Int]]
  private let payoffs: [[Double]]
  /// Where each player's log-odds begin in the vector of unknowns.
  private let starts: [Int]
  private let count: Int

  init(_ game: NormalFormGame) throws(StrategyError) {
    sizes = game.sizes
    let total = sizes.reduce(0, +)
    guard total <= 64 else { throw .tooMany(.strategies, maximum: 64, actual: total) }
    profiles = game.payoffs.indices.map(game.profile(at:))
    var numbers: [[Double]] = []
    for row in game.payoffs {
      let row = row.map(\.approximation)
      guard row.allSatisfy({ $0?.magnitude ?? .infinity < 1e100 }) else { throw .notRepresentable(.payoffs) }
      numbers.append(row.map { $0 ?? 0 })
    }
    payoffs = numbers
    var starts: [Int] = []
    var next = 0
    for size in sizes {
      starts.append(next)
      next += size - 1
    }
    self.starts = starts
    count = next
  }

  func responses(at precisions: [Double]) throws(StrategyError) -> [LogitResponse] {
    var found: [LogitResponse] = []
    var point = [Double](repeating: 0, count: count + 1)
    var tangent = point
    tangent[count] = 1
    var step = 0.01
    var spent = 0
    // Steps are measured in log-odds and in λ times the payoffs' range, so that units of payoffs make no difference.
    let range = (payoffs.joined().max() ?? 0) - (payoffs.joined().min() ?? 0)
    let unit = range > 0 ? range : 1
    while found.count < precisions.count {
      let wanted = precisions[found.count] * unit
      if point[count] == wanted || count == 0 {
        found.append(try response(point, precision: precisions[found.count]))
        continue
      }
      spent += 1
      guard spent <= LogitResponse.stepLimit else {
        throw .workLimit(.quantalResponse, steps: LogitResponse.stepLimit)
      }
      guard let direction = direction(at: point, along: tangent, unit: unit) else {
        // A fork exactly here: a point a little farther on is no fork.
        for place in point.indices { point[place] += 1e-6 * tangent[place] }
        continue
      }
      let guess = zip(point, direction).map { $0 + step * $1 }
      guard let next = corrected(guess, across: direction, unit: unit, distance: max(0.5, 0.1 * step)) else {
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
        let settled = corrected(start, across: upwards, unit: unit, distance: 10)
        guard let settled else {
          step *= 0.5
          guard step > 1e-12 else { throw .workLimit(.quantalResponse, steps: spent) }
          continue
        }
        found.append(try response(settled, precision: precisions[found.count]))
        point = settled
        tangent = direction
        continue
      }
      point = next
      tangent = direction
      // Far out the branch is nearly straight: log-odds grow in proportion to λ.
      step = min(step * 1.3, max(1, 0.1 * point[count].magnitude))
    }
    return found
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

  /// The tangent that leads on in the sense of the last one: J v = 0 with v along it.
  private func direction(at point: [Double], along last: [Double], unit: Double) -> [Double]? {
    let (_, jacobian) = equations(point, unit: unit)
    var right = [Double](repeating: 0, count: count + 1)
    right[count] = 1
    guard let solution = Self.solve(jacobian + [last], right) else { return nil }
    let length = solution.reduce(0) { $0 + $1 * $1 }.squareRoot()
    guard length.isFinite, length > 0, length < 1e8 else { return nil }
    return solution.map { $0 / length }
  }

  /// Newton's method in the plane across a direction; `nil` when it does not settle near by.
  private func corrected(
    _ guess: [Double], across direction: [Double], unit: Double, distance: Double
  ) -> [Double]? {
    var point = guess
    for _ in 0..<12 {
      let (values, jacobian) = equations(point, unit: unit)
      let size = values.reduce(0) { max($0, $1.magnitude) }
      guard size.isFinite else { return nil }
      if size < 1e-12 * max(1, point.reduce(0) { max($0, $1.magnitude) }) { return point }
      guard let change = Self.solve(jacobian + [direction], values.map { -$0 } + [0]) else { return nil }
      for place in point.indices { point[place] += change[place] }
      let moved = zip(point, guess).reduce(0) { max($0, ($1.0 - $1.1).magnitude) }
      guard moved <= distance else { return nil }
    }
    let (values, _) = equations(point, unit: unit)
    return values.allSatisfy { $0.magnitude < 1e-8 * max(1, point[count].magnitude) } ? point : nil
  }

  private static func solve(_ rows: [[Double]], _ right: [Double]) -> [Double]? {
    // A singular matrix is a fork, which the caller steps over; nothing is hidden by it.
    guard let matrix = try? Matrix(rows: rows), let factors = try? QRFactorization(matrix) else { return nil }
    return try? factors.solve(right)
  }

  /// The equations' values and their derivatives by every unknown, λ in units of one over the payoffs' range.
  private func equations(_ point: [Double], unit: Double) -> (values: [Double], jacobian: [[Double]]) {
    let mixture = probabilities(point)
    let precision = point[count]
    var values = Array(point.prefix(count))
    var jacobian = (0..<count).map { row in (0...count).map { $0 == row ? 1.0 : 0.0 } }
    for player in sizes.indices where sizes[player] > 1 {
      let (own, cross) = expectations(of: player, mixture, unit: unit)
      for strategy in 1..<sizes[player] {
        let row = starts[player] + strategy - 1
        let gain = own[strategy] - own[0]
        values[row] -= precision * gain
        jacobian[row][count] = -gain
        for other in sizes.indices where other != player && sizes[other] > 1 {
          let gains = zip(cross[other][strategy], cross[other][0]).map { $0 - $1 }
          let mean = zip(mixture[other], gains).reduce(0) { $0 + $1.0 * $1.1 }
          for choice in 1..<sizes[other] {
            jacobian[row][starts[other] + choice - 1] -=
              precision * mixture[other][choice] * (gains[choice] - mean)
          }
        }
      }
    }
    return (values, jacobian)
  }

  /// A player's expected payoffs by own strategy, and by own and each other player's strategy.
  private func expectations(
    of player: Int, _ mixture: [[Double]], unit: Double
  ) -> (own: [Double], cross: [[[Double]]]) {
    var own = [Double](repeating: 0, count: sizes[player])
    var cross = sizes.map { size in
      [[Double]](repeating: [Double](repeating: 0, count: size), count: sizes[player])
    }
    for (profile, payoff) in zip(profiles, payoffs) {
      let value = payoff[player] / unit
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
