/// How the United States negotiates.
public enum Posture: String, Sendable, Hashable, CaseIterable {
  /// Renewal with a moderate increase asked, as from 2001 to 2017 and from 2021 to 2024.
  case statusQuo = "status-quo"
  /// Sums mixed with tariffs, arms purchases and ratios of gross domestic product, as from 2025.
  case transactional
  /// A multiple of the running amount asked, as from 2018 to 2020 ("Cost Plus 50").
  case demanding
}
