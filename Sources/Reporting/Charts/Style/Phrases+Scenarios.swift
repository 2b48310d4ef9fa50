extension Phrases {
  /// A part of a scenario's title, between its commas: that of a bundled scenario in the chart's language, any other as it is.
  ///
  /// - Parameter title: the part, or the name of a path of ratios.
  /// - Returns: its words.
  public func scenario(_ title: String) -> String {
    guard let words = Self.scenarios[title] else { return title }
    return say(words.0, words.1, words.2)
  }

  private static let scenarios: [String: (String, String, String)] = [
    "Japan from FY2027": ("Japan from FY2027", "2027年度からの日本", "2027會計年度起的日本"),
    "demanding posture (Cost Plus 50 on what the United States pay)": (
      "demanding posture (Cost Plus 50 on what the United States pay)", "要求型の姿勢（米国の負担額へのCost Plus 50）",
      "強硬立場（以美方負擔額計之Cost Plus 50）"
    ),
    "status-quo posture": ("status-quo posture", "現状維持型の姿勢", "維持現狀立場"),
    "transactional posture": ("transactional posture", "取引型の姿勢", "交易型立場"),
    "Japan from FY2021 as seen in December 2020": (
      "Japan from FY2021 as seen in December 2020", "2021年度からの日本（2020年12月時点）", "2021會計年度起的日本（2020年12月觀點）"
    ),
    "Korea from 2021 as seen in December 2020": (
      "Korea from 2021 as seen in December 2020", "2021年からの韓国（2020年12月時点）", "2021年起的韓國（2020年12月觀點）"
    ),
    "the asks of 2019 stand": ("the asks of 2019 stand", "2019年の要求が続く場合", "2019年要求不變"),
    "the asks of 2020 stand": ("the asks of 2020 stand", "2020年の要求が続く場合", "2020年要求不變"),
    "the new administration asks moderately": (
      "the new administration asks moderately", "新政権の要求が穏当な場合", "新政府要求溫和"
    ),
    "Korea from 2031": ("Korea from 2031", "2031年からの韓国", "2031年起的韓國"),
    "Japan's defense ratio under the demands of 2025 and 2026": (
      "Japan's defense ratio under the demands of 2025 and 2026", "2025年と2026年の要求の下での日本の防衛費比率",
      "2025年與2026年要求下的日本國防支出比例"
    ),
    "NATO allies after The Hague": ("NATO allies after The Hague", "ハーグ首脳会議後のNATO諸国", "海牙峰會後的北約盟國"),
    "the ask alone": ("the ask alone", "要求のみ", "僅要求"),
    "pledge": ("the pledge", "公約", "承諾"), "ask-3.5": ("3.5% asked", "3.5%の要求", "要求3.5%"),
    "ask-5": ("5% asked", "5%の要求", "要求5%"), "core": ("3.5% on core defense", "中核的防衛費3.5%", "核心國防支出3.5%"),
    "total": ("5% in total", "合計5%", "合計5%"),
  ]

  /// What a ratio counts: the words of a bundled scenario in the chart's language, any other as they are.
  ///
  /// - Parameter text: as in the scenario's file.
  /// - Returns: its words.
  func definition(_ text: String) -> String {
    switch text {
    case "defense and related expenses of the initial budget over the GDP of FY2022":
      say(text, "当初予算の防衛費と関連経費を2022年度のGDPで割った値", "當初預算之國防費及相關經費除以2022會計年度GDP")
    case "defense expenditure by NATO's definition, pensions included, over GDP":
      say(text, "NATOの定義による防衛支出（年金を含む）をGDPで割った値", "依北約定義之國防支出（含退休金）除以GDP")
    default: text
    }
  }

  /// What a series in per cent puts over what: the first sentence of its catalogue entry, which is English, in the chart's language
  /// where it is one that charts are mostly made of.
  ///
  /// - Parameters:
  ///   - identifier: of the series.
  ///   - text: the definition of its catalogue entry.
  /// - Returns: a clause.
  public func definition(of identifier: String, _ text: String) -> String {
    switch identifier {
    case "japan-defense-ratio":
      return say(
        "initial defense budget of the fiscal year over nominal GDP of the calendar year",
        "当初予算の防衛関係費を暦年の名目GDPで割った値", "初始預算之國防經費除以曆年名目GDP")
    case "japan-security-ratio-fy2022-gdp":
      return definition("defense and related expenses of the initial budget over the GDP of FY2022")
    case "japan-hns-share-of-gdp":
      return say(
        "host-nation support of the fiscal year over nominal GDP of the calendar year",
        "年度の駐留経費負担を暦年の名目GDPで割った値", "會計年度之駐軍經費負擔除以曆年名目GDP")
    default: break
    }
    if identifier.hasPrefix("defense-ratio-") {
      return say("SIPRI's definition of military expenditure", "SIPRIの定義による軍事支出", "依SIPRI定義之軍事支出")
    }
    if identifier.hasPrefix("nato-ratio-") {
      return definition("defense expenditure by NATO's definition, pensions included, over GDP")
    }
    let sentence = text.firstRange(of: ". ").map { text[..<$0.lowerBound] } ?? text[...]
    return String(sentence.hasSuffix(".") ? sentence.dropLast() : sentence)
  }

  /// What a table calls a scenario.
  var identifier: String { say("in tables", "表での名称", "表中名稱") }

  /// A sentence about scenarios, behind what they have in common.
  func about(_ scenarios: String, _ sentence: String) -> String {
    guard !scenarios.isEmpty, language == .english else {
      return scenarios.isEmpty ? sentence : "\(scenarios) – \(sentence)"
    }
    return "\(scenarios) – \(sentence.prefix(1).lowercased())\(sentence.dropFirst())"
  }
}
