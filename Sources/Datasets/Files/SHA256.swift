/// The SHA-256 digest (FIPS 180-4) by which the package's files are checked.
///
/// Written here because the package that offers it builds for over a minute, and a file's hash is sixty lines.
enum SHA256 {
  /// The digest of some bytes.
  ///
  /// - Parameter message: the bytes.
  /// - Returns: 64 hexadecimal digits.
  static func hexadecimal(_ message: [UInt8]) -> String {
    var state = initial
    var padded = message
    padded.append(0x80)
    padded.append(contentsOf: [UInt8](repeating: 0, count: (119 - message.count % 64) % 64))
    let bits = UInt64(message.count) * 8
    padded.append(contentsOf: (0..<8).map { UInt8(truncatingIfNeeded: bits >> (56 - 8 * UInt64($0))) })
    var schedule = [UInt32](repeating: 0, count: 64)
    for block in stride(from: 0, to: padded.count, by: 64) {
      compress(padded[block..<(block + 64)], &schedule, &state)
    }
    return state.map { word in
      let digits = String(word, radix: 16)
      return String(repeating: "0", count: 8 - digits.count) + digits
    }.joined()
  }

  private static func compress(_ block: ArraySlice<UInt8>, _ w: inout [UInt32], _ state: inout [UInt32]) {
    for t in 0..<16 {
      w[t] = (0..<4).reduce(0) { $0 << 8 | UInt32(block[block.startIndex + 4 * t + $1]) }
    }
    for t in 16..<64 {
      let s0 = rotate(w[t - 15], 7) ^ rotate(w[t - 15], 18) ^ (w[t - 15] >> 3)
      let s1 = rotate(w[t - 2], 17) ^ rotate(w[t - 2], 19) ^ (w[t - 2] >> 10)
      w[t] = w[t - 16] &+ s0 &+ w[t - 7] &+ s1
    }
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    for t in 0..<64 {
      let s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
      let first = h &+ s1 &+ ((e & f) ^ (~e & g)) &+ constants[t] &+ w[t]
      let s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
      let second = s0 &+ ((a & b) ^ (a & c) ^ (b & c))
      (h, g, f, e, d, c, b, a) = (g, f, e, d &+ first, c, b, a, first &+ second)
    }
    for (index, word) in [a, b, c, d, e, f, g, h].enumerated() { state[index] = state[index] &+ word }
  }

  private static func rotate(_ word: UInt32, _ count: UInt32) -> UInt32 {
    word >> count | word << (32 - count)
  }

  /// The first 64 primes' square roots (first eight) and cube roots: 32 bits of each fraction.
  private static let primes: [UInt32] = (2...311).filter { n in
    !(2..<n).contains { n % $0 == 0 }
  }.map { UInt32($0) }
  private static let initial: [UInt32] = primes.prefix(8).map { fraction(of: $0, power: 2) }
  private static let constants: [UInt32] = primes.map { fraction(of: $0, power: 3) }

  /// The first 32 bits of the fraction of a root, by bisection in whole numbers: exact.
  private static func fraction(of prime: UInt32, power: Int) -> UInt32 {
    let shift: UInt64 = 32
    var (low, high) = (UInt64(0), UInt64(32) << shift)
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if isBelowRoot(middle, prime, power, shift) { low = middle } else { high = middle }
    }
    return UInt32(truncatingIfNeeded: low)
  }

  /// Whether (x / 2^32)^power is at most the prime.
  private static func isBelowRoot(_ x: UInt64, _ prime: UInt32, _ power: Int, _ shift: UInt64) -> Bool {
    let value = UInt128(x)
    let target = UInt128(prime) << UInt128(shift * UInt64(power))
    return (1..<power).reduce(value) { product, _ in product * value } <= target
  }
}
