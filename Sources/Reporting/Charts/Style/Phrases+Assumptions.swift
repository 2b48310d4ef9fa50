extension Phrases {
  /// An assumption of a projection by its key, short enough for an axis; one that is not known keeps its key.
  ///
  /// - Parameter key: as in the table of assumptions.
  /// - Returns: its name in words.
  public func assumption(_ key: String) -> String {
    for names in [Self.talks, Self.payments, Self.priors] {
      if let name = names[key] { return say(name.0, name.1, name.2) }
    }
    return key
  }

  private typealias Names = [String: (String, String, String)]

  /// Clock, approval, posture.
  private static let talks: Names = [
    "prior.timing.base.mean": ("prior of talks: an ordinary month", "交渉の事前平均：通常の月", "談判之先驗平均：一般月份"),
    "prior.timing.base.sd": ("prior doubt of talks: an ordinary month", "交渉の事前の不確かさ：通常の月", "談判之先驗不確定性：一般月份"),
    "prior.timing.budget.mean": (
      "prior of talks: the month of the draft budget", "交渉の事前平均：予算案の月", "談判之先驗平均：預算案當月"
    ),
    "prior.timing.budget.sd": (
      "prior doubt of talks: the month of the draft budget", "交渉の事前の不確かさ：予算案の月", "談判之先驗不確定性：預算案當月"
    ),
    "prior.timing.last.mean": ("prior of talks: the last two months", "交渉の事前平均：期限前の2か月", "談判之先驗平均：到期前兩個月"),
    "prior.timing.last.sd": (
      "prior doubt of talks: the last two months", "交渉の事前の不確かさ：期限前の2か月", "談判之先驗不確定性：到期前兩個月"
    ),
    "prior.timing.demanding.mean": ("prior of talks: a demanding posture", "交渉の事前平均：要求型の姿勢", "談判之先驗平均：強硬立場"),
    "prior.timing.demanding.sd": (
      "prior doubt of talks: a demanding posture", "交渉の事前の不確かさ：要求型の姿勢", "談判之先驗不確定性：強硬立場"
    ),
    "prior.timing.gap.mean": (
      "prior of talks: the gap between ask and offer", "交渉の事前平均：要求額と提示額の差", "談判之先驗平均：要求與出價之差距"
    ),
    "prior.timing.gap.sd": (
      "prior doubt of talks: the gap between ask and offer", "交渉の事前の不確かさ：要求額と提示額の差", "談判之先驗不確定性：要求與出價之差距"
    ),
    "stopgap.probability": ("chance of an extension", "暫定延長の確率", "延長之機率"),
    "stopgap.probability_otherwise": ("chance of an extension otherwise", "その他の場合の暫定延長の確率", "其他情況下延長之機率"),
    "stopgap.step": ("rise in an extension's year", "暫定延長年の増加率", "延長年度之增幅"),
    "furlough.probability": ("chance of a furlough", "無給休職の確率", "無薪休假之機率"),
    "furlough.after_months": ("months before a furlough", "無給休職までの月数", "無薪休假前之月數"),
    "furlough.hazard": ("pressure of a furlough on talks", "無給休職の交渉への圧力", "無薪休假對談判之壓力"),
    "stopgap.transition_months": (
      "months of a change of administration", "政権交代とみなす月数", "政權交替所計月數"
    ),
    "election.before": ("talks before a handover", "交代前の交渉", "交接前之談判"),
    "election.after": ("talks after a handover", "交代後の交渉", "交接後之談判"),
    "election.window_months": ("months around a handover", "交代前後の月数", "交接前後月數"),
    "ratification.in_time": ("approval in time", "期限内の承認", "如期批准"),
    "ratification.hostile_upper_house": ("approval by a hostile upper house", "ねじれ国会での承認", "在野黨控制上院時之批准"),
    "ratification.minority": ("approval under a minority government", "少数与党下の承認", "少數政府下之批准"),
    "ratification.months": ("months that approval takes", "承認にかかる月数", "批准所需月數"),
    "ratification.late_months": ("months of a late approval", "遅れた承認の月数", "遲延批准之月數"),
    "talks.followed_months": ("months that talks are followed", "交渉を追う月数", "追蹤談判之月數"),
    "talks.free_gap": ("gap that costs no time", "時間を要さない隔たり", "不耗時之差距"),
    "withdrawal.threat_weight": ("weight of a threat to withdraw", "撤収の脅しの重み", "撤軍威脅之權重"),
    "withdrawal.rate": ("rate of withdrawal", "撤収の頻度", "撤軍之頻率"),
    "driver.slope_step": ("effect of drivers on the step", "要因のステップへの効果", "驅動因素對步幅之影響"),
    "driver.slope_hazard": ("effect of drivers on timing", "要因の時期への効果", "驅動因素對時程之影響"),
    "posture.stay_months": ("months in one posture", "同じ姿勢が続く月数", "同一立場持續月數"),
    "posture.change_at_inauguration": ("change of posture at an inauguration", "政権交代時の姿勢転換", "就職時立場轉變"),
    "posture.share_transactional": ("share of transactional postures", "取引型の姿勢の割合", "交易型立場之比例"),
    "posture.share_demanding": ("share of demanding postures", "要求型の姿勢の割合", "強硬立場之比例"),
  ]

  /// Asks, side payments, growth, ratios.
  private static let payments: Names = [
    "precedent.weight": ("weight of the other ally's deal", "他の同盟国の妥結の重み", "他盟國協議之權重"),
    "precedent.months": ("months that a deal stays in view", "妥結が参照される月数", "協議受參照之月數"),
    "growth.record_from": ("first year of past growth", "過去の増加率の初年", "過去成長之首年"),
    "growth.prices_from": ("first year of past prices", "過去の物価の初年", "過去物價之首年"),
    "growth.discount": ("memory of past growth", "過去の増加率の記憶", "過去成長之記憶"),
    "growth.shift": ("shift of growth within the term", "期間中の増加率の上乗せ", "期間內成長之調整"),
    "ratio.pass_through": ("share of the asked ratio pledged", "要求比率のうち公約される割合", "要求比例中獲承諾之比例"),
    "ratio.adjustment": ("share of the gap closed in a year", "1年で縮まる差の割合", "每年縮小差距之比例"),
    "ratio.common_deviation": ("shared change of ratios in a year", "各国共通の年間変動", "各國共同之年度變動"),
    "ratio.own_deviation": ("an ally's own change in a year", "各国固有の年間変動", "各國自身之年度變動"),
    "credit.fms": ("credit for arms bought", "武器購入の評価", "軍購之抵減"),
    "credit.ptrl": ("credit for payments to third parties", "第三者への支払いの評価", "第三方支付之抵減"),
    "credit.investment": ("credit for investment", "投資の評価", "投資之抵減"),
    "credit.gdp_ratio": ("credit for defense spending", "防衛費の評価", "國防支出之抵減"),
    "linkage.substitution": ("side payments in place of payment", "見返りによる代替の割合", "附帶措施之替代比例"),
    "agreement.term_years": ("years of the next agreement", "次期協定の年数", "下期協議年數"),
    "agreement.host.security_salience": (
      "weight of security in the host's politics", "受入国政治での安全保障の重み", "安全在地主國政治中之分量"
    ),
    "agreement.host.minority": ("a minority government: no, yes", "少数与党：否・是", "少數政府：否、是"),
    "agreement.host.hostile_upper_house": ("a hostile upper house: no, yes", "ねじれ国会：否・是", "在野黨控制上院：否、是"),
    "agreement.talks_begin": ("talks three months earlier, later", "交渉開始が3か月早い・遅い", "談判提前、延後三個月"),
    "agreement.within_term.percent": ("growth fixed within the term", "期間中の固定増加率", "期間內固定增幅"),
    "agreement.drivers.host-threat": ("threat to the host", "受入国への脅威", "地主國所受威脅"),
    "agreement.drivers.host-opinion": ("the host's public opinion", "受入国の世論", "地主國輿論"),
    "agreement.drivers.incidents": ("incidents of US forces", "米軍の事件・事故", "美軍事件與事故"),
    "agreement.drivers.troop-plans": ("plans to reduce US forces", "米軍削減計画", "美軍裁減計畫"),
    "agreement.drivers.us-budget-stress": ("strain on the US budget", "米国財政の逼迫度", "美國財政壓力"),
    "agreement.drivers.congressional-resistance": (
      "resistance of Congress to withdrawals", "撤収への米議会の抵抗", "美國國會對撤軍之抗拒"
    ),
    "agreement.host.fiscal_stress": ("strain on the host's budget", "受入国財政の逼迫度", "地主國財政壓力"),
    "linkage.tariff_hazard": (
      "effect of a tariff threat on timing", "関税の脅しの時期への効果", "關稅威脅對時程之影響"
    ),
    "linkage.tariff": ("effect of a tariff threat", "関税の脅しの効果", "關稅威脅之影響"),
    "ask.status_quo": ("rise asked under the status quo", "現状維持での要求増", "維持現狀時要求之增幅"),
    "ask.noise": ("error of reported asks", "報道された要求額の誤差", "報導要求額之誤差"),
    "ask.markup": ("markup of Cost Plus", "Cost Plusの上乗せ率", "Cost Plus之加成"),
    "ask.mix_cost_plus": ("share of Cost Plus asks", "Cost Plus要求の割合", "Cost Plus要求之比例"),
    "ask.mix_status_quo": ("share of status-quo asks", "現状維持の要求の割合", "維持現狀要求之比例"),
    "fx.sd": ("movement of the exchange rate", "為替の変動", "匯率波動"),
  ]

  /// The step: ceiling, offer, priors.
  private static let priors: Names = [
    "errors.df": ("tails of the step's errors", "ステップ誤差の裾の厚さ", "步幅誤差之尾部"),
    "ceiling.weight": ("politics in the host's ceiling", "受入国の上限への政治の影響", "地主國上限之政治因素"),
    "ceiling.no_deal_cost": ("cost of no deal to the United States", "合意なしの米国の費用", "未達協議對美方之成本"),
    "minority.standing": ("standing lost by a minority", "少数与党による立場の低下", "少數政府失去之政治分量"),
    "minority.spread": ("spread under a minority government", "少数与党下のばらつき", "少數政府下之離散度"),
    "prior.step.mean": ("prior of the mean step", "平均ステップの事前平均", "平均步幅之先驗平均"),
    "prior.step.sd": ("prior spread of the mean step", "平均ステップの事前標準偏差", "平均步幅之先驗標準差"),
    "prior.tau": ("prior spread between allies", "同盟国間の事前のばらつき", "盟國間之先驗離散度"),
    "prior.spread.median": ("prior spread of an ally's steps", "各国のステップの事前のばらつき", "各國步幅之先驗離散度"),
    "prior.spread.sd": ("prior doubt about that spread", "そのばらつきの事前の不確かさ", "該離散度之先驗不確定性"),
    "prior.ask.mean": ("prior pull of the ask", "要求額の事前の影響", "要求額之先驗影響"),
    "prior.ask.sd": ("prior doubt about the pull of the ask", "要求額の影響の事前の不確かさ", "要求額影響之先驗不確定性"),
    "prior.spillover.sd": ("prior spread of spillover", "波及効果の事前のばらつき", "外溢效果之先驗離散度"),
    "prior.offer.mean": ("prior distance from the offer", "提示額との差の事前平均", "與出價差距之先驗平均"),
    "prior.offer.sd": ("prior doubt about that distance", "その差の事前の不確かさ", "該差距之先驗不確定性"),
    "offer.scale": ("error around the offer", "提示額まわりの誤差", "出價周圍之誤差"),
    "offer.weight": ("weight of the offer", "提示額の重み", "出價之權重"),
    "spatial.weight": ("weight of the actors", "アクターの重み", "行為者之權重"),
  ]
}
