# Makes breaks.json: structural breaks of straight lines in time, their dates, limits and tests, by R strucchange.
# Run inside this folder, after series.R: Rscript breaks.R
suppressMessages({
  library(strucchange)
  library(jsonlite, include.only = "fromJSON")
})
source("json.R")

input <- fromJSON("series.json", simplifyDataFrame = FALSE)$series
chosen <- c("nile", "lake-huron", "discoveries", "airmiles", "new-haven-temperature", "longley-unemployed", "uk-gas",
  "australian-residents", "co2", "japan-hns", "korea-sma", "ratio-jpn", "ratio-kor", "ratio-deu", "ratio-usa",
  "ratio-tur", "us-troops-japan", "nile-missing", "japan-hns-missing", "korea-sma-missing")

# Years without a value are left out; the first year of a series is t = 1.
observed <- function(id) {
  values <- Filter(function(s) s$id == id, input)[[1]]$values
  values <- vapply(values, function(v) if (is.null(v)) NA_real_ else as.numeric(v), 0)
  kept <- !is.na(values)
  data.frame(t = seq_along(values)[kept], y = values[kept])
}

least <- function(n) max(5, floor(0.15 * n))

# The distribution of the largest F under normal errors depends on the design alone.
simulated <- function(t, h, statistic, draws = 50000) {
  n <- length(t)
  set.seed(1978)
  basis <- function(rows) qr.Q(qr(cbind(1, t[rows])))
  noise <- matrix(rnorm(n * draws), n)
  whole <- colSums(noise^2)
  restricted <- whole - colSums(crossprod(basis(1:n), noise)^2)
  largest <- rep(0, draws)
  for (k in h:(n - h)) {
    left <- whole - colSums(crossprod(basis(1:k), noise[1:k, , drop = FALSE])^2)
    free <- left - colSums(crossprod(basis((k + 1):n), noise[(k + 1):n, , drop = FALSE])^2)
    largest <- pmax(largest, (restricted - free) / (free / (n - 4)))
  }
  mean(largest >= statistic)
}

limits <- function(fit, m, level) {
  table <- suppressWarnings(confint(fit, breaks = m, level = level))$confint
  list(lower = I(unname(table[, 1])), upper = I(unname(table[, 3])))
}

# The largest F of one more break within the regimes of a fit with m of them, in the form of a Chow test on the whole.
oneMore <- function(d, breaks, h) {
  n <- nrow(d)
  ends <- c(0, breaks, n)
  rss <- function(from, to) sum(resid(lm(y ~ t, d[from:to, ]))^2)
  parts <- mapply(function(a, b) rss(a + 1, b), head(ends, -1), tail(ends, -1))
  best <- Inf
  for (i in seq_along(parts)) {
    a <- ends[i]
    b <- ends[i + 1]
    if (b - a < 2 * h) next
    for (k in (a + h):(b - h)) best <- min(best, sum(parts) - parts[i] + rss(a + 1, k) + rss(k + 1, b))
  }
  if (!is.finite(best)) return(NULL)
  (sum(parts) - best) / (best / (n - 2 * (length(parts) + 1)))
}

one <- function(id) {
  d <- observed(id)
  n <- nrow(d)
  h <- least(n)
  most <- min(5, n %/% h - 1)
  fit <- breakpoints(y ~ t, data = d, h = h, breaks = most)
  table <- summary(fit)$RSS
  records <- lapply(0:most, function(m) {
    at <- if (m == 0) integer(0) else breakpoints(fit, breaks = m)$breakpoints
    record <- list(series = id, kind = "breakpoints", observations = n, least = h, breaks = m, last_of_regime = I(at),
      rss = unname(table["RSS", m + 1]), bic = unname(table["BIC", m + 1]), one_more = oneMore(d, at, h))
    if (m > 0) {
      wide <- limits(fit, m, 0.95)
      narrow <- limits(fit, m, 0.90)
      record <- c(record, list(lower95 = wide$lower, upper95 = wide$upper, lower90 = narrow$lower, upper90 = narrow$upper))
    }
    record
  })
  records <- c(records, list(list(series = id, kind = "chosen", breaks = length(na.omit(breakpoints(fit)$breakpoints)))))
  scan <- Fstats(y ~ t, data = d, from = h, to = n - h)
  test <- sctest(scan, type = "supF")
  # Fstats moves the ends of its scan by one where they would leave too few values; the range is stored as it was used.
  records <- c(records, list(list(series = id, kind = "sup-f", from = h, statistics = as.numeric(scan$Fstats),
    statistic = test$statistic, last_of_regime = scan$breakpoint, p_hansen = test$p.value,
    p_simulated = simulated(d$t, h, unname(test$statistic)), draws = 50000)))
  chow <- sctest(y ~ t, data = d, type = "Chow", point = floor(n / 2))
  records <- c(records, list(list(series = id, kind = "chow", point = floor(n / 2), statistic = chow$statistic, p = chow$p.value)))
  for (type in "Rec-CUSUM") {
    process <- efp(y ~ t, data = d, type = type)
    test <- sctest(process)
    records <- c(records, list(list(series = id, kind = tolower(type), process = as.numeric(process$process),
      statistic = test$statistic, p = test$p.value)))
  }
  records
}

# The distribution function of the argmax of a two-sided Brownian motion with drift (Bai 1997).
argmax <- do.call(c, lapply(list(c(1, 1, 1), c(2, 1, 1), c(1, 1, 2), c(0.3, 2, 0.5), c(5, 0.4, 1.5)), function(p) {
  lapply(c(-60, -20, -5, -1, -0.1, -0.001, 0, 0.001, 0.1, 1, 5, 20, 60), function(x) {
    list(series = "argmax", kind = "argmax", at = x, xi = p[1], phi1 = p[2], phi2 = p[3],
      p = strucchange:::pargmaxV(x, xi = p[1], phi1 = p[2], phi2 = p[3]))
  })
}))

records <- c(do.call(c, lapply(chosen, one)), argmax)
writeRecords("breaks.json", toolVersions(c("stats", "strucchange", "sandwich")), "records", records)
