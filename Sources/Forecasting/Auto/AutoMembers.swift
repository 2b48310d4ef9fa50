/// The members of `auto` on one scale, fitted.
///
/// Four from four values on: the theta average, the damped average, the mean yearly change shrunken towards zero and the
/// median yearly change. With three values only the two changes.
struct AutoMembers: Sendable, Equatable {
  let scale: PowerScale
  /// The values on the scale.
  let values: [Double]
  let theta: TemperedTheta?
  let holt: TemperedHolt?
  /// The mean change b times t²/(t² + 1), with t² = n b²/s², what the mean of n changes of variance s² is worth.
  let shrunkenChange: Double
  /// The median change, which one break in the record does not move.
  let medianChange: Double

  /// Fits the members.
  ///
  /// - Parameters:
  ///   - values: in the unit of the record; at least three.
  ///   - scale: on which they are fitted.
  init(_ values: [Double], scale: PowerScale) {
    let values = scale == .values ? values : values.map { scale.forward($0) }
    self.scale = scale
    self.values = values
    let isLongEnough = values.count >= 4
    theta = isLongEnough ? TemperedTheta(values) : nil
    holt = isLongEnough ? TemperedHolt(values) : nil
    let n = Double(values.count)
    var changes = zip(values.dropFirst(), values).map { $0 - $1 }
    let mean = changes.reduce(0, +) / (n - 1)
    let variance = changes.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (n - 1)
    let whole = n * mean * mean + variance
    shrunkenChange = whole > 0 ? mean * (n * mean * mean / whole) : 0
    medianChange = median(&changes)
  }

  /// How many members there are.
  var count: Int { theta == nil ? 2 : 4 }

  /// The forecasts of every member, in units of the record.
  ///
  /// - Parameters:
  ///   - paths: `count` paths of the same length, one after another; overwritten.
  ///   - years: the length of a path.
  func forecast(into paths: UnsafeMutableBufferPointer<Double>, years: Int) {
    var next = 0
    func path() -> UnsafeMutableBufferPointer<Double> {
      defer { next += years }
      return UnsafeMutableBufferPointer(rebasing: paths[next..<(next + years)])
    }
    theta?.forecast(into: path())
    holt?.forecast(into: path())
    let last = values[values.count - 1]
    for change in [shrunkenChange, medianChange] {
      let line = path()
      for step in line.indices { line[step] = last + Double(step + 1) * change }
    }
    if scale != .values {
      for index in 0..<next { paths[index] = scale.inverse(paths[index]) }
    }
  }

  /// The place of the first value that has an error of its own: the smoothing members start on those before it.
  var firstError: Int { theta == nil ? 1 : TemperedTheta.firstError(count: values.count) }

  /// The one-step errors of the smoothing members on average, of the two changes where there are none; the first value has
  /// none and counts as zero.
  var errors: [Double] {
    guard let theta, let holt else {
      let change = (shrunkenChange + medianChange) / 2
      return [0] + zip(values.dropFirst(), values).map { $0 - $1 - change }
    }
    var errors = zip(theta.errors(values), holt.errors(values)).map { ($0 + $1) / 2 }
    errors[0] = 0
    return errors
  }
}
