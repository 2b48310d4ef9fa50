/// The one-step errors of all nodes: their sizes and their shrunken correlations.
///
/// Variances are about the mean error with n - 1. Correlations r(ij) are shrunk to zero by the intensity
/// λ = Σ Var(r(ij)) / Σ r(ij)², i ≠ j, between 0 and 1 (Schäfer & Strimmer 2005, Statistical Applications in Genetics and
/// Molecular Biology 4, article 32, as used by Wickramasuriya, Athanasopoulos & Hyndman 2019).
///
/// Records with gaps: a correlation is taken over the years that both have errors in, and is zero with fewer than four of
/// them. As such correlations need not fit together, λ is then raised until the matrix is positive definite.
struct ErrorCovariance: Sendable, Equatable {
  /// The standard deviations of the errors, zero for a node with fewer than two.
  let deviations: [Double]
  /// λ.
  let intensity: Double
  /// The shrunken correlations, by rows.
  let correlations: [[Double]]

  /// The fewest common years of a correlation.
  static let fewestPairs = 4

  /// The covariance of some errors.
  ///
  /// - Parameter errors: for each node its errors by year.
  init(_ errors: [[Int: Double]]) {
    let count = errors.count
    var deviations = [Double](repeating: 0, count: count)
    for (node, values) in errors.enumerated() where values.count > 1 {
      let ordered = values.sorted { $0.key < $1.key }.map(\.value)
      deviations[node] = Self.moments(ordered).deviation
    }
    var raw = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
    var (noise, signal) = (0.0, 0.0)
    for i in 0..<count {
      for j in 0..<i {
        let years = errors[i].keys.filter { errors[j][$0] != nil }.sorted()
        guard years.count >= Self.fewestPairs else { continue }
        let left = Self.standardised(years.compactMap { errors[i][$0] })
        let right = Self.standardised(years.compactMap { errors[j][$0] })
        guard let left, let right else { continue }
        let n = Double(years.count)
        let products = zip(left, right).map { $0 * $1 }
        let correlation = products.reduce(0, +) / (n - 1)
        let mean = products.reduce(0, +) / n
        let squares = products.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        noise += n / ((n - 1) * (n - 1) * (n - 1)) * squares
        signal += correlation * correlation
        raw[i][j] = correlation
        raw[j][i] = correlation
      }
    }
    var intensity = signal > 0 ? min(max(noise / signal, 0), 1) : 1
    var shrunken = Self.shrunk(raw, intensity)
    while intensity < 1, !Self.isPositiveDefinite(shrunken) {
      intensity = min(intensity + 0.05, 1)
      shrunken = Self.shrunk(raw, intensity)
    }
    self.deviations = deviations
    self.intensity = intensity
    correlations = shrunken
  }

  private static func shrunk(_ raw: [[Double]], _ intensity: Double) -> [[Double]] {
    raw.enumerated().map { i, row in row.enumerated().map { j, r in i == j ? 1 : (1 - intensity) * r } }
  }

  private static func moments(_ values: [Double]) -> (mean: Double, deviation: Double) {
    let n = Double(values.count)
    let mean = values.reduce(0) { $0 + $1 / n }
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (mean, (squares / (n - 1)).squareRoot())
  }

  private static func standardised(_ values: [Double]) -> [Double]? {
    let (mean, deviation) = moments(values)
    guard deviation > 0, deviation.isFinite else { return nil }
    return values.map { ($0 - mean) / deviation }
  }

  /// Whether a Cholesky factor has a diagonal above a ten-thousandth: closer to singular no weight is trusted.
  private static func isPositiveDefinite(_ matrix: [[Double]]) -> Bool { lower(matrix, least: 1e-4) != nil }

  /// The Cholesky factor by rows, or `nil` where a diagonal element is not above the least.
  static func lower(_ matrix: [[Double]], least: Double = 0) -> [[Double]]? {
    var factor = [[Double]](repeating: [Double](repeating: 0, count: matrix.count), count: matrix.count)
    for i in matrix.indices {
      for j in 0...i {
        var sum = matrix[i][j]
        for k in 0..<j { sum -= factor[i][k] * factor[j][k] }
        if i == j {
          guard sum > least * least else { return nil }
          factor[i][i] = sum.squareRoot()
        } else {
          factor[i][j] = sum / factor[j][j]
        }
      }
    }
    return factor
  }
}
