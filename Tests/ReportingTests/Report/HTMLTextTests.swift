import Reporting
import Testing

struct HTMLTextTests {
  @Test func nothingIsMarkup() {
    #expect(HTMLText.escaped("<a href=\"x\">&'\u{7}億円") == "&lt;a href=&quot;x&quot;&gt;&amp;&#39; 億円")
  }
}
