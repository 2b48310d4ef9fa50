extension Phrases {
  /// The title of a calibration plot: how often the 80% interval held.
  func calibrationTitle(_ model: String, held: String) -> String {
    say(
      "The 80% interval of \(model) held \(held)% of what happened",
      "\(model)の80%区間は実現値の\(held)%を含んだ", "\(model)之80%區間涵蓋實際值的\(held)%")
  }

  /// What the two parts of the plot show.
  func calibrationSubtitle(_ count: Int) -> String {
    say(
      "\(count) forecasts a model at most; a calibrated forecast lies on the diagonal, and its histogram is flat",
      "モデルごとに最大\(count)件の予測。較正された予測は対角線上にあり、ヒストグラムは平らになる",
      "每個模型最多\(count)項預測；校準良好者落於對角線上，直方圖平坦")
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
      "\(measure) in \(period): from \(lowest.1) under \(lowest.0) to \(highest.1) under \(highest.0)",
      "\(period)の\(measure)：\(lowest.0)の\(lowest.1)から\(highest.0)の\(highest.1)まで",
      "\(period)\(measure)：\(lowest.0)為\(lowest.1)，\(highest.0)為\(highest.1)")
  }

  /// The title for one scenario alone.
  func scenarioTitle(_ measure: String, period: String, scenario: String, median: String)
    -> String
  {
    say(
      "\(measure) in \(period) under \(scenario): \(median) at the median",
      "\(scenario)における\(period)の\(measure)：中央値 \(median)",
      "\(scenario)下\(period)\(measure)：中位數 \(median)")
  }

  var scenarioMarks: String {
    say("line: median; bar: 90% of the draws", "線：中央値、縦棒：シミュレーションの90%", "線：中位數；直條：模擬結果之90%")
  }

  /// The title of event probabilities.
  func eventTitle(_ event: String, scenario: String, probability: String) -> String {
    say(
      "Most likely under \(scenario): \(event), \(probability)%",
      "\(scenario)で最も起こりやすいのは「\(event)」、\(probability)%", "\(scenario)下最可能：\(event)，\(probability)%")
  }

  var eventMarks: String {
    say(
      "share of the simulated futures; bar: 95% for the number of draws alone",
      "シミュレーションに占める割合。横棒：抽出数による誤差のみの95%", "占模擬結果之比例；橫條：僅抽樣次數造成之95%誤差")
  }

  /// The title of a tornado.
  func tornadoTitle(_ measure: String, period: String, driver: String, amount: String) -> String {
    say(
      "\(measure) in \(period): \(driver) moves the median most, by \(amount)",
      "\(period)の\(measure)：中央値を最も動かすのは\(driver)（\(amount)）",
      "\(period)\(measure)：對中位數影響最大者為\(driver)（\(amount)）")
  }

  var tornadoMarks: String {
    say("how far each assumption moves the median", "各前提が中央値を動かす幅", "各項假設對中位數之影響")
  }
  /// The title of a tornado of single assumptions.
  func swingTitle(_ measure: String, period: String, assumption: String, low: String, high: String) -> String
  {
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
  func burdenTitle(_ highest: String, _ highestShare: String, _ lowest: String, _ lowestShare: String)
    -> String
  {
    say(
      "\(highest) bears \(highestShare)% of the cost of US forces on its soil, \(lowest) \(lowestShare)%",
      "駐留米軍経費の負担割合：\(highest)は\(highestShare)%、\(lowest)は\(lowestShare)%",
      "駐軍費用負擔比例：\(highest)為\(highestShare)%，\(lowest)為\(lowestShare)%")
  }

  var burdenMarks: String {
    say(
      "share of the stationing cost borne by the host, per cent; studies count costs differently",
      "受入国が負担する駐留経費の割合（%）。調査により費用の範囲は異なる", "地主國負擔駐軍費用之比例（%）；各研究之計算範圍不同")
  }
  var shareOfCost: String { say("share of the stationing cost, per cent", "駐留経費に占める割合（%）", "占駐軍費用之比例（%）") }
  var study: String { say("study", "調査", "研究") }

  /// The title of paths of defense ratios.
  func ratioTitle(_ count: Int, of total: Int, target: String) -> String {
    say(
      "Defense spending: \(count) of \(total) allies have reached \(target)% of GDP",
      "防衛費：\(total)か国中\(count)か国がGDP比\(target)%に到達", "國防支出：\(total)國中有\(count)國達到GDP之\(target)%")
  }

  /// The title where no target is given.
  func ratioTitle(_ name: String, _ value: String, period: String) -> String {
    say(
      "Defense spending: \(name) at \(value)% of GDP in \(period)", "防衛費：\(name)は\(period)にGDP比\(value)%",
      "國防支出：\(name)於\(period)為GDP之\(value)%")
  }

  var ratioMarks: String {
    say(
      "per cent of GDP; diamonds: pledges and demands in the year they aim at", "GDP比（%）。菱形：公約・要求（目標年に表示）",
      "占GDP百分比；菱形：承諾與要求（置於目標年）")
  }
  var shareOfProduct: String { say("per cent of GDP", "GDP比（%）", "占GDP百分比") }
}
