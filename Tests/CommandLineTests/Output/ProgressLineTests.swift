import Testing

@testable import BurdenShareCLI

struct ProgressLineTests {
  /// A clock that is set by hand, and what was written.
  private final class Terminal {
    var time = 100.0
    var written = ""
  }

  @Test func countsSeriesOnceTheRunIsLong() {
    let terminal = Terminal()
    let line = TerminalLine { terminal.written += $0 }
    var progress = ProgressLine(on: line, now: { terminal.time })
    terminal.time += 0.4
    progress.advance(512)
    progress.finish()
    #expect(terminal.written.isEmpty)
    terminal.time += 0.6
    progress.advance(488)
    #expect(terminal.written == "\r1000 series, 1000 a second \u{1B}[K")
    terminal.time += 0.1
    progress.advance(512)
    #expect(
      terminal.written == "\r1000 series, 1000 a second \u{1B}[K", "five times a second is often enough")
  }

  @Test func isWipedBeforeAMessageAndAtTheEnd() {
    let terminal = Terminal()
    let line = TerminalLine { terminal.written += $0 }
    var progress = ProgressLine(on: line, now: { terminal.time })
    terminal.time += 1
    progress.advance(512)
    terminal.written = ""
    line.say("burdenshare: series 'b': too short")
    #expect(terminal.written == "\r\u{1B}[Kburdenshare: series 'b': too short\n")
    terminal.time += 1
    progress.advance(512)
    terminal.written = ""
    progress.finish()
    progress.finish()
    #expect(terminal.written == "\r\u{1B}[K")
  }

  @Test func showsNothingWithoutATerminal() {
    let terminal = Terminal()
    var progress = ProgressLine(on: nil, now: { terminal.time })
    terminal.time += 10
    progress.advance(512)
    progress.finish()
    #expect(terminal.written.isEmpty)
  }
}
