internal import Series
internal import Strategy

/// One payoff of a game file: its expression, and where it stands.
struct GamePayoff: Sendable {
  let expression: PayoffExpression
  let place: FilePlace

  /// The payoff as a line in a parameter; a fault is told at its character.
  func affine(in parameter: String?, _ values: [String: Rational]) throws(DataError) -> AffineForm {
    do {
      return try expression.affine(in: parameter, values)
    } catch {
      throw Self.located(error, place)
    }
  }

  /// A strategy's error at the character that an expression's error names.
  private static func located(_ error: StrategyError, _ place: FilePlace) -> DataError {
    guard case .badExpression(let column, _) = error, let start = place.column else {
      return .strategy(place, error)
    }
    return .strategy(FilePlace(place.file, place.line, start + column - 1), error)
  }

  /// Reads the payoffs below a node, one level for each player.
  ///
  /// - Parameters:
  ///   - node: the strategies of the first of the sides.
  ///   - sides: the players whose strategies are still to come.
  ///   - players: all players.
  ///   - names: the parameters' names.
  ///   - payoffs: where the profiles go, the last player's strategy running fastest.
  ///   - faults: where faults go.
  static func read(
    _ node: YAMLNode, _ sides: [(name: String, strategies: [String])], of players: [String],
    _ names: [String],
    into payoffs: inout [[GamePayoff]], _ faults: YAMLFaults
  ) {
    guard let side = sides.first else {
      if let row = row(node, of: players, names, faults) { payoffs.append(row) }
      return
    }
    var reader = YAMLReader(node, "the strategies of \(side.name)", faults)
    for strategy in side.strategies {
      guard let below = reader.value(strategy) else { continue }
      read(below, Array(sides.dropFirst()), of: players, names, into: &payoffs, faults)
    }
    reader.finish()
  }

  private static func row(
    _ node: YAMLNode, of players: [String], _ names: [String], _ faults: YAMLFaults
  ) -> [GamePayoff]? {
    let expected = "a list of \(players.count) payoffs, one for each player"
    guard case .list(let elements) = node.content, elements.count == players.count else {
      let found: String =
        if case .list(let elements) = node.content { "a list of \(elements.count)" } else { node.kind }
      faults.add(node.place, .wrongType(key: "payoffs", found: found, expected: expected))
      return nil
    }
    return elements.compactMap { element -> GamePayoff? in
      guard case .scalar(let text, let isPlain) = element.content, !element.isNothing else {
        faults.add(
          element.place, .wrongType(key: "payoff", found: element.kind, expected: "a number or an expression")
        )
        return nil
      }
      // The characters of a quoted text begin behind its quotation mark.
      let place = FilePlace(
        element.place.file, element.place.line, element.place.column.map { isPlain ? $0 : $0 + 1 })
      do throws(StrategyError) {
        let expression = try PayoffExpression(text)
        for (name, column) in expression.names where !names.contains(name) {
          let meant = nearestName(to: name, among: names).map { "; did you mean '\($0)'?" } ?? ""
          faults.add(
            located(.badExpression(column: column, reason: "there is no parameter '\(name)'" + meant), place))
        }
        return GamePayoff(expression: expression, place: place)
      } catch {
        faults.add(located(error, place))
        return nil
      }
    }
  }
}
