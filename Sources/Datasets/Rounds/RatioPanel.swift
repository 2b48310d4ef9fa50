public import Series

extension DataPackage {
  /// The years of the pledge of Wales: 2 percent of gross domestic product within a decade.
  public static let walesYears = 2014...2024

  /// Defense spending of the NATO allies by NATO's count, in percent of gross domestic product, one series an ally.
  ///
  /// The United States, who ask, and Iceland, which has no forces, are not among them: 30 series of the 32 members.
  /// Allies that joined after 2014 are in it from the first year that NATO gives.
  ///
  /// - Parameter date: the date of knowledge, or `nil` for today's; values are those of the edition named in the
  ///   catalogue under any date.
  /// - Returns: the series, those without a value at the date left out.
  /// - Throws: ``DataError``.
  public func ratioPanel(asOf date: PartialDate? = nil) throws(DataError) -> [AnnualSeries] {
    var panel: [AnnualSeries] = []
    for entry in entries where entry.identifier.hasPrefix("nato-ratio-") && entry.economy != "USA" {
      do {
        panel.append(try series(entry.identifier, Selection(asOf: date)).series)
      } catch DataError.series(.noValues) {
        continue
      }
    }
    return panel
  }
}
