import Forecasting
import Series

/// A member of a combination as `--members` writes it: `drift`, `drift:log`, `arima(2,1,0)`, `arima(0,1,1,c):log`.
struct MemberText {
  /// The text as it was given.
  let text: Substring
  private let name: Substring
  private let order: Substring?
  private let transform: Substring?

  /// Takes a text apart.
  ///
  /// - Parameter text: one member.
  /// - Throws: ``CommandFailure`` for a parenthesis that does not close.
  init(_ text: Substring) throws {
    self.text = text
    guard let open = text.firstIndex(of: "(") else {
      let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      (name, order, transform) = (parts[0], nil, parts.count == 2 ? parts[1] : nil)
      return
    }
    guard let close = text[open...].firstIndex(of: ")") else {
      throw CommandFailure(.usage, "member '\(text)' has no closing parenthesis")
    }
    let rest = text[text.index(after: close)...]
    guard rest.isEmpty || rest.first == ":" else {
      throw CommandFailure(
        .usage, "member '\(text)' goes on after its parenthesis", hint: "such as arima(0,1,1):log")
    }
    name = text[..<open]
    order = text[text.index(after: open)..<close]
    transform = rest.isEmpty ? nil : rest.dropFirst()
  }

  /// The members of a list: commas inside parentheses belong to an order.
  ///
  /// - Parameter list: joined by commas.
  /// - Returns: one text for each, empty ones too.
  static func split(_ list: String) -> [Substring] {
    var members: [Substring] = []
    var start = list.startIndex
    var isInside = false
    for index in list.indices {
      switch list[index] {
      case "(": isInside = true
      case ")": isInside = false
      case "," where !isInside:
        members.append(list[start..<index])
        start = list.index(after: index)
      default: break
      }
    }
    return members + [list[start...]]
  }

  /// The member.
  ///
  /// - Parameter outer: whether the combination as a whole is fitted under a transform.
  /// - Returns: the model with its order and transform.
  /// - Throws: ``CommandFailure`` for what is no member, or needs other series.
  func model(isTransformed outer: Bool) throws -> TransformedModel {
    var member = try ModelCatalog.model(named: String(name))
    guard type(of: member).identifier != Combination.identifier else {
      throw CommandFailure(.usage, "a combination cannot be a member of a combination")
    }
    guard !(member is Regression || member is VectorAutoregression) else {
      throw CommandFailure(
        .usage, "member '\(name)': a combination has no other series to hand on to a member",
        hint: "forecast with --model \(name) by itself")
    }
    if let order {
      guard type(of: member).identifier == AutoArima.identifier else {
        throw CommandFailure(.usage, "member '\(text)': only arima takes an order")
      }
      member = Arima(try OrderText.parse(order, in: "order of member"))
    }
    // One transform inside another would be a logarithm of a logarithm.
    guard !outer || (transform == nil && member.naturalTransform == .none) else {
      throw CommandFailure(
        .usage, "member '\(text)' has a transform of its own, which does not go with --transform",
        hint: "give the transform to each member, such as drift:log,naive:none, and leave --transform out")
    }
    return TransformedModel(member, transform: try transform.map { try TransformText.parse(String($0)) })
  }
}
