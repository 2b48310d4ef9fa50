# Makes arima-r.json: automatic and given ARIMA orders, and the number of differences, by R's forecast.
# Run inside this folder: Rscript arima.R
suppressMessages({
  library(forecast)
  library(urca)
  library(jsonlite, include.only = "fromJSON")
})
source("json.R")

horizon <- 10
levels <- c(80, 95)
input <- fromJSON("series.json", simplifyDataFrame = FALSE)$series
complete <- Filter(function(s) !anyNA(s$values), input)
yearly <- function(s) ts(as.numeric(s$values), start = s$first_year)
quiet <- function(expression) suppressWarnings(suppressMessages(expression))

settings <- list(
  list(c(0, 1, 0), "drift"), list(c(1, 0, 0), "mean"), list(c(0, 1, 1), "none"), list(c(1, 1, 0), "none"),
  list(c(1, 1, 1), "drift"), list(c(2, 1, 2), "none"), list(c(0, 2, 1), "none"), list(c(2, 0, 1), "mean"), list(c(0, 2, 2), "none")
)

constantOf <- function(fit) {
  if ("drift" %in% names(fit$coef)) "drift" else if ("intercept" %in% names(fit$coef)) "mean" else "none"
}

# Each prior state of the differences has variance 1e6, so the first d residuals are about y/1000 instead of missing;
# forecast counts them in sigma2 all the same. `sigma2_without_start` leaves them out, and the standard errors follow.
fields <- function(fit) {
  order <- unname(fit$arma[c(1, 6, 2)])
  n <- length(fit$x)
  d <- order[2]
  parameters <- length(fit$coef[fit$mask]) + 1
  degrees <- n - d - parameters + 1
  r <- as.numeric(residuals(fit))
  without <- sum(r[seq_along(r) > d]^2) / degrees
  f <- quiet(forecast(fit, h = horizon, level = levels))
  se <- (f$upper[, 2] - f$lower[, 2]) / (2 * qnorm(0.975))
  se80 <- se * qnorm(0.9)
  list(order = order, constant = constantOf(fit), names = I(as.character(names(fit$coef))), coefficients = I(unname(fit$coef)),
    standard_errors = I(unname(suppressWarnings(sqrt(diag(fit$var.coef))))), convergence = fit$code, sigma2 = fit$sigma2,
    sigma2_without_start = without, degrees_of_freedom = degrees, loglik = fit$loglik, aic = fit$aic, aicc = fit$aicc,
    bic = fit$bic, mean = f$mean, standard_error = se, standard_error_without_start = se * sqrt(without / fit$sigma2),
    lower80 = f$lower[, 1], upper80 = f$upper[, 1], lower95 = f$lower[, 2], upper95 = f$upper[, 2])
}

# Every candidate of the full search with R's own AICc, best first; R drops roots within 1.01 and failed standard errors.
candidates <- function(y, d) {
  rows <- list()
  largest <- min(5, floor(length(y) / 3))
  for (p in 0:largest) for (q in 0:largest) if (p + q <= 5) for (constant in c(FALSE, TRUE)) {
    if (constant && d == 2) next
    fit <- quiet(forecast:::myarima(y, order = c(p, d, q), seasonal = c(0, 0, 0), constant = constant, ic = "aicc"))
    rows[[length(rows) + 1]] <- list(p = p, q = q, constant = constant, aicc = fit$ic,
      loglik = if (is.null(fit$loglik)) NA else fit$loglik, admitted = is.finite(fit$ic))
  }
  rows[order(vapply(rows, function(row) row$aicc, 0))]
}

refusal <- function(error) list(refused = sub("\n.*", "", conditionMessage(error)))

oneSeries <- function(s) {
  y <- yearly(s)
  d <- quiet(ndiffs(y))
  statistic <- function(x, type) {
    if (length(unique(x)) == 1) return(NULL)
    quiet(ur.kpss(x, type = type, use.lag = trunc(3 * sqrt(length(x)) / 13))@teststat)
  }
  differences <- list(series = s$id, model = "ndiffs", kpss_level = d, kpss_trend = quiet(ndiffs(y, type = "trend")),
    kpss_level_5 = d, kpss_level_1 = quiet(ndiffs(y, alpha = 0.01)), kpss_level_10 = quiet(ndiffs(y, alpha = 0.1)),
    lags = trunc(3 * sqrt(length(y) - 0:1) / 13), statistics = c(statistic(y, "mu"), statistic(diff(y), "mu")))
  stepwise <- quiet(auto.arima(y, seasonal = FALSE))
  full <- quiet(auto.arima(y, seasonal = FALSE, stepwise = FALSE, approximation = FALSE))
  d <- unname(full$arma[6])
  automatic <- list(
    c(list(series = s$id, model = "auto-stepwise"), fields(stepwise)),
    c(list(series = s$id, model = "auto-full"), fields(full)),
    list(series = s$id, model = "candidates", d = d, candidates = candidates(y, d))
  )
  given <- lapply(settings, function(setting) {
    base <- list(series = s$id, model = "given", order = setting[[1]], constant = setting[[2]])
    tryCatch({
      fit <- quiet(Arima(y, order = setting[[1]], include.mean = setting[[2]] == "mean", include.drift = setting[[2]] == "drift",
        method = "ML"))
      c(base[1:2], fields(fit))
    }, error = function(error) c(base, refusal(error)))
  })
  c(list(differences), automatic, given)
}

records <- do.call(c, lapply(complete, oneSeries))
writeRecords("arima-r.json", toolVersions(c("forecast", "stats", "urca")), "records", records, list(h = horizon, levels = levels))
