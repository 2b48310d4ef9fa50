import Negotiation
import Series
import Strategy

extension ScenarioReader {
  /// The game that a scenario carries; its file is read, and every parameter that is bound must be one of it.
  func game(_ node: YAMLNode) -> GamePlan? {
    var reader = YAMLReader(node, "game", faults)
    let fileNode = reader.value("file")
    let file = reader.text(fileNode, "file")
    var bindings: [String: GamePlan.Binding] = [:]
    if let parameters = reader.value(ifPresent: "parameters") {
      guard let members = parameters.members else {
        faults.add(
          parameters.place,
          .wrongType(key: "parameters", found: parameters.kind, expected: "a group of keys"))
        return nil
      }
      for member in members {
        requireParameter(member, of: file)
        bindings[member.key] = binding(member.value, member.key, reader)
      }
    }
    reader.finish()
    guard !reader.hasFaults, let file, let fileNode else { return nil }
    do {
      _ = try package.gameFile(file)
    } catch {
      faults.add(
        fileNode.place, .notPossible(key: "file", found: "'\(file)'", expected: "a game; \(error)"))
      return nil
    }
    return GamePlan(file: file, parameters: bindings)
  }

  private func requireParameter(_ member: YAMLNode.Member, of file: String?) {
    // A file that cannot be read is a fault of its own.
    guard let file, let game = try? package.gameFile(file) else { return }
    let known = game.parameters.map(\.name)
    guard !known.contains(member.key) else { return }
    faults.add(
      member.keyPlace,
      .unknownKey(member.key, nearest: nearestName(to: member.key, among: known), known: known))
  }

  /// A number, or one of `assumption`, `median` and `probability` with a name.
  private func binding(_ node: YAMLNode, _ name: String, _ outer: YAMLReader) -> GamePlan.Binding? {
    guard node.members != nil else {
      guard let text = outer.text(node, name) else { return nil }
      guard (try? Rational(text: text)) != nil else {
        faults.add(
          node.place,
          .notPossible(
            key: name, found: "'\(text)'",
            expected: "a number, or 'assumption', 'median' or 'probability' with a name"))
        return nil
      }
      return .number(text)
    }
    var reader = YAMLReader(node, name, faults)
    let key = reader.value(ifPresent: "assumption")
    let quantity = reader.value(ifPresent: "median")
    let event = reader.value(ifPresent: "probability")
    reader.finish()
    guard !reader.hasFaults, [key, quantity, event].count(where: { $0 != nil }) == 1 else {
      if !reader.hasFaults {
        faults.add(
          node.place,
          .wrongType(
            key: name, found: node.kind, expected: "one of 'assumption', 'median' and 'probability'"))
      }
      return nil
    }
    if let key, let text = reader.text(key, "assumption") {
      do throws(AssumptionError) {
        return .assumption(try AssumptionCatalog.standard.assumption(text).key)
      } catch {
        faults.add(.scenario(key.place, ScenarioError("", .assumption(error))))
      }
    }
    if let quantity {
      return reader.word(quantity, "median", GamePlan.Quantity.self).map { .median($0) }
    }
    if let event {
      return reader.word(event, "probability", ProjectionEvent.self).map { .probability($0) }
    }
    return nil
  }
}
