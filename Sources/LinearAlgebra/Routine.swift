/// Runs a LAPACK routine that wants a workspace: asks it for the size, then calls it with that much.
///
/// - Parameters:
///   - name: the routine, for the error.
///   - call: gets the workspace and its length, -1 when the routine is to answer the best length in its first element.
/// - Throws: `routineFailed` when `info` is not zero; `tooLarge` when the workspace does not fit a BLAS integer.
func withWorkspace(
  _ name: String, _ call: (_ work: UnsafeMutablePointer<Double>, _ length: Int32) -> Int32
) throws(LinearAlgebraError) {
  var best = 0.0
  try succeed(name, call(&best, -1))
  guard let length = Int32(exactly: max(1, best)) else {
    throw .tooLarge(size: Int(exactly: best) ?? .max)
  }
  var work = [Double](repeating: 0, count: Int(length))
  try succeed(name, call(&work, length))
}

/// Turns the `info` of a LAPACK routine that is not zero into an error.
func succeed(_ name: String, _ info: Int32) throws(LinearAlgebraError) {
  guard info == 0 else { throw .routineFailed(name: name, info: Int(info)) }
}

extension Shape {
  /// The number of rows as BLAS takes it; `Shape` refuses what does not fit.
  var m: Int32 { Int32(truncatingIfNeeded: rows) }
  /// The number of columns as BLAS takes it; `Shape` refuses what does not fit.
  var n: Int32 { Int32(truncatingIfNeeded: columns) }
}
