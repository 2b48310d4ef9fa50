internal import Probability

/// What can be simulated: a future is a row of numbers and a set of events.
protocol FutureKernel: Sendable {
  /// How many numbers a row has.
  var width: Int { get }

  /// Simulates one future.
  ///
  /// - Parameters:
  ///   - numbers: of the draw.
  ///   - inputs: what the unknown inputs of the model are drawn with; everything else is chance, drawn with `numbers`.
  ///   - row: where ``width`` numbers go; on entry they are not initialised to anything in particular.
  /// - Returns: the events that happened, as bits.
  func simulate(
    _ numbers: DrawNumbers, under inputs: DrawNumbers, into row: UnsafeMutablePointer<Double>
  ) -> UInt32
}

extension FutureKernel {
  /// Simulates one future with inputs of its own.
  func simulate(_ numbers: DrawNumbers, into row: UnsafeMutablePointer<Double>) -> UInt32 {
    simulate(numbers, under: numbers, into: row)
  }
}

extension AgreementKernel: FutureKernel {}
