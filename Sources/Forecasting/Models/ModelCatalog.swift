internal import Series

/// The models that commands know, in the order in which they are listed.
public enum ModelCatalog {
  /// Every model with its standard options.
  public static let standard: [any TrendModel] = [
    Mean(),
    Naive(),
    Drift(),
    LinearTrend(),
    LogLinearTrend(),
    QuadraticTrend(),
    TheilSen(),
    Piecewise(),
    SimpleExponentialSmoothing(),
    Holt(),
    DampedTrend(),
    ExponentialSmoothing(),
    LocalLevel(),
    LocalTrend(),
    AutoArima(),
    Theta(),
    OptimisedTheta(),
    DynamicOptimisedTheta(),
    ComplexSmoothing(),
    ShrunkenTheta(),
    Combination.standard,
    Auto(),
  ]

  /// The models that need other series beside the one that is forecast, here still without them.
  public static let withOthers: [any TrendModel] = [Regression([]), VectorAutoregression([])]

  /// The model of a name.
  ///
  /// - Parameter name: such as `drift`.
  /// - Returns: the model with its standard options.
  /// - Throws: ``CatalogError/unknownModel(_:nearest:)`` with the closest known name.
  public static func model(named name: String) throws(CatalogError) -> any TrendModel {
    if let model = (standard + withOthers).first(where: { type(of: $0).identifier.name == name }) {
      return model
    }
    throw .unknownModel(name, nearest: nearestName(to: name, among: names + othersNames))
  }

  /// The names of the models that need no other series.
  public static var names: [String] { standard.map { type(of: $0).identifier.name } }

  private static var othersNames: [String] { withOthers.map { type(of: $0).identifier.name } }
}

/// Why a model is not found.
public enum CatalogError: Error, Sendable, Equatable {
  /// No model has this name; the nearest one is close enough to be meant, or `nil`.
  case unknownModel(String, nearest: String?)
}

extension CatalogError: CustomStringConvertible {
  /// One line that names the nearest model.
  public var description: String {
    switch self {
    case .unknownModel(let name, let nearest):
      "unknown model '\(name)'" + (nearest.map { "; did you mean '\($0)'?" } ?? "")
    }
  }
}
