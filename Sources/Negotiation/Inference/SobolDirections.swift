/// What a Sobol sequence is made from: for each coordinate a primitive polynomial and its first direction numbers.
///
/// Source: Joe & Kuo (2008), "Constructing Sobol sequences with better two-dimensional projections", SIAM Journal on
/// Scientific Computing 30, 2635-2654, table new-joe-kuo-6.
enum SobolDirections {
  /// The polynomials as bits, the highest power first; the first coordinate has none and is van der Corput's.
  static let polynomials: [UInt32] = [
    1, 3, 7, 11, 13, 19, 25, 37, 41, 47, 55, 59,
    61, 67, 91, 97, 103, 109, 115, 131, 137, 143, 145, 157,
  ]

  /// The first direction numbers, as many as the polynomial's degree.
  static let initial: [[UInt32]] = [
    [1],
    [1],
    [1, 3],
    [1, 3, 1],
    [1, 1, 1],
    [1, 1, 3, 3],
    [1, 3, 5, 13],
    [1, 1, 5, 5, 17],
    [1, 1, 5, 5, 5],
    [1, 1, 7, 11, 19],
    [1, 1, 5, 1, 1],
    [1, 1, 1, 3, 11],
    [1, 3, 5, 5, 31],
    [1, 3, 3, 9, 7, 49],
    [1, 1, 1, 15, 21, 21],
    [1, 3, 1, 13, 27, 49],
    [1, 1, 1, 15, 7, 5],
    [1, 3, 1, 15, 13, 25],
    [1, 1, 5, 5, 19, 61],
    [1, 3, 7, 11, 23, 15, 103],
    [1, 3, 7, 13, 13, 15, 69],
    [1, 1, 3, 13, 7, 35, 63],
    [1, 3, 5, 9, 1, 25, 53],
    [1, 3, 1, 13, 9, 35, 107],
  ]
}
