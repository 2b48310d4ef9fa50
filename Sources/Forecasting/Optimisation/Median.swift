/// The median by selection; the array is left in another order.
///
/// - Parameter values: at least one, none of them NaN.
/// - Returns: the middle value, or the mean of the two.
func median(_ values: inout [Double]) -> Double { values.withUnsafeMutableBufferPointer { median($0) } }

/// The median by selection; the values are left in another order.
///
/// Hoare's selection with the middle element as pivot: the work grows with the number of values, not with their sorting.
///
/// - Parameter values: at least one, none of them NaN.
/// - Returns: the middle value, or the mean of the two.
func median(_ values: UnsafeMutableBufferPointer<Double>) -> Double {
  let half = values.count / 2
  let upper = select(half, values)
  if values.count % 2 == 1 { return upper }
  // Everything before the place is now no larger than it.
  var lower = values[0]
  for index in 1..<max(half, 1) { lower = max(lower, values[index]) }
  return lower + (upper - lower) / 2
}

/// The median of values of which something is known: exact where it lies in the range searched, `nil` elsewhere.
///
/// Selection spends its time on comparisons that no processor can foresee. One pass that gathers the values near the
/// median, without a branch, leaves few to select from.
///
/// - Parameters:
///   - values: at least two, none of them NaN; left as they are.
///   - guess: about the median.
///   - reach: how far from it the median is looked for.
///   - scratch: as many places as values.
/// - Returns: what ``median(_:)`` gives, or `nil` where that is not in guess ± reach.
func median(
  _ values: UnsafeBufferPointer<Double>, near guess: Double, reach: Double,
  scratch: UnsafeMutableBufferPointer<Double>
) -> Double? {
  let (low, high) = (guess - reach, guess + reach)
  var (below, kept) = (0, 0)
  for value in values {
    scratch[kept] = value
    let isBelow = one(value < low)
    below &+= isBelow
    kept &+= one(value <= high) &- isBelow
  }
  let half = values.count / 2
  let rank = half - below
  let isEven = values.count % 2 == 0
  guard rank >= (isEven ? 1 : 0), rank < kept else { return nil }
  let upper = select(rank, UnsafeMutableBufferPointer(rebasing: scratch[..<kept]))
  guard isEven else { return upper }
  var lower = scratch[0]
  for index in 1..<max(rank, 1) { lower = max(lower, scratch[index]) }
  return lower + (upper - lower) / 2
}

/// One for true, as an addition and never as a jump that the processor would have to foresee.
@inline(__always)
private func one(_ condition: Bool) -> Int {
  Int(truncatingIfNeeded: unsafeBitCast(condition, to: UInt8.self))
}

/// Brings the value of a rank to its place in ascending order, none larger before it.
@inline(__always)
private func select(_ rank: Int, _ values: UnsafeMutableBufferPointer<Double>) -> Double {
  var (low, high) = (0, values.count)
  while high &- low > 1 {
    let (first, middle, last) = (values[low], values[low &+ (high &- low) / 2], values[high &- 1])
    let pivot = max(min(first, last), min(max(first, last), middle))
    // Two passes, so that equal values, which a bootstrap has in plenty, are done with at once.
    var place = low
    for index in low..<high {
      let value = values[index]
      values[index] = values[place]
      values[place] = value
      place &+= one(value < pivot)
    }
    if rank < place {
      high = place
      continue
    }
    low = place
    for index in low..<high {
      let value = values[index]
      values[index] = values[place]
      values[place] = value
      place &+= one(value <= pivot)
    }
    if rank < place { return pivot }
    low = place
  }
  return values[rank]
}
