/// The groups of assumptions whose effect on a projection is told apart.
public enum ProjectionDriver: String, Sendable, Hashable, CaseIterable {
  /// The ask. Neutral: none is made.
  case ask
  /// The ally's public offer. Neutral: not known.
  case offer
  /// What another ally agreed to. Neutral: no weight.
  case precedent
  /// Side payments and relabelling. Neutral: none.
  case linkage
  /// The most that the ally can pay. Neutral: no ceiling.
  case ceiling
  /// Stopgaps and years without agreement. Neutral: agreed and in force in time.
  case delay
  /// Changes of the posture. Neutral: it stays.
  case posture
  /// Growth within the terms. Neutral: none.
  case growth
  /// What actors with positions of their own would settle on. Neutral: not pooled.
  case actors
}
