# Makes combination-series.json: naive, drift and the straight line on real series, made into one.
# Run inside this folder: Rscript combination_series.R
#
# Quantiles of the members at one level are averaged with weights, or the middle one is taken. Inverse-error weights are in
# proportion to one over the mean absolute error one to three years ahead on the last eight origins at which all members can
# be fitted.
suppressMessages({
  library(forecast)
  library(jsonlite, include.only = "fromJSON")
})
source("json.R")

probabilities <- c(0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975)
horizon <- 3
origins <- 8
input <- fromJSON("series.json", simplifyDataFrame = FALSE)$series
chosen <- Filter(function(s) !anyNA(s$values) && length(s$values) >= 16, input)

# Mean and quantiles of a member, one row a year ahead.
walk <- function(y, h, drift) {
  f <- rwf(y, h = h, drift = drift, level = 95)
  error <- as.vector(f$upper - f$lower) / (2 * qnorm(0.975))
  list(mean = as.vector(f$mean), quantiles = outer(error, qnorm(probabilities)) + as.vector(f$mean))
}
line <- function(y, h) {
  t <- seq_along(y)
  fit <- lm(y ~ t)
  p <- predict(fit, data.frame(t = length(y) + seq_len(h)), se.fit = TRUE)
  error <- sqrt(p$se.fit^2 + p$residual.scale^2)
  list(mean = as.vector(p$fit), quantiles = outer(error, qt(probabilities, p$df)) + as.vector(p$fit))
}
members <- list(naive = function(y, h) walk(y, h, FALSE), drift = function(y, h) walk(y, h, TRUE), linear = line)

meanErrors <- function(y, names) {
  n <- length(y)
  rows <- lapply((n - origins):(n - 1), function(origin) {
    h <- min(horizon, n - origin)
    sapply(names, function(name) abs(y[origin + seq_len(h)] - members[[name]](y[1:origin], h)$mean))
  })
  colMeans(do.call(rbind, rows))
}

record <- function(s, names, rule) {
  y <- as.numeric(s$values)
  own <- lapply(names, function(name) members[[name]](y, horizon))
  quantiles <- lapply(own, function(m) m$quantiles)
  weights <- NULL
  errors <- NULL
  if (rule == "median") {
    combined <- apply(simplify2array(quantiles), c(1, 2), median)
  } else {
    weights <- rep(1 / length(names), length(names))
    if (rule == "inverse-error") {
      errors <- meanErrors(y, names)
      weights <- (1 / errors) / sum(1 / errors)
    }
    combined <- Reduce(`+`, Map(`*`, quantiles, weights))
  }
  list(series = s$id, members = names, combination = rule, errors = unname(errors), weights = unname(weights),
    quantiles = lapply(seq_len(horizon), function(h) combined[h, ]),
    spread = max(vapply(quantiles, function(q) (q[horizon, 6] - q[horizon, 2]) / (2 * qnorm(0.9)), 0)))
}

records <- do.call(c, lapply(chosen, function(s) {
  list(record(s, c("naive", "drift"), "inverse-error"), record(s, names(members), "mean"),
    record(s, names(members), "median"), record(s, names(members), "inverse-error"))
}))
writeRecords("combination-series.json", toolVersions(c("forecast", "stats")), "records", records,
  list(probabilities = probabilities, horizon = horizon))
