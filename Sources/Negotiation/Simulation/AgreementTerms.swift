/// What a projection knows of an agreement before it draws: the clock, the amounts, the ally.
///
/// Months are counted from January of year 0. Amounts are in the unit of the agreement's series, a year.
struct AgreementTerms {
  /// The last month of which anything is known.
  var asOf: Int
  /// The first month of talks.
  var talks: Int
  /// The last month of the running agreement.
  var expires: Int
  /// The last month before the first year that the next agreement is to pay for; where nothing has lapsed yet, `expires`.
  var due: Int
  /// Whether the running agreement ended before the date and nothing followed.
  var hasLapsed = false
  /// The calendar month, from 0, in which the ally's budget is decided.
  var budgetMonth: Int
  /// For how many years the next agreement and those after it hold.
  var termYears: Int
  /// How many years are projected from the first year of the next agreement on.
  var horizon: Int
  /// How the United States negotiate now.
  var posture: Posture
  /// The last known yearly amount.
  var lastAmount: Double
  /// How many years of the running agreement lie between it and the first year of the next.
  var openYears: Int
  /// How many of them come after the end of an agreement that has lapsed.
  var frozenYears = 0
  /// What is asked.
  var ask: AskTerms
  /// ln of the ally's public offer, if there is one.
  var logOffer: Double?
  /// The last step of another ally within 24 months, if there is one: what spills over.
  var spilloverStep: Double?
  /// The step of the ally that the scenario names as a precedent.
  var precedentStep: Double?
  /// Months in which those who negotiate may change, in order; see ``ElectionCalendar/handovers``.
  var handovers: [Int] = []
  /// Security salience minus fiscal stress, from -1 to 1: q of the ally's ceiling, but for a minority.
  var standing: Double = 0
  /// Whether the government lacks a majority.
  var isMinority = false
  /// Yearly side payments in the unit of the series, by kind of credit.
  var sidePayments: [SidePaymentTerms] = []
  /// Whether the ask is met on paper by counting again what is paid already.
  var isRecounted = false
  /// Amounts of the first year to be pooled with the model, if there are any.
  var pool: SettlementPool?
}

/// A side payment: its yearly amount, and which assumption holds its credit.
struct SidePaymentTerms {
  var amount: Double
  var credit: AgreementKey
}

/// What is asked, by posture.
struct AskTerms {
  /// An ask that was public at the date, ln of its yearly amount; it holds as long as the posture does.
  var logReported: Double?
  /// ln(A/L) of an ask that is stated as a percentage; it holds as long as the posture does.
  var logRatio: Double?
  /// ln of the cost that "Cost Plus 50" is read on.
  var logCost: Double?
  /// Whether that cost is in dollars, so that the exchange rate moves it.
  var costInDollars = false
  /// ln of a fixed sum.
  var logFixed: Double?
  /// Whether the fixed sum is in dollars.
  var fixedInDollars = false
}
