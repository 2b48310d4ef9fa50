/// The SHA-256 digest (FIPS 180-4) by which files are told apart.
///
/// Written here because the package that offers it builds for over a minute, and a file's hash is eighty lines.
package struct SHA256 {
  private var state = SHA256.initial
  private var schedule = [UInt32](repeating: 0, count: 64)
  /// Bytes that do not fill a block yet.
  private var pending: [UInt8] = []
  private var length: UInt64 = 0

  /// The digest of nothing so far.
  package init() {}

  /// The digest of some bytes.
  ///
  /// - Parameter message: the bytes.
  /// - Returns: 64 hexadecimal digits.
  package static func hexadecimal(_ message: [UInt8]) -> String {
    var digest = SHA256()
    digest.add(message)
    return digest.hexadecimal()
  }

  /// The digest of a file, read chunk by chunk.
  ///
  /// - Parameter path: of the file.
  /// - Returns: 64 hexadecimal digits.
  /// - Throws: ``DataError`` when it cannot be read.
  package static func hexadecimal(file path: String) throws(DataError) -> String {
    let source = try ByteSource(path)
    var digest = SHA256()
    while true {
      let chunk = Array(try source.next())
      if chunk.isEmpty { return digest.hexadecimal() }
      digest.add(chunk)
    }
  }

  /// Takes in more bytes.
  ///
  /// - Parameter bytes: those that follow.
  package mutating func add(_ bytes: [UInt8]) {
    length += UInt64(bytes.count)
    var start = 0
    if !pending.isEmpty {
      start = min(64 - pending.count, bytes.count)
      pending += bytes[..<start]
      guard pending.count == 64 else { return }
      let block = pending
      pending.removeAll(keepingCapacity: true)
      block.withUnsafeBufferPointer { compress($0, 0) }
    }
    bytes.withUnsafeBufferPointer { bytes in
      while bytes.count - start >= 64 {
        compress(bytes, start)
        start += 64
      }
    }
    pending += bytes[start...]
  }

  /// The digest of all bytes taken in.
  ///
  /// - Returns: 64 hexadecimal digits.
  package func hexadecimal() -> String {
    var last = self
    let bits = length * 8
    var padding: [UInt8] = [0x80]
    padding += [UInt8](repeating: 0, count: (119 - pending.count) % 64)
    for byte in 0..<8 { padding.append(UInt8(truncatingIfNeeded: bits >> (56 - 8 * UInt64(byte)))) }
    last.add(padding)
    return last.state.map { word in
      let digits = String(word, radix: 16)
      return String(repeating: "0", count: 8 - digits.count) + digits
    }.joined()
  }

  private mutating func compress(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) {
    schedule.withUnsafeMutableBufferPointer { w in
      for t in 0..<16 {
        let place = start + 4 * t
        let high = UInt32(bytes[place]) << 24 | UInt32(bytes[place + 1]) << 16
        w[t] = high | UInt32(bytes[place + 2]) << 8 | UInt32(bytes[place + 3])
      }
      for t in 16..<64 {
        let s0 = Self.rotate(w[t - 15], 7) ^ Self.rotate(w[t - 15], 18) ^ (w[t - 15] >> 3)
        let s1 = Self.rotate(w[t - 2], 17) ^ Self.rotate(w[t - 2], 19) ^ (w[t - 2] >> 10)
        w[t] = w[t - 16] &+ s0 &+ w[t - 7] &+ s1
      }
      var (a, b, c, d) = (state[0], state[1], state[2], state[3])
      var (e, f, g, h) = (state[4], state[5], state[6], state[7])
      Self.constants.withUnsafeBufferPointer { constants in
        for t in 0..<64 {
          let s1 = Self.rotate(e, 6) ^ Self.rotate(e, 11) ^ Self.rotate(e, 25)
          let first = h &+ s1 &+ ((e & f) ^ (~e & g)) &+ constants[t] &+ w[t]
          let s0 = Self.rotate(a, 2) ^ Self.rotate(a, 13) ^ Self.rotate(a, 22)
          let second = s0 &+ ((a & b) ^ (a & c) ^ (b & c))
          (h, g, f, e) = (g, f, e, d &+ first)
          (d, c, b, a) = (c, b, a, first &+ second)
        }
      }
      let words: [UInt32] = [a, b, c, d, e, f, g, h]
      for index in 0..<8 { state[index] = state[index] &+ words[index] }
    }
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
