import Testing

struct TextComparisonTests {
  @Test func equalTextHasNoDifference() {
    #expect(TextComparison.difference("a,1\n", "a,1\n") == nil)
    #expect(TextComparison.difference("", "") == nil)
  }

  @Test func theFirstDifferentLineIsTold() {
    #expect(TextComparison.difference("a\nb\n", "a\nc\n") == "line 2: 'b', expected 'c'")
    #expect(TextComparison.difference("a\n", "") == "line 1: 'a', expected ''")
  }

  @Test func aMissingLineEndIsADifference() {
    #expect(TextComparison.difference("a", "a\n") == "line 2: nothing, expected ''")
  }

  @Test func aCarriageReturnIsADifference() {
    #expect(TextComparison.difference("a\r\n", "a\n") != nil)
  }

  @Test func numbersMustAgreeWithoutATolerance() {
    #expect(TextComparison.difference("x,1.0000001\n", "x,1\n") != nil)
  }

  @Test func numbersMayDifferByTheTolerance() {
    #expect(TextComparison.difference("x,1.0000001\n", "x,1\n", tolerance: 1e-6) == nil)
    #expect(TextComparison.difference("x,1.00001\n", "x,1\n", tolerance: 1e-6) != nil)
    #expect(TextComparison.difference("y,1\n", "x,1\n", tolerance: 1e-6) != nil)
    #expect(TextComparison.difference("x,\n", "x,1\n", tolerance: 1e-6) != nil)
    #expect(TextComparison.difference("x,1,2\n", "x,1\n", tolerance: 1e-6) != nil)
  }

  @Test func notANumberNeverAgrees() {
    #expect(TextComparison.difference("x,nan\n", "x,1\n", tolerance: 1e-6) != nil)
  }
}
