import Testing

@testable import LinearAlgebra

@Suite struct RoutineTests {
  @Test func asksForTheSizeThenCalls() throws {
    var lengths: [Int32] = []
    try withWorkspace("routine") { work, length in
      if length == -1 { work[0] = 7 }
      lengths.append(length)
      return 0
    }
    #expect(lengths == [-1, 7])
  }

  @Test func givesAtLeastOneElement() throws {
    var last: Int32 = 0
    try withWorkspace("routine") { _, length in
      last = length
      return 0
    }
    #expect(last == 1)
  }

  @Test func refusesAWorkspaceBeyondBLAS() {
    #expect(throws: LinearAlgebraError.tooLarge(size: 3_000_000_000)) {
      try withWorkspace("routine") { work, _ in
        work[0] = 3e9
        return 0
      }
    }
  }

  @Test func reportsTheRoutineThatFailed() {
    #expect(throws: LinearAlgebraError.routineFailed(name: "dsyev", info: 3)) { try succeed("dsyev", 3) }
    #expect(throws: LinearAlgebraError.routineFailed(name: "dgesdd", info: -4)) {
      try withWorkspace("dgesdd") { _, length in length == -1 ? 0 : -4 }
    }
  }
}
