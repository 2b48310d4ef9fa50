# Makes diagnostics.json: test statistics on series and residual vectors; the tested values are stored beside them.
# Run inside this folder, after series.R: Rscript diagnostics.R
suppressMessages({
  library(forecast)
  library(tseries)
  library(urca)
  library(lmtest)
  library(jsonlite, include.only = "fromJSON")
})
source("json.R")

quiet <- function(expression) suppressWarnings(suppressMessages(expression))
input <- fromJSON("series.json", simplifyDataFrame = FALSE)$series
complete <- Filter(function(s) !anyNA(s$values), input)
values <- lapply(complete, function(s) as.numeric(s$values))
names(values) <- vapply(complete, function(s) s$id, "")

chosen <- c("nile", "lake-huron", "lake-huron-change", "sunspots", "airmiles", "new-haven-temperature", "longley-gnp",
  "longley-unemployed", "co2", "nottingham-temperature", "air-passengers", "nile-short", "temperature-short",
  "japan-hns", "korea-sma", "ratio-jpn", "ratio-kor", "ratio-usa", "us-troops-japan")

straight <- function(y) lm(y ~ t, data.frame(y = y, t = seq_along(y)))
vectors <- c(
  lapply(chosen, function(id) list(id = id, kind = "series", values = values[[id]])),
  lapply(chosen, function(id) list(id = paste0(id, "/linear"), kind = "residuals", values = unname(resid(straight(values[[id]]))))),
  lapply(chosen, function(id) list(id = paste0(id, "/naive"), kind = "residuals", values = diff(values[[id]])))
)

ljungBox <- function(v) {
  n <- length(v$values)
  lags <- unique(pmin(c(1, 3, min(10, n %/% 5), 10), n - 1))
  grid <- expand.grid(lag = lags, fitdf = c(0, 1, 2))
  grid <- grid[grid$lag > grid$fitdf, ]
  lapply(seq_len(nrow(grid)), function(i) {
    test <- Box.test(v$values, lag = grid$lag[i], type = "Ljung-Box", fitdf = grid$fitdf[i])
    list(vector = v$id, test = "ljung-box", lag = grid$lag[i], fitdf = grid$fitdf[i], statistic = test$statistic,
      degrees_of_freedom = test$parameter, p = test$p.value)
  })
}

jarqueBera <- function(v) {
  test <- jarque.bera.test(v$values)
  list(list(vector = v$id, test = "jarque-bera", statistic = test$statistic, p = test$p.value))
}

# tseries takes p from a table between 0.01 and 0.10 and stops at its ends.
kpss <- function(v) {
  y <- v$values
  fromTseries <- lapply(c("Level", "Trend"), function(null) {
    test <- quiet(kpss.test(y, null = null, lshort = TRUE))
    list(vector = v$id, test = "kpss-tseries", null = tolower(null), lag = test$parameter, statistic = test$statistic,
      p = test$p.value, p_at_end_of_table = test$p.value <= 0.01 || test$p.value >= 0.10)
  })
  one <- function(type, lags, given) {
    test <- if (is.null(given)) ur.kpss(y, type = type, lags = lags) else ur.kpss(y, type = type, use.lag = given)
    list(vector = v$id, test = "kpss-urca", null = if (type == "mu") "level" else "trend", rule = lags, lag = test@lag,
      statistic = test@teststat, critical_values = test@cval[1, ], levels = c(0.10, 0.05, 0.025, 0.01))
  }
  fromUrca <- do.call(c, lapply(c("mu", "tau"), function(type) {
    list(one(type, "short", NULL), one(type, "long", NULL), one(type, "given", 0), one(type, "given", 2))
  }))
  c(fromTseries, fromUrca)
}

unitRoots <- function(v) {
  y <- v$values
  adf <- lapply(unique(c(0, 1, trunc((length(y) - 1)^(1 / 3)))), function(k) {
    test <- quiet(adf.test(y, k = k))
    list(vector = v$id, test = "adf-tseries", lag = k, statistic = test$statistic, p = test$p.value)
  })
  pp <- lapply(c("Z(alpha)", "Z(t_alpha)"), function(type) {
    test <- quiet(pp.test(y, type = type, lshort = TRUE))
    list(vector = v$id, test = "pp-tseries", type = type, lag = test$parameter, statistic = test$statistic, p = test$p.value)
  })
  df <- do.call(c, lapply(c("none", "drift", "trend"), function(type) lapply(0:1, function(lags) {
    test <- ur.df(y, type = type, lags = lags)
    list(vector = v$id, test = "adf-urca", type = type, lag = lags, statistic = test@teststat[1, 1],
      critical_values = test@cval[1, ], levels = c(0.01, 0.05, 0.10))
  })))
  c(adf, pp, df)
}

heteroskedasticity <- function(id) {
  y <- values[[id]]
  fit <- straight(y)
  studentized <- bptest(fit)
  plain <- bptest(fit, studentize = FALSE)
  list(list(vector = id, test = "breusch-pagan", regressors = "intercept and t", statistic = studentized$statistic,
    degrees_of_freedom = studentized$parameter, p = studentized$p.value, statistic_unstudentized = plain$statistic,
    p_unstudentized = plain$p.value))
}

# Errors of two rolling-origin benchmarks at the same origins, so that the comparison is a real one.
rollingErrors <- function(y, h, first = 8) {
  origins <- first:(length(y) - h)
  list(
    naive = vapply(origins, function(o) y[o + h] - y[o], 0),
    drift = vapply(origins, function(o) y[o + h] - (y[o] + h * (y[o] - y[1]) / (o - 1)), 0)
  )
}

dieboldMariano <- function(id) {
  y <- values[[id]]
  grid <- expand.grid(power = c(1, 2), h = c(1, 3, 6))
  out <- lapply(seq_len(nrow(grid)), function(i) {
    h <- grid$h[i]
    power <- grid$power[i]
    errors <- rollingErrors(y, h)
    loss <- abs(errors$naive)^power - abs(errors$drift)^power
    covariance <- acf(loss, lag.max = h - 1, type = "covariance", plot = FALSE)$acf[, , 1]
    variance <- sum(c(covariance[1], 2 * covariance[-1])) / length(loss)
    run <- function(alternative) {
      quiet(dm.test(errors$naive, errors$drift, alternative = alternative, h = h, power = power, varestimator = "acf"))
    }
    two <- run("two.sided")
    list(vector = id, test = "diebold-mariano", h = h, power = power, varestimator = "acf", first_errors = errors$naive,
      second_errors = errors$drift, loss_variance_negative = variance <= 0, statistic = two$statistic, p = two$p.value,
      p_less = run("less")$p.value, p_greater = run("greater")$p.value)
  })
  out
}

records <- c(
  lapply(vectors, function(v) list(vector = v$id, test = "values", kind = v$kind, values = v$values)),
  do.call(c, lapply(vectors, ljungBox)),
  do.call(c, lapply(vectors, jarqueBera)),
  do.call(c, lapply(vectors, kpss)),
  do.call(c, lapply(Filter(function(v) v$kind == "series", vectors), unitRoots)),
  do.call(c, lapply(chosen, heteroskedasticity)),
  do.call(c, lapply(c("nile", "lake-huron", "www-usage", "japan-hns", "ratio-kor", "ratio-usa", "us-troops-japan"), dieboldMariano))
)
writeRecords("diagnostics.json", toolVersions(c("stats", "forecast", "tseries", "urca", "lmtest")), "records", records)
