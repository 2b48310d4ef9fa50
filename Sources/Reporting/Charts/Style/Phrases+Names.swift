internal import Series

extension Phrases {
  /// A unit in words; one that is not known keeps its symbol, which is its name.
  ///
  /// - Parameter symbol: of a series' unit.
  /// - Returns: to stand behind a number, or on an axis.
  public func unit(_ symbol: String) -> String {
    switch symbol {
    case "JPY_100M": say("hundred million yen", "億円", "億日圓")
    case "KRW_100M": say("hundred million won", "億ウォン", "億韓元")
    case "USD_M": say("million US dollars", "百万ドル", "百萬美元")
    case "JPY_per_person": say("yen a person", "円／人", "日圓／人")
    case "percent": say("per cent", "%", "%")
    case "percent_gdp": say("per cent of GDP", "%（GDP比）", "%（占GDP）")
    case "persons": say("persons", "人", "人")
    case "years": say("years", "年", "年")
    case "USD": say("US dollars", "ドル", "美元")
    case "JPY": say("yen", "円", "日圓")
    case "KRW": say("won", "ウォン", "韓元")
    case "allies": say("allies", "か国", "國")
    case "1": ""
    default: symbol
    }
  }

  /// A series' name: the title of its catalogue entry, which is English, in the chart's language where it is one of the
  /// series that charts are mostly made of.
  ///
  /// - Parameters:
  ///   - identifier: of the series.
  ///   - title: of its catalogue entry; the identifier for a series of a file.
  /// - Returns: the name.
  public func series(_ identifier: String, title: String) -> String {
    switch identifier {
    case "japan-hns":
      say("Japan's host-nation support", "在日米軍駐留経費負担", "日本駐留美軍經費負擔")
    case "japan-defense-ratio":
      say("Japan's defense budget as a share of GDP", "日本の防衛費のGDP比", "日本國防預算占GDP比例")
    case "japan-hns-usd":
      say("Japan's host-nation support in dollars", "在日米軍駐留経費負担（ドル換算）", "日本駐留美軍經費負擔（美元）")
    case "japan-hns-real":
      say("Japan's host-nation support at 2020 prices", "在日米軍駐留経費負担（2020年価格）", "日本駐留美軍經費負擔（2020年價格）")
    case "japan-hns-share-of-gdp":
      say("Japan's host-nation support as a share of GDP", "在日米軍駐留経費負担のGDP比", "日本駐留美軍經費負擔占GDP比例")
    case "korea-sma":
      say("Korea's special-measures contribution", "韓国の防衛費分担金（SMA）", "韓國防衛費分擔金（SMA）")
    case "japan-defense-budget": say("Japan's defense budget", "日本の防衛関係費", "日本國防預算")
    default: title
    }
  }

  /// A measure of a projection; one that is not known keeps its name.
  ///
  /// - Parameter name: as in the table of paths.
  /// - Returns: its name in words.
  public func measure(_ name: String) -> String {
    let ratio = "defense_gdp_ratio_"
    if name.hasPrefix(ratio) {
      let ally = economy(name.dropFirst(ratio.count).uppercased())
      return say("Defense spending of \(ally)", "\(ally)の防衛費", "\(ally)國防支出")
    }
    if let share = Self.part(of: name, between: "allies_at_", and: "_percent") {
      return say("Allies at \(share)% of GDP or more", "GDP比\(share)%以上の同盟国", "達GDP之\(share)%以上之盟國")
    }
    return switch name {
    case "hns": say("Host-nation support", "駐留経費負担", "駐軍經費負擔")
    case "sma": say("Special-measures contribution", "特別協定分担金", "特別措施分擔金")
    case "hns_first_year", "sma_first_year": say("First-year payment", "初年度の負担額", "首年負擔額")
    case "hns_term_mean", "sma_term_mean": say("Yearly mean of the term", "協定期間の年平均", "協定期間年平均")
    case "term_years": say("Length of the term", "協定期間", "協定期間")
    case "package_value":
      say("Value above the old agreement continued", "旧協定継続と比べた合意の価値", "與延續舊協議相較之價值")
    case "defense_gdp_ratio": say("Defense spending", "防衛費", "國防支出")
    default: name
    }
  }

  /// An event of a projection; one that is not known keeps its name.
  ///
  /// - Parameter name: as in the table of events.
  /// - Returns: its name in words.
  public func event(_ name: String) -> String { event(name, isFiscal: false) }

  /// An event of a projection.
  ///
  /// - Parameters:
  ///   - name: as in the table of events.
  ///   - isFiscal: whether the year in it is a fiscal year.
  /// - Returns: its name in words.
  func event(_ name: String, isFiscal: Bool) -> String {
    if let both = Self.part(of: name, between: "reaches_", and: ""),
      let place = both.firstRange(of: "_percent_by_")
    {
      let (share, year) = (both[..<place.lowerBound], both[place.upperBound...])
      let period = label(period: String(year), isFiscal: isFiscal)
      return say(
        "reaches \(share)% of GDP by \(period)", "\(period)までにGDP比\(share)%に到達",
        "\(period)前達GDP之\(share)%")
    }
    return switch name {
    case "agreed_by_budget": say("agreed by the budget", "予算決定までに合意", "預算核定前達成協議")
    case "agreed_by_expiry": say("agreed before expiry", "失効前に合意", "到期前達成協議")
    case "in_force_by_expiry": say("in force by expiry", "失効までに発効", "到期前生效")
    case "stopgap": say("one-year extension", "1年の暫定延長", "延長一年")
    case "lapse":
      say("neither agreement nor extension in force at expiry", "失効時に協定も暫定延長も未発効", "到期時新協議與延長均未生效")
    case "lapse_after_stopgap":
      say("no agreement in force when an extension ends", "暫定延長の終了時に協定が未発効", "延長屆滿時新協議未生效")
    case "lapse_3_months":
      say(
        "three months or more without an agreement, also after an extension", "3か月以上の空白（暫定延長後を含む）",
        "空窗三個月以上（含延長後）")
    case "furlough": say("employees sent home without pay", "従業員の無給休職", "員工無薪休假")
    case "zone_of_agreement": say("positions overlap", "合意可能な範囲がある", "雙方立場有交集")
    case "ceiling_binds": say("the host's ceiling binds", "受入国の上限に達する", "觸及地主國上限")
    case "posture_changed_before_agreement": say("posture changes first", "合意前に姿勢が変わる", "協議前立場改變")
    case "rise_of_10_percent": say("first year a tenth higher or more", "初年度が1割以上の増", "首年增加一成以上")
    case "ask_met": say("the ask is met", "要求が満たされる", "要求獲滿足")
    case "withdrawal_within_5_years": say("withdrawal within five years", "5年以内の撤収", "五年內撤軍")
    default: name.split(separator: "_").joined(separator: " ")
    }
  }

  /// A measure over a small panel: of a ratio, whose it is.
  func shortMeasure(_ name: String) -> String {
    Self.part(of: name, between: "defense_gdp_ratio_", and: "").map { economy($0.uppercased()) }
      ?? measure(name)
  }

  /// What stands between the beginning and the end of a name.
  private static func part(of name: String, between start: String, and end: String) -> String? {
    guard name.hasPrefix(start), name.hasSuffix(end), name.count > start.count + end.count else { return nil }
    return String(name.dropFirst(start.count).dropLast(end.count))
  }

  /// The units that have words.
  private static let units = [
    "JPY_100M", "KRW_100M", "USD_M", "JPY_per_person", "percent", "percent_gdp", "persons", "years", "USD",
    "JPY", "KRW", "allies",
  ]

  /// The units in every language, and what else counts: what a line may not break, the longest first.
  static let unbroken: [String] = {
    let words = ChartLanguage.allCases.flatMap { language in units.map { Phrases(language).unit($0) } }
    let counters = ["會計年度", "年度", "か月", "個月"]
    return Array(Set(words + counters)).filter { $0.count > 1 }.sorted { ($1.count, $0) < ($0.count, $1) }
  }()

  /// A name with what stands in brackets behind it.
  func bracketed(_ name: String, _ words: String) -> String {
    say("\(name) (\(words))", "\(name)（\(words)）", "\(name)（\(words)）")
  }

  /// Whether an assumption is estimated or assumed.
  func mark(_ name: String) -> String {
    if name == "A" { return say("assumed", "仮定", "假設") }
    // What is estimated tells from how many rounds or cases: `E 9`.
    if name.hasPrefix("E ") {
      return say(
        "estimated from \(name.dropFirst(2))", "\(name.dropFirst(2))件から推定", "由\(name.dropFirst(2))件估計")
    }
    return name
  }

  /// A driver of a projection; one that is not known keeps its name.
  ///
  /// - Parameter name: as in the table of contributions.
  /// - Returns: its name in words.
  public func driver(_ name: String) -> String {
    switch name {
    case "ask": say("the US ask", "米国の要求額", "美方要求")
    case "offer": say("the host's offer", "受入国の提示額", "地主國出價")
    case "precedent": say("precedents", "先例", "先例")
    case "linkage": say("side payments", "見返り・関連措置", "附帶措施")
    case "ceiling": say("the host's ceiling", "受入国の上限", "地主國上限")
    case "delay": say("delay", "遅れ", "延宕")
    case "posture": say("US posture", "米国の姿勢", "美方立場")
    case "growth": say("growth within the term", "期間中の増加", "期間內成長")
    default: name.split(separator: "_").joined(separator: " ")
    }
  }

  /// Where the numbers of a chart are from.
  ///
  /// - Parameters:
  ///   - package: name and version of the data package, or the file.
  ///   - sources: how many sources stand behind the values, if known.
  ///   - program: name and version of the program.
  /// - Returns: one line.
  public func source(_ package: String, sources: Int?, program: String) -> String {
    let counted = sources.map { say(" (\($0) sources)", "（出典\($0)件）", "（\($0)項來源）") } ?? ""
    return say(
      "Data: \(package)\(counted). Computed with \(program).", "データ：\(package)\(counted)。計算：\(program)。",
      "資料：\(package)\(counted)。計算：\(program)。")
  }
}
