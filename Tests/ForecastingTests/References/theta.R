# Makes theta-r.json: the theta method of R's forecast::thetaf.
# Run inside this folder: Rscript theta.R
suppressMessages({
  library(forecast)
  library(jsonlite, include.only = "fromJSON")
})
source("json.R")

horizon <- 10
levels <- c(80, 95)
input <- fromJSON("series.json", simplifyDataFrame = FALSE)$series
complete <- Filter(function(s) !anyNA(s$values), input)

records <- lapply(complete, function(s) {
  y <- ts(as.numeric(s$values), start = s$first_year)
  f <- thetaf(y, h = horizon, level = levels)
  smoothing <- ses(y, h = horizon)
  list(series = s$id, model = "theta", alpha = unname(f$model$alpha), drift = unname(f$model$drift), sigma2 = f$model$sigma,
    l0 = unname(smoothing$model$states[1, 1]), level_n = unname(smoothing$mean[1]), mean = f$mean, lower80 = f$lower[, 1],
    upper80 = f$upper[, 1], lower95 = f$lower[, 2], upper95 = f$upper[, 2], fitted = f$fitted, residuals = f$residuals)
})
writeRecords("theta-r.json", toolVersions("forecast"), "records", records, list(h = horizon, levels = levels))
