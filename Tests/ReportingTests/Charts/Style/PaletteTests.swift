import Testing

@testable import Reporting

struct PaletteTests {
  /// The relative luminance of a colour, WCAG 2.2.
  private func luminance(_ color: String) -> Double {
    let digits = Array(color.dropFirst())
    let parts = [0, 2, 4].map { Double(Int(String(digits[$0...($0 + 1)]), radix: 16) ?? 0) / 255 }
    let linear = parts.map { part -> Double in
      guard part > 0.04045 else { return part / 12.92 }
      let base = (part + 0.055) / 1.055
      // The power 2.4 by its neighbours 2 and 2.5 is close enough to compare lightness.
      return base * base * base.squareRoot().squareRoot() * base.squareRoot().squareRoot().squareRoot()
    }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }

  private func contrast(_ one: String, _ other: String) -> Double {
    let (a, b) = (luminance(one), luminance(other))
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  @Test func textCanBeRead() {
    // WCAG 2.2 asks 4.5 of text.
    #expect(contrast(Palette.ink, Palette.paper) > 7)
    #expect(contrast(Palette.quiet, Palette.paper) > 4.5)
  }

  @Test func linesDifferInDashAndSymbolToo() {
    #expect(Set(Palette.strokes.map(\.dash)).count == Palette.strokes.count)
    #expect(Set(Palette.strokes.map(\.shape)).count == Palette.strokes.count)
    #expect(Set(Palette.strokes.map(\.color)).count == Palette.strokes.count)
  }

  @Test func narrowerBandsAreDarker() {
    for count in 1...7 {
      let lightness = Palette.bands(count).map(luminance)
      #expect(lightness.count == count)
      #expect(zip(lightness, lightness.dropFirst()).allSatisfy { $0 >= $1 })
    }
    #expect(contrast(Palette.bands(2)[0], Palette.bands(2)[1]) > 1.5)
  }

  @Test func theMedianStandsOutFromEveryBand() {
    for band in Palette.bands(3).dropLast() { #expect(contrast(Palette.centre, band) > 3) }
  }
}
