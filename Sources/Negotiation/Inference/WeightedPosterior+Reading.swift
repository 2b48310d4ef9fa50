import Probability

extension WeightedPosterior {
  /// The mean, deviation, 5 % and 95 % points and median of a number made from each point.
  ///
  /// A quantile is the middle of the cumulated weights, linear between points.
  ///
  /// - Parameter values: one for each point, finite.
  /// - Returns: the five numbers.
  func spread(of values: [Double]) -> CoefficientSummary.Spread {
    CoefficientSummary.Spread(values, weights: weights)
  }

  /// Equally weighted points: systematic resampling, then a shuffle.
  ///
  /// The points are put in the order of a key, and the k-th of K is taken where the cumulated weights pass (k + 1/2)/K: the
  /// sample is stratified along the key. The shuffle has a fixed seed, so that neighbours are not alike and the order is the
  /// same each time.
  ///
  /// - Parameters:
  ///   - count: how many are taken.
  ///   - key: one number for each point.
  /// - Returns: places of points, one of them as often as its weight demands.
  func resampled(to count: Int, orderedBy key: [Double]) -> [Int] {
    let order = key.indices.sorted { (key[$0], $0) < (key[$1], $1) }
    var chosen: [Int] = []
    chosen.reserveCapacity(count)
    var cumulated = 0.0
    for place in order {
      cumulated += weights[place]
      while chosen.count < count, (Double(chosen.count) + 0.5) / Double(count) <= cumulated {
        chosen.append(place)
      }
    }
    // The weights may add up to a little less than one.
    if let last = order.last { while chosen.count < count { chosen.append(last) } }
    return Self.shuffled(chosen)
  }

  /// Fisher and Yates's shuffle with a fixed seed.
  private static func shuffled(_ places: [Int]) -> [Int] {
    var places = places
    var random = CounterSequence(CounterGenerator(seed: 0x7365_7474_6c65, stream: 1))
    for i in stride(from: places.count - 1, to: 0, by: -1) {
      places.swapAt(i, Int(random.nextUniform() * Double(i + 1)))
    }
    return places
  }
}

extension CoefficientSummary.Spread {
  /// The mean, deviation, 5 % and 95 % points and median of weighted values.
  ///
  /// - Parameters:
  ///   - values: finite, at least one.
  ///   - weights: one for each value, their sum one.
  init(_ values: [Double], weights: [Double]) {
    var mean = 0.0
    for i in values.indices { mean += weights[i] * values[i] }
    var variance = 0.0
    for i in values.indices { variance += weights[i] * (values[i] - mean) * (values[i] - mean) }
    let order = values.indices.sorted { values[$0] < values[$1] }
    var points: [Double] = []
    var cumulated = 0.0
    var previous: (middle: Double, value: Double)?
    let levels = [0.05, 0.5, 0.95]
    for place in order {
      let middle = cumulated + 0.5 * weights[place]
      cumulated += weights[place]
      while points.count < levels.count, levels[points.count] <= middle {
        let level = levels[points.count]
        if let previous, middle > previous.middle {
          let share = (level - previous.middle) / (middle - previous.middle)
          points.append(previous.value + share * (values[place] - previous.value))
        } else {
          points.append(values[place])
        }
      }
      previous = (middle, values[place])
    }
    while points.count < levels.count { points.append(previous?.value ?? mean) }
    self.init(
      mean: mean, standardDeviation: variance.squareRoot(), lower: points[0], median: points[1],
      upper: points[2])
  }
}
