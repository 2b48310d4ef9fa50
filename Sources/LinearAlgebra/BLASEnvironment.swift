internal import COpenBLAS

/// The OpenBLAS that the process runs on.
///
/// OpenBLAS picks its kernels by processor when it is loaded (the environment variable `OPENBLAS_CORETYPE` forces
/// one), so last digits differ between machines; these facts belong beside any number that is to be repeated.
public enum BLASEnvironment {
  /// Makes every BLAS call run in the calling thread.
  ///
  /// The matrices here are small, and parallelism is over series and draws: threads within a call would only contend.
  /// Call it once, before the first product.
  public static func useSingleThread() { openblas_set_num_threads(1) }

  /// The version and the build options, as OpenBLAS reports them.
  public static var configuration: String { text(openblas_get_config()) }

  /// The kernel in use, for example `Haswell`.
  public static var coreName: String { text(openblas_get_corename()) }

  /// The number of threads that a BLAS call may use.
  public static var threadCount: Int { Int(openblas_get_num_threads()) }

  private static func text(_ pointer: UnsafeMutablePointer<CChar>?) -> String {
    pointer.map { String(cString: $0).trimmingSuffix(" ") } ?? "unknown"
  }
}

extension String {
  fileprivate func trimmingSuffix(_ character: Character) -> String {
    var result = self
    while result.last == character { result.removeLast() }
    return result
  }
}
