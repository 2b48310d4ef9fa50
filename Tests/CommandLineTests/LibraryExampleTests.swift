import Datasets
import Forecasting
import Foundation
import Testing

/// The README's example of the library, compiled and run.
struct LibraryExampleTests {
  @Test func theExampleOfTheReadmeForecasts() throws {
    // From here to the end as in the README, but for the place of the data.
    let package = try DataPackage(Program.data.path)
    let (series, _) = try package.series("japan-hns")
    let fit = try TransformedModel(DampedTrend()).fit(series)
    let expected = try fit.predict(Horizon(5))
    print(expected.steps[0].median, try expected.steps[0].interval(.ninetyFive))

    #expect(expected.steps.count == 5)
  }

  @Test func theReadmeShowsTheseLines() throws {
    let source = try String(contentsOf: URL(fileURLWithPath: #filePath), encoding: .utf8)
    let after = try #require(source.components(separatedBy: "the place of the data.\n").dropFirst().first)
    let lines = try #require(after.components(separatedBy: "\n\n").first)
    let example = lines.replacingOccurrences(of: "Program.data.path", with: "\"data\"")
      .split(separator: "\n").map { $0.drop { $0 == " " } }.joined(separator: "\n")
    let readme = try #require(DocumentedScript.documents.first).text
    #expect(readme.contains("```swift\nimport Datasets\nimport Forecasting\n\n\(example)\n```"))
  }
}
