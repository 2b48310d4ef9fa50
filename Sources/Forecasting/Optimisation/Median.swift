/// The median by selection; the array is left in another order.
///
/// Hoare's selection with the middle element as pivot: the work grows with the number of values, not with their sorting.
///
/// - Parameter values: at least one, none of them NaN.
/// - Returns: the middle value, or the mean of the two.
func median(_ values: inout [Double]) -> Double {
  let half = values.count / 2
  let upper = select(half, &values)
  if values.count % 2 == 1 { return upper }
  // Everything before the place is now no larger than it.
  let lower = values[0..<half].reduce(values[0]) { max($0, $1) }
  return lower + (upper - lower) / 2
}

/// Brings the value of a rank to its place in ascending order, smaller ones before it.
private func select(_ rank: Int, _ values: inout [Double]) -> Double {
  var (low, high) = (0, values.count - 1)
  while low < high {
    let pivot = values[low + (high - low) / 2]
    var (left, right) = (low, high)
    while left <= right {
      while values[left] < pivot { left += 1 }
      while values[right] > pivot { right -= 1 }
      if left <= right {
        values.swapAt(left, right)
        left += 1
        right -= 1
      }
    }
    if rank <= right {
      high = right
    } else if rank >= left {
      low = left
    } else {
      break
    }
  }
  return values[rank]
}
