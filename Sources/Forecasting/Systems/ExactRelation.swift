internal import Series

/// A variable of a system that the others determine without error: a sum of their multiples and a constant on the scale of
/// the model, as they are, or by logarithms, which holds for products and ratios.
///
/// Such variables are refused under any scale: forecasts of them are those of fewer series, stated twice, and agree neither with
/// each other nor with paths.
struct ExactRelation: Equatable {
  /// The variable that follows from ``others``: the first of the system if it takes part, else the last that does.
  let place: Int
  /// The variables that it follows from.
  let others: [Int]

  /// What may be left of a variable, as a fraction of its size about its mean: ten digits of a file leave less.
  private static let tolerance = 1e-8

  /// Looks for a relation.
  ///
  /// - Parameters:
  ///   - columns: a variable each, on the scale of the model.
  ///   - scales: their transforms.
  init?(_ columns: [[Double]], _ scales: [Transform]) {
    let natural = zip(columns, scales).map { column, scale in column.map { scale.inverse($0) } }
    let all = Array(columns.indices)
    let positive = all.filter { place in natural[place].allSatisfy { $0 > 0 && $0.isFinite } }
    let logarithms = natural.map { column in column.map { Transform.log.forward($0) ?? 0 } }
    guard
      let found = Self.dependent(columns, all)
        ?? (natural.allSatisfy { $0.allSatisfy(\.isFinite) } ? Self.dependent(natural, all) : nil)
        ?? Self.dependent(logarithms, positive)
    else { return nil }
    self = found
  }

  private init(place: Int, others: [Int]) {
    self.place = place
    self.others = others
  }

  /// Takes each column out of those after it, the first variable last, until nothing is left of one.
  private static func dependent(_ columns: [[Double]], _ places: [Int]) -> ExactRelation? {
    let order = places.filter { $0 > 0 } + places.filter { $0 == 0 }
    var rests: [[Double]] = []
    // What each rest is made of, in multiples of the columns.
    var shares: [[Double]] = []
    for (index, place) in order.enumerated() {
      let years = columns[place].count
      // In as many dimensions as there are years any column is a sum of the others.
      guard index + 2 < years else { return nil }
      let largest = columns[place].reduce(0) { max($0, $1.magnitude) }
      guard largest > 0, largest.isFinite else { continue }
      let mean = columns[place].reduce(0) { $0 + $1 / largest / Double(years) }
      let centred = columns[place].map { $0 / largest - mean }
      let size = squares(centred)
      let rounding = 16 * Double.ulpOfOne
      let least = max(tolerance * tolerance * size, rounding * rounding * Double(years))
      var rest = centred
      var share = [Double](repeating: 0, count: order.count)
      share[index] = 1
      // Twice, for what rounding leaves of the first time.
      for _ in 0..<2 {
        for (other, earlier) in rests.enumerated() {
          let length = squares(earlier)
          guard length > 0 else { continue }
          let factor = zip(rest, earlier).reduce(0) { $0 + $1.0 * $1.1 } / length
          for year in rest.indices { rest[year] -= factor * earlier[year] }
          for part in share.indices { share[part] -= factor * shares[other][part] }
        }
      }
      guard squares(rest) > least else {
        let others = order.indices.filter { $0 != index && share[$0].magnitude > 1e-6 }
        return ExactRelation(place: place, others: others.map { order[$0] }.sorted())
      }
      rests.append(rest)
      shares.append(share)
    }
    return nil
  }

  private static func squares(_ values: [Double]) -> Double { values.reduce(0) { $0 + $1 * $1 } }
}
