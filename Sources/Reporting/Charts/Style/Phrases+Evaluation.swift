extension Phrases {
  /// The title of a calibration plot: how often the 80% interval held.
  func calibrationTitle(_ model: String, held: String) -> String {
    say(
      "The 80% interval of \(model) held \(held)% of what happened",
      "\(model)の80%区間は実現値の\(held)%を含んだ", "\(model)之80%區間涵蓋實際值的\(held)%")
  }

  /// What the two parts of the plot show, with how many forecasts each model has.
  func calibrationSubtitle(_ counts: [Int]) -> String {
    let (least, most) = (counts.min() ?? 0, counts.max() ?? 0)
    let each = counts.count > 1 ? say(" a model", "（モデルごと）", "（每個模型）") : ""
    let count = least == most ? "\(most)" : say("\(least) to \(most)", "\(least)〜\(most)", "\(least)至\(most)")
    return say(
      "\(count) forecasts\(each); a calibrated forecast lies on the diagonal, and its histogram is flat",
      "予測\(count)件\(each)。較正された予測は対角線上にあり、ヒストグラムは平らになる",
      "\(count)項預測\(each)；校準良好者落於對角線上，直方圖平坦")
  }

  /// What was forecast: the names of a few series, or the number of many.
  func someSeries(_ names: [String]) -> String {
    names.count <= 3
      ? list(names) : say("\(names.count) series", "\(names.count)系列", "\(names.count)項數列")
  }

  /// A model's name, or what stands in its place for the replay.
  func sample(_ name: String) -> String {
    name == CalibrationChart.Sample.replay
      ? say("the replay of past rounds", "過去の交渉の再現予測", "過去談判之重演預測") : name
  }

  var calibrated: String { say("calibrated", "較正された予測", "校準良好") }
  var calibration: String { say("Intervals held against outcomes", "区間と実現値の対照", "區間與實際值之對照") }
  var nominal: String { say("level of the interval, per cent", "区間の水準（%）", "區間水準（%）") }
  var held: String { say("share inside, per cent", "区間内の割合（%）", "落於區間內之比例（%）") }
  var transform: String {
    say("where in its forecast the outcome fell", "予測分布の中での実現値の位置", "實際值在預測分布中的位置")
  }
  var share: String { say("share of forecasts, per cent", "予測の割合（%）", "預測之比例（%）") }
}

extension Phrases {
  /// The title of a comparison of scenarios.
  func scenarioTitle(
    _ measure: String, period: String, lowest: (String, String), highest: (String, String)
  )
    -> String
  {
    say(
      "\(measure) in \(period): medians from \(lowest.1) (\(lowest.0)) to \(highest.1) (\(highest.0))",
      "\(period)の\(measure)：中央値は\(lowest.1)（\(lowest.0)）から\(highest.1)（\(highest.0)）まで",
      "\(period)\(measure)：中位數自\(lowest.1)（\(lowest.0)）至\(highest.1)（\(highest.0)）")
  }

  /// What stands behind a number that one scenario alone says; nothing where the title names it already.
  private func under(_ scenario: String) -> String {
    scenario.isEmpty ? "" : say(" (\(scenario))", "（\(scenario)）", "（\(scenario)）")
  }

  var everyScenario: String { say("every scenario", "全てのシナリオ", "所有情境") }

  /// The title for one scenario alone.
  func scenarioTitle(_ measure: String, period: String, scenario: String, median: String)
    -> String
  {
    say(
      "\(measure) in \(period): \(median) at the median\(under(scenario))",
      "\(period)の\(measure)：中央値は\(median)\(under(scenario))",
      "\(period)\(measure)：中位數為\(median)\(under(scenario))")
  }

  /// What the marks of a comparison of scenarios mean.
  func scenarioMarks(hasSymbols: Bool, hasRecord: Bool, hasPledge: Bool) -> String {
    join([
      hasSymbols
        ? say(
          "line and symbol: median; bar: 90% of the simulated futures", "線と記号：中央値、棒：シミュレーションの90%",
          "線與符號：中位數，直條：模擬結果之90%")
        : say(
          "line: median; bar: 90% of the simulated futures in the last year", "線：中央値、棒：最終年のシミュレーションの90%",
          "線：中位數，直條：末年模擬結果之90%"),
      hasRecord ? say("black: the record", "黒：実績", "黑線：實際值") : "",
      hasPledge ? say("diamond: pledged or asked for", "菱形：公約・要求", "菱形：承諾或要求") : "",
    ])
  }

  /// A measure with its period, over a panel.
  func named(_ measure: String, in period: String) -> String {
    say("\(measure), \(period)", "\(measure)（\(period)）", "\(measure)（\(period)）")
  }

  /// The title of the ratios of many allies.
  func alliesTitle(
    _ count: String, range: (String, String)?, of total: Int, target: String, period: String, scenario: String
  ) -> String {
    let (english, japanese, chinese) =
      range.map { low, high in
        (
          ", 90% of futures \(low) to \(high)", "、シミュレーションの90%は\(low)〜\(high)か国",
          "，模擬結果之90%為\(low)至\(high)國"
        )
      } ?? ("", "", "")
    return say(
      "\(count) of \(total) allies at \(target)% of GDP in \(period) at the median\(english)\(under(scenario))",
      "\(period)の中央値でGDP比\(target)%に達するのは\(total)か国中\(count)か国\(japanese)\(under(scenario))",
      "\(period)中位數達GDP之\(target)%者為\(total)國中\(count)國\(chinese)\(under(scenario))")
  }

  /// The title of the probability of one event.
  func eventTitle(_ event: String, scenario: String, probability: String) -> String {
    say(
      "\(Self.capitalized(event)): \(probability)%\(under(scenario))",
      "\(event)：\(probability)%\(under(scenario))", "\(event)：\(probability)%\(under(scenario))")
  }

  /// The title of the probability of one event under several scenarios.
  func eventTitle(_ event: String, lowest: (String, String), highest: (String, String)) -> String {
    say(
      "\(Self.capitalized(event)): from \(lowest.1)% (\(lowest.0)) to \(highest.1)% (\(highest.0))",
      "\(event)：\(lowest.1)%（\(lowest.0)）から\(highest.1)%（\(highest.0)）まで",
      "\(event)：\(lowest.1)%（\(lowest.0)）至\(highest.1)%（\(highest.0)）")
  }

  /// The title of an event of many allies.
  func eventTitle(_ event: String, ally: String, scenario: String, probability: String) -> String {
    say(
      "\(Self.capitalized(event)): most likely \(ally), \(probability)%\(under(scenario))",
      "\(event)：最も見込みが高いのは\(ally)、\(probability)%\(under(scenario))",
      "\(event)：可能性最高者為\(ally)，\(probability)%\(under(scenario))")
  }

  private static func capitalized(_ text: String) -> String {
    (text.first.map { $0.uppercased() } ?? "") + text.dropFirst()
  }

  /// What the marks of a chart of probabilities mean.
  ///
  /// - Parameter isWhole: whether the bar holds what fits and assumptions leave open, and not the number of draws alone.
  /// - Returns: the words.
  func eventMarks(isWhole: Bool) -> String {
    if isWhole {
      return say(
        "share of the simulated futures; bar: 90% of what fits and assumptions leave open",
        "シミュレーションに占める割合。横棒：推定と前提の不確かさの90%", "占模擬結果之比例；橫條：估計與假設不確定性之90%")
    }
    return say(
      "share of the simulated futures; bar: 95% for the number of draws alone",
      "シミュレーションに占める割合。横棒：抽出数による誤差のみの95%", "占模擬結果之比例；橫條：僅抽樣次數造成之95%誤差")
  }

  /// The title of a tornado.
  func tornadoTitle(
    _ measure: String, period: String, driver: String, amount: String
  ) -> String {
    say(
      "\(measure) in \(period): \(driver) moves the median most, by \(amount)",
      "\(period)の\(measure)：中央値を最も動かすのは\(driver)（\(amount)）",
      "\(period)\(measure)：對中位數影響最大者為\(driver)（\(amount)）")
  }

  var tornadoMarks: String {
    say("how far each assumption moves the median", "各前提が中央値を動かす幅", "各項假設對中位數之影響")
  }
  /// Why a median here is not to the last digit that of another chart.
  var ownDraws: String {
    say(
      "from draws of its own, so a median may differ a little from that of the paths",
      "独自の抽出によるため、中央値は推移の図とわずかに異なることがある", "另行抽樣，故中位數可能與路徑圖略有出入")
  }

  /// The title of a tornado of single assumptions.
  func swingTitle(
    _ measure: String, period: String, assumption: String, low: String, high: String
  ) -> String {
    say(
      "\(measure) in \(period): \(assumption) alone moves the median between \(low) and \(high)",
      "\(period)の\(measure)：\(assumption)だけで中央値は\(low)から\(high)まで動く",
      "\(period)\(measure)：僅\(assumption)即使中位數介於\(low)至\(high)")
  }

  func swingMarks(_ shown: Int, of total: Int) -> String {
    say(
      "median with one assumption at an end of its range, all others as they are; \(shown) of \(total) assumptions",
      "一つの前提だけを範囲の端に置いたときの中央値。前提\(total)件中\(shown)件", "僅將一項假設置於其範圍端點時之中位數；\(total)項中之\(shown)項")
  }
  var lowEnd: String { say("low end", "下端", "下端") }
  var highEnd: String { say("high end", "上端", "上端") }

  var raises: String { say("raises", "引き上げ", "提高") }
  var lowers: String { say("lowers", "引き下げ", "降低") }

  /// The title of a comparison of what allies bear.
  ///
  /// - Parameters:
  ///   - highest: the ally that bears most.
  ///   - highestShare: what it bears, in per cent.
  ///   - period: when; shares are far apart in time, and some are old.
  ///   - lowest: the ally that bears least and what it bears, if there is another.
  /// - Returns: the title.
  func burdenTitle(
    _ highest: String, _ highestShare: String, period: String, lowest: (String, String)?
  ) -> String {
    let (english, japanese, chinese) =
      lowest.map { name, share in
        (", \(name) \(share)%", "、\(name)は\(share)%", "，\(name)為\(share)%")
      } ?? ("", "", "")
    return say(
      "\(highest) bore \(highestShare)% of the cost of US forces on its soil in \(period)\(english)",
      "駐留米軍経費の負担割合：\(period)年、\(highest)は\(highestShare)%\(japanese)",
      "駐軍費用負擔比例：\(period)年\(highest)為\(highestShare)%\(chinese)")
  }

  /// The title of a comparison of another measure of burden.
  func burdenTitle(_ measure: String, _ highest: String, _ amount: String) -> String {
    say(
      "\(measure): \(highest) has the most, \(amount)", "\(measure)：最大は\(highest)の\(amount)",
      "\(measure)：最高為\(highest)，\(amount)")
  }

  /// What is filled, and what the bars are.
  func burdenMarks(_ estimates: [String], hasRanges: Bool) -> String {
    let words = list(estimates.map { estimator($0) })
    let names = estimates.isEmpty ? "" : say(" (\(words))", "（\(words)）", "（\(words)）")
    return join([
      say(
        "filled: the latest value of the estimator that covers most\(names)",
        "塗りつぶし：対象の最も広い推計\(names)の最新値", "實心：涵蓋最廣之估計\(names)之最新值"),
      hasRanges
        ? say(
          "bar: the range of the latest values of the others, which count costs differently",
          "横棒：他の推計の最新値の範囲（費用の範囲が異なる）", "橫條：其他估計最新值之範圍，計算範圍不同") : "",
    ])
  }

  /// What a line in time follows.
  func byYear(_ estimators: [String]) -> String {
    let names = list(estimators.map { estimator($0) })
    return say("By year: \(names)", "年ごとの推移：\(names)", "逐年變化：\(names)")
  }

  /// Who counts; one that is not known keeps its name.
  func estimator(_ name: String) -> String {
    switch name {
    case BurdenChart.budget: say("budget", "予算", "預算")
    case "dod-compendium":
      say(
        "Compendium of the US Department of Defense", "米国防総省の同盟国貢献統計", "美國國防部盟國貢獻統計")
    case "Government of Japan (Cabinet answer)":
      say("Government of Japan (Cabinet answer)", "日本政府（答弁書）", "日本政府（內閣答辯書）")
    default: name
    }
  }

  var nominalDollars: String { say("nominal US dollars", "名目ドル", "名目美元") }
  var estimator: String { say("counted by", "推計", "估計來源") }
  var lowest: String { say("lowest", "最低", "最低") }
  var highest: String { say("highest", "最高", "最高") }
  var counts: String { say("other counts", "他の推計の数", "其他估計數") }

  /// A measure of burden.
  func burden(_ measure: String) -> String {
    switch measure {
    case "share-of-stationing-cost":
      say("Share of the stationing cost borne by the host", "駐留経費のうち受入国の負担割合", "地主國負擔駐軍費用之比例")
    case "contribution-per-troop":
      say("Nominal US dollars for each of the troops", "兵員1人あたりの負担（名目ドル）", "每名駐軍之負擔（名目美元）")
    case "share-of-gdp": say("Share of the host's GDP", "受入国のGDPに占める割合", "占地主國GDP之比例")
    default: measure.split(separator: "-").joined(separator: " ")
    }
  }
}
