extension Phrases {
  /// An economy by its ISO 3166-1 alpha-3 code; one that is not known keeps its code.
  ///
  /// - Parameter code: the code.
  /// - Returns: its name.
  public func economy(_ code: String) -> String {
    switch code {
    case "ALB": say("Albania", "アルバニア", "阿爾巴尼亞")
    case "ARE": say("United Arab Emirates", "アラブ首長国連邦", "阿拉伯聯合大公國")
    case "AUS": say("Australia", "オーストラリア", "澳洲")
    case "BEL": say("Belgium", "ベルギー", "比利時")
    case "BGR": say("Bulgaria", "ブルガリア", "保加利亞")
    case "BHR": say("Bahrain", "バーレーン", "巴林")
    case "CAN": say("Canada", "カナダ", "加拿大")
    case "CZE": say("Czechia", "チェコ", "捷克")
    case "DEU": say("Germany", "ドイツ", "德國")
    case "DNK": say("Denmark", "デンマーク", "丹麥")
    case "ESP": say("Spain", "スペイン", "西班牙")
    case "EST": say("Estonia", "エストニア", "愛沙尼亞")
    case "FIN": say("Finland", "フィンランド", "芬蘭")
    case "FRA": say("France", "フランス", "法國")
    case "GBR": say("United Kingdom", "英国", "英國")
    case "GRC": say("Greece", "ギリシャ", "希臘")
    case "HRV": say("Croatia", "クロアチア", "克羅埃西亞")
    case "HUN": say("Hungary", "ハンガリー", "匈牙利")
    case "ISL": say("Iceland", "アイスランド", "冰島")
    case "ITA": say("Italy", "イタリア", "義大利")
    case "JPN": say("Japan", "日本", "日本")
    case "KOR": say("South Korea", "韓国", "韓國")
    case "KWT": say("Kuwait", "クウェート", "科威特")
    case "LTU": say("Lithuania", "リトアニア", "立陶宛")
    case "LUX": say("Luxembourg", "ルクセンブルク", "盧森堡")
    case "LVA": say("Latvia", "ラトビア", "拉脫維亞")
    case "MKD": say("North Macedonia", "北マケドニア", "北馬其頓")
    case "MNE": say("Montenegro", "モンテネグロ", "蒙特內哥羅")
    case "NLD": say("Netherlands", "オランダ", "荷蘭")
    case "NOR": say("Norway", "ノルウェー", "挪威")
    case "OMN": say("Oman", "オマーン", "阿曼")
    case "POL": say("Poland", "ポーランド", "波蘭")
    case "PRT": say("Portugal", "ポルトガル", "葡萄牙")
    case "QAT": say("Qatar", "カタール", "卡達")
    case "ROU": say("Romania", "ルーマニア", "羅馬尼亞")
    case "SAU": say("Saudi Arabia", "サウジアラビア", "沙烏地阿拉伯")
    case "SVK": say("Slovakia", "スロバキア", "斯洛伐克")
    case "SVN": say("Slovenia", "スロベニア", "斯洛維尼亞")
    case "SWE": say("Sweden", "スウェーデン", "瑞典")
    case "TUR": say("Turkey", "トルコ", "土耳其")
    case "TWN": say("Taiwan", "台湾", "臺灣")
    case "USA": say("United States", "米国", "美國")
    default: code
    }
  }
}
