/// What is wrong with a file, collected while the rest of it is read.
final class YAMLFaults {
  private(set) var all: [DataError] = []

  /// Takes in a fault, once.
  func add(_ fault: DataError) {
    if !all.contains(fault) { all.append(fault) }
  }

  /// Takes in a fault of a place.
  func add(_ place: FilePlace, _ problem: YAMLProblem) { add(.yaml(place, problem)) }

  /// Takes back a fault that another one explains.
  func remove(_ place: FilePlace, _ problem: YAMLProblem) { all.removeAll { $0 == .yaml(place, problem) } }

  var isEmpty: Bool { all.isEmpty }

  /// The faults in the order of the file.
  var sorted: [DataError] {
    all.enumerated().sorted { left, right in
      let (a, b) = (left.element.place, right.element.place)
      return (a?.line ?? 0, a?.column ?? 0, left.offset) < (b?.line ?? 0, b?.column ?? 0, right.offset)
    }.map(\.element)
  }
}
