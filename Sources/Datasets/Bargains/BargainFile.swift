internal import Probability
internal import Series
public import Strategy

/// A bargain of two in a YAML file, in any of five forms.
///
///     title: A payment for the troops
///     unit: 100 million yen
///     players: [Japan, United States]
///     surplus: {total: 100, disagreement: [20, 10], weight: 7/10}
///     outcomes: {payoffs: [[0, 0], [10, 0], [8, 4], [0, 8]], disagreement: [0, 0]}
///     offers: {discount: [9/10, 4/5], outside_options: [0, 1/2], rounds: [1, 10], breakdown: [0, 0]}
///     payment: {values: [3000, 500], disagreement: [400, 1500], weight: 1/2}
///     prices: {means: [2300, 2150], standard_deviations: [120, 150], correlation: 0}
///
/// In `payment` and `prices` the first player pays and the second takes; `weight` is the first player's in `surplus`, and
/// the second's, whom the payment goes to, in `payment`.
public struct BargainFile: Sendable {
  /// Offers by turns over a pie of one.
  public struct Offers: Sendable {
    /// Without an end, without outside options.
    public let endless: AlternatingOffers
    /// Without an end, with outside options, if there are any.
    public let withOutsideOptions: AlternatingOffers?
    /// With a last round.
    public let finite: [FiniteOffers]
    /// Without impatience, but with a risk of breakdown.
    public let risk: BreakdownRisk?
    /// The first player's share as the time between offers vanishes.
    public let continuousShare: Rational?
  }

  /// The file's name, without folder and ending.
  public let name: String
  /// One line.
  public let title: String
  /// What the file says about the bargain, if anything.
  public let note: String?
  /// What amounts are in, if anything is said.
  public let unit: String?
  /// The two players.
  public let players: [String]
  /// A surplus that one can pay to the other.
  public let surplus: TransferableUtility?
  /// Outcomes and lotteries between them.
  public let outcomes: BargainingPolygon?
  /// Offers by turns.
  public let offers: Offers?
  /// A payment, with the weight of the one who takes it.
  public let payment: (zone: PaymentZone, weight: Rational)?
  /// Uncertain reservation prices.
  public let prices: ReservationPrices?

  /// Reads a bargain.
  ///
  /// - Parameter path: the file, or `-` for standard input.
  /// - Throws: ``DataError`` with the place of the first fault.
  public init(_ path: String) throws(DataError) {
    let faults = YAMLFaults()
    let root = try YAMLComposer.read(path)
    var reader = YAMLReader(root, "the bargain", faults)
    name = path == "-" ? "standard input" : GameFile.name(of: path)
    let title = reader.text("title")
    note = reader.text(ifPresent: "note")
    unit = reader.text(ifPresent: "unit")
    let players = reader.texts(ifPresent: "players").map(\.text)
    if root.members != nil, players.count != 2 || players[0] == players[1] {
      let found = "\(players.count) names"
      faults.add(
        root.nearest(to: "players").place,
        .notPossible(key: "players", found: found, expected: "two that differ, [Japan, United States]"))
    }
    func section(_ key: String) -> BargainSection? {
      reader.value(ifPresent: key).map { BargainSection($0, key, faults) }
    }
    surplus = section("surplus")?.surplus()
    outcomes = section("outcomes")?.outcomes()
    offers = section("offers")?.offers()
    payment = section("payment")?.payment()
    prices = section("prices")?.prices()
    let groups = ["surplus", "outcomes", "offers", "payment", "prices"]
    if root.members != nil, !groups.contains(where: { reader.value(ifPresent: $0) != nil }) {
      faults.add(root.place, .missingKeys(groups))
    }
    reader.finish()
    guard let title, faults.isEmpty else { throw faults.sorted.first ?? .yaml(root.place, .empty) }
    self.title = title
    self.players = players
  }
}

extension DataPackage {
  /// The names of the package's bargains.
  public var bargainNames: [String] { fileNames(in: "bargains", ending: ".yaml") }

  /// The bargain of a name.
  ///
  /// - Parameter name: of a file in the package's folder `bargains`; or a path, which has a slash or ends in `.yaml` or
  ///   `.yml`; or `-` for standard input.
  /// - Returns: the bargain.
  /// - Throws: ``DataError``.
  public func bargainFile(_ name: String) throws(DataError) -> BargainFile {
    guard !GameFile.isPath(name) else { return try BargainFile(name) }
    let known = bargainNames
    guard known.contains(name) else {
      throw .unknownBargain(name, nearest: nearestName(to: name, among: known), known: known)
    }
    return try BargainFile("\(root)/bargains/\(name).yaml")
  }
}
