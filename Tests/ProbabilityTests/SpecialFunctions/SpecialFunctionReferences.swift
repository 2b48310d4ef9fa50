import Testing

/// The part of `References/distributions.json` that concerns the pieces of the densities.
struct SpecialFunctionReferences: Decodable {
  struct Tables: Decodable {
    var logarithm_remainder: [[Double]]
    var stirling_remainder: [[Double]]
    var gamma_half_step_ratio: [[Double]]
  }

  var special_functions: Tables
  var temme_coefficients: [String]

  static func load() throws -> SpecialFunctionReferences {
    try References.load("distributions", as: SpecialFunctionReferences.self)
  }
}
