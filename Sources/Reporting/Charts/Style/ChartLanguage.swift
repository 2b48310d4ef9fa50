/// The languages of a chart's words.
public enum ChartLanguage: String, Sendable, CaseIterable {
  /// English.
  case english = "en"
  /// Japanese.
  case japanese = "ja"
  /// Chinese in traditional characters.
  case traditionalChinese = "zh-Hant"

  /// The fonts asked for, the first that is there is used; the later ones draw Chinese, Japanese and Korean characters.
  var fonts: String {
    switch self {
    case .english: "Arial, Helvetica, 'Liberation Sans', 'Noto Sans', 'Noto Sans CJK JP', sans-serif"
    case .japanese:
      "'Noto Sans CJK JP', 'Noto Sans JP', 'Hiragino Sans', 'Yu Gothic', Meiryo, Arial, sans-serif"
    case .traditionalChinese:
      "'Noto Sans CJK TC', 'Noto Sans TC', 'PingFang TC', 'Microsoft JhengHei', Arial, sans-serif"
    }
  }
}
