import Testing

@testable import LinearAlgebra

@Suite struct BLASEnvironmentTests {
  @Test func describesItself() {
    #expect(BLASEnvironment.configuration.hasPrefix("OpenBLAS"))
    #expect(!BLASEnvironment.coreName.isEmpty && BLASEnvironment.coreName != "unknown")
  }

  @Test func runsInOneThreadWhenAsked() {
    BLASEnvironment.useSingleThread()
    #expect(BLASEnvironment.threadCount == 1)
  }
}
