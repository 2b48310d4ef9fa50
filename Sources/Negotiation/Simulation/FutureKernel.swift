internal import Probability

/// What can be simulated: a future is a row of numbers and a set of events.
protocol FutureKernel: Sendable {
  /// How many numbers a row has.
  var width: Int { get }

  /// Simulates one future.
  ///
  /// - Parameters:
  ///   - numbers: of the draw.
  ///   - row: where ``width`` numbers go; on entry they are not initialised to anything in particular.
  /// - Returns: the events that happened, as bits.
  func simulate(_ numbers: DrawNumbers, into row: UnsafeMutablePointer<Double>) -> UInt32
}

extension AgreementKernel: FutureKernel {}
