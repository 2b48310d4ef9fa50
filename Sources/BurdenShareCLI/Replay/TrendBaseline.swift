import Datasets
import Forecasting
import Negotiation
import Series

/// The trend forecast that a replay is compared with: `auto` on the series of the round's amounts, cut at the date.
struct TrendBaseline {
  /// How many quantiles stand for the distribution.
  private static let quantiles = 199

  let package: DataPackage

  /// The equally weighted amounts of the forecast for a round's first year.
  ///
  /// - Parameters:
  ///   - round: the round.
  ///   - date: what was published later is not seen.
  /// - Returns: the amounts in ascending order, or why there are none.
  func amounts(for round: Round, asOf date: PartialDate) -> Result<[Double], CommandFailure> {
    guard let name = Self.series(of: round) else {
      return .failure(CommandFailure(.badData, "no series has amounts of \(round.ally) in \(round.unit)"))
    }
    do {
      let selection = Selection(excluded: [], asOf: date, first: nil, last: round.firstYear - 1)
      let series = try package.series(name, selection).series
      let complete = series.missingYears.isEmpty ? series : try series.interpolated
      guard let last = complete.observations.last?.year else {
        return .failure(CommandFailure(.badData, "series '\(name)' has no value by \(date)"))
      }
      let horizon = try Horizon(round.firstYear - last)
      let marginal = try TransformedModel(Auto()).fit(complete).predict(horizon).steps[horizon.years - 1]
      return .success(
        try (0..<Self.quantiles).map { try marginal.quantile((Double($0) + 0.5) / Double(Self.quantiles)) })
    } catch {
      return .failure(CommandFailure(error))
    }
  }

  private static func series(of round: Round) -> String? {
    switch (round.ally, round.unit.symbol) {
    case ("JPN", "JPY_100M"): "japan-hns"
    case ("KOR", "KRW_100M"): "korea-sma"
    case ("KOR", "USD_M"): "korea-sma-usd"
    default: nil
    }
  }
}
