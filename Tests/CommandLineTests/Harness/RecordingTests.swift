import Testing

struct RecordingTests {
  @Test func nothingIsRecordedUnlessAsked() {
    #expect(Recording([:]) == .off)
    #expect(Recording(["BURDENSHARE_RECORD": ""]) == .off)
    #expect(Recording(["CI": "true"]) == .off)
  }

  @Test func recordingIsRefusedWhereNobodyLooks() {
    #expect(Recording(["BURDENSHARE_RECORD": "1"]) == .on)
    #expect(Recording(["BURDENSHARE_RECORD": "1", "CI": "false"]) == .on)
    #expect(Recording(["BURDENSHARE_RECORD": "1", "CI": "true"]) == .refused)
    #expect(Recording(["BURDENSHARE_RECORD": "1", "CI": "1"]) == .refused)
  }
}
