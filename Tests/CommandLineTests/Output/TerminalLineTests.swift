import Testing

@testable import BurdenShareCLI

struct TerminalLineTests {
  @Test func aMessageBeginsALineOfItsOwn() {
    var written: [String] = []
    let line = TerminalLine { written.append($0) }
    line.say("first")
    line.show("512 series")
    line.say("series 'b' failed")
    line.say("series 'c' failed")
    line.show("1024 series")
    line.wipe()
    line.wipe()
    #expect(
      written == [
        "first\n", "\r512 series\u{1B}[K", "\r\u{1B}[K", "series 'b' failed\n", "series 'c' failed\n",
        "\r1024 series\u{1B}[K", "\r\u{1B}[K",
      ])
  }
}
