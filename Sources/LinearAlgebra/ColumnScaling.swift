/// Powers of two that bring the columns of a design to a like size.
///
/// Each column is divided by the power of two at or below its largest element: the result lies within -2 ... 2, and
/// nothing is rounded, unless elements of one column differ by more than the whole range of a `Double`.
struct ColumnScaling: Equatable, Sendable {
  private let exponents: [Int]

  init(of design: Matrix) {
    let rows = design.shape.rows
    exponents = stride(from: 0, to: design.elements.count, by: rows).map { start in
      let largest = design.elements[start..<start + rows].reduce(0) { max($0, $1.magnitude) }
      return largest == 0 ? 0 : Int(largest.exponent)
    }
  }

  /// The design with scaled columns.
  func scaled(_ design: Matrix) -> Matrix {
    let rows = design.shape.rows
    return Matrix(
      design.shape,
      finite: design.elements.indices.map { scaled(design.elements[$0], by: -exponents[$0 / rows]) })
  }

  /// A new row of the design, scaled; its elements may overflow when they dwarf the design's.
  func scaled(_ row: [Double]) -> [Double] {
    zip(row, exponents).map { scaled($0, by: -$1) }
  }

  /// Coefficients of the design itself from those of the scaled one.
  func unscaled(_ coefficients: [Double]) -> [Double] { scaled(coefficients) }

  /// (X'X)⁻¹ from X (X'X)⁻¹ of the scaled design.
  func unscaledCovariance(_ spreads: Matrix) throws(LinearAlgebraError) -> Matrix {
    let columns = try (0..<spreads.shape.columns).map { (column) throws(LinearAlgebraError) in
      try spreads.column(column)
    }
    let size = columns.count
    var result = [Double](repeating: 0, count: size * size)
    for column in 0..<size {
      for row in column..<size {
        let product = compensatedDot(columns[row], columns[column])
        result[column * size + row] = scaled(product, by: -exponents[row] - exponents[column])
      }
    }
    return try Matrix(
      Shape(rows: size, columns: size), resultOf: "covariance", result.mirroringLower(size: size))
  }

  private func scaled(_ number: Double, by exponent: Int) -> Double {
    Double(sign: .plus, exponent: exponent, significand: number)
  }
}
