/// A relation that holds in every year between series of a package, because some are computed from others.
public struct SeriesIdentity: Sendable, Equatable, CustomStringConvertible {
  /// The series of the relation, none of them superfluous; where one is computed from the rest, that one first.
  public let series: [String]
  /// The relation as a sentence: `'r' is 'a' over 'b'`.
  public let description: String
}

extension DataPackage {
  /// A relation between some of the package's series.
  ///
  /// Each series is a product of powers of those that it is computed from, down to those with figures of their own; a
  /// splice counts as one of these. Series whose powers depend linearly on each other determine each other.
  ///
  /// - Parameter names: series; those that the package does not have stand for themselves.
  /// - Returns: the first relation, or `nil` where any values could stand side by side.
  public func identity(among names: [String]) -> SeriesIdentity? {
    var kept: [(powers: [String: Double], shares: [String: Double])] = []
    var seen: Set<String> = []
    for name in names where seen.insert(name).inserted {
      var powers = powers(of: name, path: [])
      var shares = [name: 1.0]
      for other in kept {
        guard let pivot = other.powers.keys.min(), let own = powers[pivot], let power = other.powers[pivot]
        else { continue }
        Self.add(-own / power, other.powers, to: &powers)
        Self.add(-own / power, other.shares, to: &shares)
      }
      guard powers.isEmpty else {
        kept.append((powers, shares))
        continue
      }
      return identity(of: names.filter { shares[$0] != nil })
    }
    return nil
  }

  /// A relation in words.
  private func identity(of names: [String]) -> SeriesIdentity {
    for name in names {
      guard let entry = try? entry(name), case .derived(let derivation) = entry.origin else { continue }
      switch derivation {
      case .ratio(let above, let below, _, _) where Set(names) == [name, above, below]:
        return SeriesIdentity(
          series: [name, above, below], description: "'\(name)' is '\(above)' over '\(below)'")
      case .deflate(let nominal, let index, _, _) where Set(names) == [name, nominal, index]:
        return SeriesIdentity(
          series: [name, nominal, index], description: "'\(name)' is '\(nominal)' at the prices of '\(index)'"
        )
      default: continue
      }
    }
    let list = names.dropLast().map { "'\($0)'" }.joined(separator: ", ") + " and '\(names.last ?? "")'"
    let others = names.count > 2 ? "others" : "other"
    return SeriesIdentity(series: names, description: "any of \(list) follows from the \(others)")
  }

  /// The powers whose product a series is, apart from a factor.
  private func powers(of name: String, path: [String]) -> [String: Double] {
    guard !path.contains(name), let entry = try? entry(name), case .derived(let derivation) = entry.origin
    else { return [name: 1] }
    switch derivation {
    case .ratio(let above, let below, _, _), .deflate(let above, let below, _, _):
      var powers = powers(of: above, path: path + [name])
      Self.add(-1, self.powers(of: below, path: path + [name]), to: &powers)
      return powers.isEmpty ? [name: 1] : powers
    case .splice: return [name: 1]
    }
  }

  private static func add(_ factor: Double, _ powers: [String: Double], to sum: inout [String: Double]) {
    for (name, power) in powers {
      let total = sum[name, default: 0] + factor * power
      // Powers are whole numbers and their quotients, so that what is left of one by rounding is far below this.
      sum[name] = total.magnitude > 1e-9 ? total : nil
    }
  }
}
