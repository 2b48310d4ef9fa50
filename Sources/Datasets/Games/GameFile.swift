internal import Series
public import Strategy

/// A game in a YAML file: players, their strategies, and payoffs that may be expressions of named parameters.
///
///     title: A dilemma
///     payoffs_are: ordinal
///     parameters: {payment: 3/2}
///     players:
///       - {name: Japan, strategies: [balance, pass]}
///       - {name: Korea, strategies: [balance, pass]}
///     payoffs:
///       balance:
///         balance: [3 + payment, 3 + payment]
///         pass: [1 + payment, 4]
///       pass:
///         balance: [4, 1 + payment]
///         pass: [2, 2]
///
/// Under `payoffs` stand the first player's strategies, under each the second's, and so on; every profile once.
public struct GameFile: Sendable {
  /// What the payoffs mean.
  public enum Scale: String, CaseIterable, Sendable {
    /// An order only: 4 is better than 3, not by how much.
    case ordinal
    /// Amounts: differences can be compared.
    case cardinal
  }

  /// A parameter and its value in the file.
  public struct Parameter: Equatable, Sendable {
    /// Its name.
    public let name: String
    /// Its value unless another is given.
    public let value: Rational
  }

  /// The file's name, without folder and ending.
  public let name: String
  /// One line.
  public let title: String
  /// What the file says about the game, if anything.
  public let note: String?
  /// What the payoffs mean.
  public let scale: Scale
  /// The parameters in the order of the file.
  public let parameters: [Parameter]
  /// The players.
  public let players: [String]
  /// Each player's strategies.
  public let strategies: [[String]]

  let payoffs: [[GamePayoff]]

  /// Reads a game.
  ///
  /// - Parameter path: the file, or `-` for standard input.
  /// - Throws: ``DataError`` with the place of the first fault.
  public init(_ path: String) throws(DataError) {
    let faults = YAMLFaults()
    let root = try YAMLComposer.read(path)
    var reader = YAMLReader(root, "the game", faults)
    name = path == "-" ? "standard input" : Self.name(of: path)
    let title = reader.text("title")
    note = reader.text(ifPresent: "note")
    let scale = reader.word("payoffs_are", Scale.self)
    let parameters = Self.parameters(reader.value(ifPresent: "parameters"), faults)
    let sides = Self.sides(reader.value("players"), faults)
    let table = reader.value("payoffs")
    reader.finish()
    guard let title, let scale, let sides, let table, faults.isEmpty else {
      throw faults.sorted.first ?? .yaml(root.place, .empty)
    }
    self.title = title
    self.scale = scale
    self.parameters = parameters
    players = sides.map(\.name)
    strategies = sides.map(\.strategies)
    do {
      // Numbers of players, strategies and profiles are refused before the payoffs are read.
      try NormalFormGame.requireShape(players: players, strategies: strategies)
    } catch {
      throw .strategy(root.nearest(to: "players").place, error)
    }
    var payoffs: [[GamePayoff]] = []
    GamePayoff.read(table, sides, of: players, parameters.map(\.name), into: &payoffs, faults)
    if let fault = faults.sorted.first { throw fault }
    self.payoffs = payoffs
  }

  static func name(of path: String) -> String {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    return file.lastIndex(of: ".").map { String(file[..<$0]) } ?? file
  }

  private static func parameters(_ node: YAMLNode?, _ faults: YAMLFaults) -> [Parameter] {
    guard let node else { return [] }
    let reader = YAMLReader(node, "parameters", faults)
    return (node.members ?? []).compactMap { member -> Parameter? in
      guard (try? PayoffExpression(member.key).names.map(\.name)) == [member.key] else {
        faults.add(
          member.keyPlace,
          .notPossible(
            key: "parameters", found: "'\(member.key)'", expected: "a name of letters, digits and _"))
        return nil
      }
      guard let text = reader.text(member.value, member.key) else { return nil }
      do throws(StrategyError) {
        return Parameter(name: member.key, value: try Rational(text: text))
      } catch {
        faults.add(.strategy(member.value.place, error))
        return nil
      }
    }
  }

  private static func sides(_ node: YAMLNode?, _ faults: YAMLFaults) -> [(
    name: String, strategies: [String]
  )]? {
    guard let node else { return nil }
    guard case .list(let elements) = node.content else {
      faults.add(node.place, .wrongType(key: "players", found: node.kind, expected: "a list"))
      return nil
    }
    var sides: [(name: String, strategies: [String])] = []
    for element in elements {
      var reader = YAMLReader(element, "player", faults)
      let name = reader.text("name")
      let strategies = reader.list(ifPresent: "strategies") ?? []
      let named = element.members?.first { $0.key == "strategies" }
      if let named, !named.value.isNothing, strategies.isEmpty {
        if case .list = named.value.content {
          faults.add(
            named.value.place,
            .notPossible(key: "strategies", found: "an empty list", expected: "at least one name"))
        }
      } else if element.members != nil, strategies.isEmpty {
        faults.add(element.place, .missingKey("strategies"))
      }
      let texts = strategies.compactMap { reader.text($0, "strategies") }
      reader.finish()
      for (text, strategy) in zip(texts, strategies) where texts.count == strategies.count {
        guard texts.firstIndex(of: text) != strategies.firstIndex(where: { $0.place == strategy.place })
        else { continue }
        faults.add(.strategy(strategy.place, .duplicate(.strategies, name: text)))
      }
      if let name, sides.contains(where: { $0.name == name }) {
        faults.add(.strategy(element.nearest(to: "name").place, .duplicate(.players, name: name)))
      }
      if let name { sides.append((name, texts)) }
    }
    return faults.isEmpty ? sides : nil
  }
}

extension GameFile {
  /// The game at the parameters' values.
  ///
  /// - Parameter settings: other values for some of them.
  /// - Returns: the game.
  /// - Throws: ``DataError/strategy(_:_:)`` at the payoff that has no value.
  public func game(_ settings: [String: Rational] = [:]) throws(DataError) -> NormalFormGame {
    var values: [[Rational]] = []
    for row in try lines(in: nil, settings) { values.append(row.map(\.constant)) }
    for (row, places) in zip(values, payoffs) {
      for (value, payoff) in zip(row, places) where value.bitWidth > NormalFormGame.bitLimit {
        throw .strategy(payoff.place, .tooManyDigits(maximum: NormalFormGame.digitLimit))
      }
    }
    do {
      return try NormalFormGame(players: players, strategies: strategies, payoffs: values)
    } catch {
      throw .strategy(payoffs.first?.first?.place ?? FilePlace(name, 1), error)
    }
  }

  /// Every payoff as a straight line in one parameter.
  ///
  /// - Parameters:
  ///   - parameter: the one that is left free, or `nil`.
  ///   - settings: other values for some of the rest.
  /// - Returns: for each profile everyone's payoffs.
  /// - Throws: ``DataError/strategy(_:_:)`` at the payoff that has no value or is no line.
  public func lines(
    in parameter: String?, _ settings: [String: Rational] = [:]
  ) throws(DataError) -> [[AffineForm]] {
    var values = Dictionary(parameters.map { ($0.name, $0.value) }) { first, _ in first }
    values.merge(settings) { _, new in new }
    var lines: [[AffineForm]] = []
    for row in payoffs {
      var line: [AffineForm] = []
      for payoff in row { line.append(try payoff.affine(in: parameter, values)) }
      lines.append(line)
    }
    return lines
  }
}
