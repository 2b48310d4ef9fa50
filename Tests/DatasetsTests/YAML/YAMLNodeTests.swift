import Testing

@testable import Datasets

@Suite struct YAMLNodeTests {
  private func node(_ text: String) throws -> YAMLNode {
    try YAMLComposer.compose(YAMLText(Array(text.utf8), file: "f"))
  }

  @Test func overlayReplacesKeyByKey() throws {
    let base = try node("a: 1\nb: {c: 2, d: [1, 2]}\n")
    let merged = base.overlaid(with: try node("b: {d: [3], e: 4}\nf: 5\n"))
    #expect(merged.paths == ["a", "b", "b.c", "b.d", "b.e", "f"])
    guard case .list(let elements) = merged.nearest(to: "b.d").content else { return #expect(Bool(false)) }
    #expect(elements.count == 1)
  }

  @Test func overlayWithNothingTakesAKeyAway() throws {
    let merged = try node("a: 1\nb: {c: 2}\n").overlaid(with: node("b: {c: }\nx:\n"))
    #expect(merged.paths == ["a", "b"])
  }

  @Test func nothingInWhatAnOverlayAddsIsNotThere() throws {
    let merged = try node("a: 1\nl: [2]\n").overlaid(with: node("b: {c: ~, d: 1}\nl: {x: }\n"))
    #expect(merged == merged.overlaid(with: try node("{}")))
    guard case .mapping(let members) = merged.nearest(to: "b").content,
      case .mapping(let others) = merged.nearest(to: "l").content
    else { return #expect(Bool(false)) }
    #expect(members.map(\.key) == ["d"] && others.isEmpty)
  }

  @Test func nearestGoesAsFarAsItCan() throws {
    let tree = try node("a:\n  b:\n    - c: 1\n")
    #expect(tree.nearest(to: "a.b.0.c").place == FilePlace("f", 3, 10))
    #expect(tree.nearest(to: "a.x.y").place == FilePlace("f", 2, 3))
    #expect(tree.nearest(to: "").place == tree.place)
  }
}
