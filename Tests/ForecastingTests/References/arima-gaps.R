# Makes arima-gaps-r.json: given ARIMA orders on series with missing years, by R's exact likelihood.
# Run inside this folder: Rscript arima-gaps.R
suppressMessages({
  library(forecast)
  library(jsonlite, include.only = "fromJSON")
})
source("json.R")

horizon <- 10
input <- fromJSON("series.json", simplifyDataFrame = FALSE)$series
yearly <- function(s) ts(vapply(s$values, function(v) if (is.null(v)) NA_real_ else as.numeric(v), 0), start = s$first_year)

# The series that have gaps of themselves, and three with gaps made here: the years struck out stand in the record.
gaps <- Filter(function(s) any(vapply(s$values, function(v) is.null(v) || is.na(v), TRUE)), input)
struck <- lapply(list(list("nile", c(5, 6, 40, 97)), list("lake-huron", c(3, 50, 51, 52, 90)), list("ratio-usa", c(4, 20, 21))),
  function(pair) {
    s <- Filter(function(x) x$id == pair[[1]], input)[[1]]
    s$values[pair[[2]]] <- list(NULL)
    s$values[pair[[2]]] <- NA
    s$values <- as.list(s$values)
    s$struck <- pair[[2]]
    s
  })
settings <- list(
  list(c(1, 0, 0), "mean"), list(c(1, 0, 1), "mean"), list(c(0, 1, 1), "none"), list(c(1, 1, 0), "drift"), list(c(0, 2, 1), "none")
)

records <- do.call(c, lapply(c(gaps, struck), function(s) {
  y <- yearly(s)
  lapply(settings, function(setting) {
    base <- list(series = s$id, struck = I(as.numeric(s$struck)), order = setting[[1]], constant = setting[[2]])
    tryCatch({
      fit <- suppressWarnings(Arima(y, order = setting[[1]], include.mean = setting[[2]] == "mean",
        include.drift = setting[[2]] == "drift", method = "ML", optim.control = list(reltol = 1e-12, maxit = 500)))
      p <- forecast(fit, h = horizon, level = 95)
      n <- sum(!is.na(y)) - setting[[1]][2]
      # forecast's variance counts the residuals of the start; stats' own, the mean square of the others, does not.
      own <- stats::arima(y, order = setting[[1]], include.mean = setting[[2]] == "mean", method = "ML",
        xreg = if (setting[[2]] == "drift") seq_along(y) else NULL, optim.control = list(reltol = 1e-12, maxit = 500))
      degrees <- n - length(fit$coef)
      se <- (p$upper[, 1] - p$lower[, 1]) / (2 * qnorm(0.975)) * sqrt(own$sigma2 * n / degrees / fit$sigma2)
      c(base, list(coefficients = I(unname(fit$coef)), loglik = fit$loglik, sigma2_without_start = own$sigma2 * n / degrees,
        mean = p$mean, standard_error_without_start = se))
    }, error = function(error) c(base, list(refused = sub("\n.*", "", conditionMessage(error)))))
  })
}))
writeRecords("arima-gaps-r.json", toolVersions(c("forecast", "stats")), "records", records, list(h = horizon))
