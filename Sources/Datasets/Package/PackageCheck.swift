/// What `data check` finds in a package: the rules that its descriptor states, and a few that hold for all.
public struct PackageCheck: Sendable {
  /// One thing that does not hold.
  public struct Finding: Sendable, Equatable {
    /// The rule that it falls under, such as `hash`, `schema` or `sum`.
    public let rule: String
    /// What it concerns: a file, a series.
    public let item: String
    /// What is wrong, with the place.
    public let message: String
  }

  /// What does not hold; empty for a sound package.
  public private(set) var problems: [Finding] = []
  /// What holds but has to be known: gaps, unconfirmed values, values published out of order, rules not checked.
  public private(set) var remarks: [Finding] = []
  /// How many rows of tables were looked at.
  public internal(set) var rows = 0

  /// The places that a problem names already: what breaks a table breaks every series read from it as well.
  private var named: Set<FilePlace> = []

  /// Checks a package.
  ///
  /// Every file: size and hash as the descriptor states (a remark where it states none).
  ///
  /// Every table: the columns and types of its schema; the constraints `required`, `unique`, `enum`, `minimum`,
  /// `maximum` and `pattern` (which the whole text has to match; a remark for any other constraint); the primary key
  /// without doubles; foreign keys of one column (a remark for others). Whatever the schema says, ids in columns
  /// `source_id` and `other_source_ids`, one or several joined by `;`, stand in `sources.csv`, and the licence of a
  /// source stands in `licences.csv`.
  ///
  /// Every series: it can be read or computed, it has a value, its values are within its bounds, each with a status
  /// and a source, an empty one with a note. Gaps, unconfirmed values and periods published after a later one are
  /// remarks. Every row of a series file belongs to a series of the catalogue. Every stated sum adds up.
  ///
  /// Rounds and positions, where there are both: they can be read as evidence (``DataPackage/evidence()``).
  ///
  /// One place in a file is named once, however many series are read through it.
  ///
  /// - Parameter package: the package.
  public init(_ package: DataPackage) {
    var memory = TableMemory(package)
    for resource in package.descriptor.resources { check(resource, in: package, &memory) }
    for entry in package.entries { check(entry, in: package) }
    checkOrphans(package)
    checkRounds(package)
    checkLedger(package)
    for check in package.descriptor.checks { verify(check, in: package) }
  }

  mutating func problem(_ rule: String, _ item: String, _ message: String) {
    problems.append(Finding(rule: rule, item: item, message: message))
  }

  /// A problem at a place.
  mutating func problem(_ rule: String, _ item: String, at place: FilePlace, _ message: String) {
    named.insert(place)
    problem(rule, item, "\(place): \(message)")
  }

  /// A problem that stopped a reading, unless its place has been named.
  mutating func problem(_ rule: String, _ item: String, _ error: DataError) {
    if let place = error.place, !named.insert(place).inserted { return }
    problem(rule, item, error.description)
  }

  mutating func remark(_ rule: String, _ item: String, _ message: String) {
    remarks.append(Finding(rule: rule, item: item, message: message))
  }
}
