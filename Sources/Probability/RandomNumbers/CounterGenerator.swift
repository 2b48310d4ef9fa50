#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Random numbers that depend on a seed, a stream and an index, and on nothing else.
///
/// Philox4x32-10: ten rounds of multiply, exchange and add turn a 128-bit counter under a 64-bit key into 128 random
/// bits. The key is the seed; the low half of the counter is the block index, the high half the stream. A draw can
/// therefore be made in any order, on any thread, and again later.
///
/// A block is two 64-bit words; word i is half i mod 2 of block i/2, and `uniform(at:)` and `normal(at:)` use word i.
///
/// Source: Salmon, Moraes, Dror & Shaw (2011), "Parallel random numbers: as easy as 1, 2, 3", SC '11.
public struct CounterGenerator: Sendable, Hashable {
  /// What the experiment is repeated with.
  public let seed: UInt64
  /// What tells one use of the seed from another: a series, a model, a simulated future.
  public let stream: UInt64

  /// The generator of one stream of one seed; every pair is valid.
  public init(seed: UInt64, stream: UInt64) {
    self.seed = seed
    self.stream = stream
  }

  /// 128 random bits: four words of 32, the first of them first in the published test vectors too.
  public func block(_ index: UInt64) -> SIMD4<UInt32> {
    var (c0, c1) = (UInt32(truncatingIfNeeded: index), UInt32(truncatingIfNeeded: index >> 32))
    var (c2, c3) = (UInt32(truncatingIfNeeded: stream), UInt32(truncatingIfNeeded: stream >> 32))
    var (k0, k1) = (UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32))
    for _ in 0..<10 {
      let first = UInt64(c0) &* 0xD251_1F53
      let second = UInt64(c2) &* 0xCD9E_8D57
      (c0, c2) = (
        UInt32(truncatingIfNeeded: second >> 32) ^ c1 ^ k0,
        UInt32(truncatingIfNeeded: first >> 32) ^ c3 ^ k1
      )
      (c1, c3) = (UInt32(truncatingIfNeeded: second), UInt32(truncatingIfNeeded: first))
      k0 &+= 0x9E37_79B9
      k1 &+= 0xBB67_AE85
    }
    return SIMD4(c0, c1, c2, c3)
  }

  /// 64 random bits, the earlier 32 of the block lowest.
  public func word(at index: UInt64) -> UInt64 {
    let block = block(index >> 1)
    return index & 1 == 0 ? Self.word(block.x, block.y) : Self.word(block.z, block.w)
  }

  /// A number strictly between 0 and 1, one of the 2⁵² odd multiples of 2⁻⁵³.
  ///
  /// The grid is symmetric about ½, so `1 - u` is another draw of the same kind, without rounding.
  public func uniform(at index: UInt64) -> Double {
    Self.uniform(word(at: index))
  }

  /// The first numbers of the stream at once: two for each block, as `uniform(at:)` gives them one by one.
  ///
  /// - Parameter numbers: overwritten; number i is `uniform(at: i)`.
  public func fill(_ numbers: UnsafeMutableBufferPointer<Double>) {
    for first in stride(from: 0, to: numbers.count, by: 2) {
      let block = block(UInt64(first) >> 1)
      numbers[first] = Self.uniform(Self.word(block.x, block.y))
      if first + 1 < numbers.count { numbers[first + 1] = Self.uniform(Self.word(block.z, block.w)) }
    }
  }

  /// A standard normal draw, the normal quantile of `uniform(at:)`; between -8.21 and 8.21.
  public func normal(at index: UInt64) -> Double {
    standardNormalQuantile(uniform(at: index))
  }

  static func word(_ low: UInt32, _ high: UInt32) -> UInt64 {
    UInt64(high) << 32 | UInt64(low)
  }

  static func uniform(_ word: UInt64) -> Double {
    // 53 significant bits hold k + ½ for every k below 2⁵².
    (Double(word >> 12) + 0.5) * 0x1p-52
  }
}
