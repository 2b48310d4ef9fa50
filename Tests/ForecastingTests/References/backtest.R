# Makes backtest.json: rolling origins of the naive and drift forecasts with every score, and Diebold-Mariano tests.
# Run inside this folder: Rscript backtest.R
suppressMessages({
  library(forecast)
  library(jsonlite, include.only = "fromJSON")
})
source("json.R")

first <- 10
horizon <- 3
shortest <- 16
input <- fromJSON("series.json", simplifyDataFrame = FALSE)$series
names(input) <- vapply(input, function(s) s$id, "")
# Every complete series with six origins or more.
chosen <- names(input)[vapply(input, function(s) !anyNA(s$values) && length(s$values) >= shortest, TRUE)]
methods <- list(naive = function(y) naive(y, h = horizon, level = c(80, 95)),
  drift = function(y) rwf(y, h = horizon, drift = TRUE, level = c(80, 95)))

intervalScore <- function(y, lower, upper, alpha) {
  upper - lower + 2 / alpha * pmax(lower - y, 0) + 2 / alpha * pmax(y - upper, 0)
}

# Continuous ranked probability score of a normal distribution (Gneiting and Raftery 2007, equation 21).
crpsNormal <- function(y, mean, sd) {
  z <- (y - mean) / sd
  sd * (z * (2 * pnorm(z) - 1) + 2 * dnorm(z) - 1 / sqrt(pi))
}

# One row for each origin and horizon that has an actual value; origin is the number of years known.
forecastRows <- function(y, method) {
  rows <- list()
  for (origin in first:(length(y) - 1)) {
    known <- y[1:origin]
    f <- methods[[method]](known)
    scale <- mean(abs(diff(known)))
    for (h in seq_len(min(horizon, length(y) - origin))) {
      lower <- f$lower[h, ]
      upper <- f$upper[h, ]
      rows[[length(rows) + 1]] <- data.frame(origin = origin, h = h, actual = y[origin + h], mean = f$mean[h],
        standard_error = (upper[2] - lower[2]) / (2 * qnorm(0.975)), lower80 = lower[1], upper80 = upper[1],
        lower95 = lower[2], upper95 = upper[2], scale = scale)
    }
  }
  do.call(rbind, rows)
}

scores <- function(rows) {
  error <- rows$actual - rows$mean
  size <- abs(rows$actual) + abs(rows$mean)
  is80 <- intervalScore(rows$actual, rows$lower80, rows$upper80, 0.2)
  is95 <- intervalScore(rows$actual, rows$lower95, rows$upper95, 0.05)
  wis <- (0.5 * abs(error) + 0.1 * is80 + 0.025 * is95) / 2.5
  crps <- crpsNormal(rows$actual, rows$mean, rows$standard_error)
  list(
    count = nrow(rows), me = mean(error), mae = mean(abs(error)), rmse = sqrt(mean(error^2)),
    smape = mean(ifelse(size > 0, 200 * abs(error) / size, 0)), mase = mean(abs(error) / rows$scale), crps = mean(crps),
    crps_scaled = mean(crps / rows$scale), wis = mean(wis), wis_scaled = mean(wis / rows$scale),
    interval_score80 = mean(is80), interval_score95 = mean(is95), msis95 = mean(is95 / rows$scale),
    coverage80 = mean(rows$actual >= rows$lower80 & rows$actual <= rows$upper80),
    coverage95 = mean(rows$actual >= rows$lower95 & rows$actual <= rows$upper95)
  )
}

dieboldMariano <- function(id, first, second, h, power) {
  run <- function(estimator) {
    test <- suppressWarnings(dm.test(first, second, h = h, power = power, varestimator = estimator))
    list(test$statistic, test$p.value)
  }
  loss <- abs(first)^power - abs(second)^power
  covariance <- acf(loss, lag.max = h - 1, type = "covariance", plot = FALSE)$acf[, 1, 1]
  plain <- run("acf")
  tapered <- run("bartlett")
  list(series = id, kind = "diebold-mariano", h = h, power = power, count = length(first), loss_mean = mean(loss),
    loss_variance_negative = sum(c(covariance[1], 2 * covariance[-1])) <= 0, statistic = plain[[1]], p = plain[[2]],
    statistic_bartlett = tapered[[1]], p_bartlett = tapered[[2]])
}

records <- do.call(c, lapply(chosen, function(id) {
  y <- as.numeric(input[[id]]$values)
  tables <- lapply(names(methods), function(method) forecastRows(y, method))
  names(tables) <- names(methods)
  perMethod <- do.call(c, lapply(names(methods), function(method) {
    table <- tables[[method]]
    byHorizon <- lapply(1:horizon, function(h) {
      c(list(series = id, kind = "scores", model = method, h = h), scores(table[table$h == h, ]))
    })
    c(byHorizon, list(c(list(series = id, kind = "scores", model = method, h = "all"), scores(table))))
  }))
  tests <- do.call(c, lapply(1:horizon, function(h) lapply(c(2, 1), function(power) {
    error <- function(method) {
      rows <- tables[[method]][tables[[method]]$h == h, ]
      rows$actual - rows$mean
    }
    dieboldMariano(id, error("naive"), error("drift"), h, power)
  })))
  c(perMethod, tests)
}))
writeRecords("backtest.json", toolVersions(c("forecast", "stats")), "records", records,
  list(first_origin = first, horizons = horizon))
