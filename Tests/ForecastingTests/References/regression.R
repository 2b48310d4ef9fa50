# Makes regression-r.json: regressions with ARIMA errors of given and of chosen order, by R's forecast.
# Run inside this folder: Rscript regression.R
suppressMessages({
  library(forecast)
  library(jsonlite, include.only = "fromJSON")
})
source("json.R")

cases <- fromJSON("regression-cases.json", simplifyDataFrame = FALSE)
input <- fromJSON("series.json", simplifyDataFrame = FALSE)$series
names(input) <- vapply(input, function(s) s$id, "")
quiet <- function(expression) suppressWarnings(suppressMessages(expression))

valuesOf <- function(s) vapply(s$values, function(v) if (is.null(v)) NA_real_ else as.numeric(v), 0)

# The value of a driver in each of some years; a name@-1 takes the year before.
column <- function(driver, years) {
  part <- strsplit(driver, "@", fixed = TRUE)[[1]]
  year <- if (length(part) > 1) as.numeric(part[2]) else 0
  switch(part[1],
    step = as.numeric(years >= year), ramp = pmax(years - year + 1, 0), pulse = as.numeric(years == year),
    {
      s <- input[[part[1]]]
      valuesOf(s)[match(years + year, s$first_year + seq_along(s$values) - 1)]
    })
}

one <- function(case) {
  s <- input[[case$series]]
  years <- s$first_year + seq_along(s$values) - 1
  years <- years[years >= case$first & years <= case$last]
  y <- ts(valuesOf(s)[match(years, s$first_year + seq_along(s$values) - 1)], start = case$first)
  x <- sapply(case$drivers, column, years = years)
  ahead <- case$last + seq_len(case$horizon)
  future <- matrix(sapply(case$drivers, column, years = ahead), ncol = length(case$drivers))
  colnames(x) <- colnames(future) <- paste0("x", seq_along(case$drivers))
  fit <- if (is.null(case$order)) {
    quiet(auto.arima(y, xreg = x, approximation = FALSE, stepwise = TRUE, seasonal = FALSE))
  } else {
    quiet(Arima(y, order = unlist(case$order), xreg = x, include.mean = case$constant == "mean",
      include.drift = case$constant == "drift", method = "ML"))
  }
  # forecast puts a drift before the drivers; the forecast wants the drivers alone.
  f <- quiet(forecast(fit, h = case$horizon, xreg = future, level = 95))
  d <- unname(fit$arma[6])
  r <- as.numeric(residuals(fit))
  r <- r[seq_along(r) > d]
  n <- sum(!is.na(y))
  parameters <- length(fit$coef)
  without <- sum(r^2, na.rm = TRUE) / (n - d - parameters)
  se <- as.numeric((f$upper[, 1] - f$lower[, 1]) / (2 * qnorm(0.975)))
  list(case = case$name, order = unname(fit$arma[c(1, 6, 2)]), names = I(as.character(names(fit$coef))),
    coefficients = I(as.numeric(fit$coef)), standard_errors = I(as.numeric(suppressWarnings(sqrt(diag(fit$var.coef))))), loglik = fit$loglik,
    aicc = fit$aicc, mean = I(as.numeric(f$mean)),
    standard_error_without_start = I(se * sqrt(without / fit$sigma2)))
}

writeRecords("regression-r.json", toolVersions("forecast"), "records", lapply(cases$cases, one))
