# Makes models-r.json: forecasts, intervals and parameters of the models R has, on the series without gaps.
# Run inside this folder: Rscript models.R
suppressMessages({
  library(forecast)
  library(jsonlite, include.only = "fromJSON")
})
source("json.R")

horizon <- 10
levels <- c(80, 95)
input <- fromJSON("series.json", simplifyDataFrame = FALSE)$series
complete <- Filter(function(s) !anyNA(s$values), input)
yearly <- function(s) ts(as.numeric(s$values), start = s$first_year)

forecastFields <- function(f) {
  list(mean = f$mean, lower80 = f$lower[, 1], upper80 = f$upper[, 1], lower95 = f$lower[, 2], upper95 = f$upper[, 2])
}

predictFields <- function(fit, future) {
  p80 <- predict(fit, future, interval = "prediction", level = 0.80)
  p95 <- predict(fit, future, interval = "prediction", level = 0.95)
  list(mean = p95[, "fit"], lower80 = p80[, "lwr"], upper80 = p80[, "upr"], lower95 = p95[, "lwr"], upper95 = p95[, "upr"])
}

# k counts the coefficients and the error variance.
regressionFields <- function(fit) {
  n <- nobs(fit)
  k <- length(coef(fit)) + 1
  loglik <- as.numeric(logLik(fit))
  table <- summary(fit)$coefficients
  list(
    coefficients = unname(table[, 1]), standard_errors = unname(table[, 2]), sigma = sigma(fit),
    degrees_of_freedom = fit$df.residual, loglik = loglik, aicc = -2 * loglik + 2 * k + 2 * k * (k + 1) / (n - k - 1)
  )
}

# forecast leaves the Gaussian constant out of `loglik`: it is -n/2 log(SSE). `loglik_gaussian` has it.
# `sigma2` is SSE by n less the parameters in `par` after a fit, and by one less where every parameter is given.
smoothingFields <- function(fit) {
  n <- length(fit$x)
  sse <- sum(residuals(fit)^2)
  par <- function(name) if (name %in% names(fit$par)) fit$par[[name]] else NULL
  states <- fit$states[nrow(fit$states), ]
  list(
    method = fit$method, fallback = is.null(fit$loglik),
    alpha = par("alpha"), beta = par("beta"), phi = par("phi"), l0 = unname(fit$states[1, 1]),
    b0 = if (ncol(fit$states) > 1) unname(fit$states[1, 2]) else NULL,
    level_n = unname(states[1]), slope_n = if (length(states) > 1) unname(states[2]) else NULL,
    sse = sse, degrees_of_freedom = round(sse / fit$sigma2), sigma2 = fit$sigma2, mse = fit$mse, loglik = fit$loglik,
    loglik_gaussian = -n / 2 * (log(2 * pi * sse / n) + 1), aicc = fit$aicc
  )
}

quiet <- function(expression) suppressWarnings(suppressMessages(expression))

benchmarks <- function(s, y) {
  m <- meanf(y, h = horizon, level = levels)
  nv <- naive(y, h = horizon, level = levels)
  dr <- rwf(y, h = horizon, drift = TRUE, level = levels)
  list(
    c(list(series = s$id, model = "mean", mu = m$model$mu, standard_deviation = m$model$sd), forecastFields(m)),
    c(list(series = s$id, model = "naive", sigma2 = nv$model$sigma2), forecastFields(nv)),
    c(list(series = s$id, model = "drift", drift = dr$model$par$drift, drift_standard_error = dr$model$par$drift.se,
      sigma2 = dr$model$sigma2), forecastFields(dr))
  )
}

regressions <- function(s, y) {
  t <- seq_along(y)
  future <- data.frame(t = length(y) + 1:horizon)
  frame <- data.frame(y = as.numeric(y), t = t)
  straight <- lm(y ~ t, frame)
  bent <- lm(y ~ t + I(t^2), frame)
  out <- list(
    c(list(series = s$id, model = "linear"), regressionFields(straight), predictFields(straight, future)),
    c(list(series = s$id, model = "quadratic"), regressionFields(bent), predictFields(bent, future))
  )
  if (min(y) > 0) {
    logged <- lm(log(y) ~ t, frame)
    p <- predict(logged, future, se.fit = TRUE)
    bounds <- lapply(predictFields(logged, future), exp)
    variance <- p$se.fit^2 + p$residual.scale^2
    out[[3]] <- c(list(series = s$id, model = "log-linear"), regressionFields(logged),
      list(loglik_original_scale = as.numeric(logLik(logged)) - sum(log(y)), fit = p$fit, se_fit = p$se.fit,
        residual_scale = p$residual.scale, median = bounds$mean, mean = exp(p$fit + variance / 2)),
      bounds[c("lower80", "upper80", "lower95", "upper95")])
  }
  out
}

smoothing <- function(s, y) {
  one <- function(model, f, fit) c(list(series = s$id, model = model), smoothingFields(fit), forecastFields(f))
  viaMse <- list(
    ses = ses(y, h = horizon, level = levels), holt = quiet(holt(y, h = horizon, level = levels)),
    damped = quiet(holt(y, h = horizon, damped = TRUE, level = levels))
  )
  viaLikelihood <- list(
    "ets-ann" = ets(y, model = "ANN"), "ets-aan" = quiet(ets(y, model = "AAN", damped = FALSE)),
    "ets-aadn" = quiet(ets(y, model = "AAN", damped = TRUE))
  )
  c(
    lapply(names(viaMse), function(m) one(m, viaMse[[m]], viaMse[[m]]$model)),
    lapply(names(viaLikelihood), function(m) {
      one(m, forecast(viaLikelihood[[m]], h = horizon, level = levels), viaLikelihood[[m]])
    })
  )
}

# The states and likelihood at stated parameters, nothing optimised: the recursions apart from the search.
fixedSmoothing <- function(s, y) {
  last <- function(x, k) unname(tail(x, k))
  settings <- list(
    list(model = "ets-ann", code = "ANN", damped = FALSE, par = c(alpha = 0.3), state = c(l = y[1])),
    list(model = "ets-ann", code = "ANN", damped = FALSE, par = c(alpha = 0.85), state = c(l = mean(y))),
    list(model = "ets-aan", code = "AAN", damped = FALSE, par = c(alpha = 0.6, beta = 0.25),
      state = c(l = y[1], b = y[2] - y[1])),
    list(model = "ets-aan", code = "AAN", damped = FALSE, par = c(alpha = 0.9, beta = 0.9),
      state = c(l = 2 * y[1] - y[2], b = (y[5] - y[1]) / 4)),
    list(model = "ets-aadn", code = "AAN", damped = TRUE, par = c(alpha = 0.5, beta = 0.2, phi = 0.9),
      state = c(l = y[1], b = y[2] - y[1])),
    list(model = "ets-aadn", code = "AAN", damped = TRUE, par = c(alpha = 0.95, beta = 0.1, phi = 0.8),
      state = c(l = mean(y), b = 0))
  )
  lapply(settings, function(setting) {
    shell <- quiet(ets(y, model = setting$code, damped = setting$damped))
    shell$par <- c(setting$par, setting$state)
    shell$initstate <- setting$state
    fit <- ets(y, model = shell, use.initial.values = TRUE)
    f <- forecast(fit, h = horizon, level = levels)
    variance <- ((f$upper[, 2] - f$lower[, 2]) / (2 * qnorm(0.975)))^2
    c(list(series = s$id, model = setting$model, fixed = TRUE), smoothingFields(fit), forecastFields(f),
      list(variance = variance, fitted = fitted(fit)))
  })
}

structural <- function(s, y) {
  lapply(c("level", "trend"), function(type) {
    fit <- quiet(StructTS(y, type = type))
    p <- predict(fit, n.ahead = horizon)
    f <- forecast(fit, h = horizon, level = levels)
    c(list(series = s$id, model = paste0("local-", type), convergence = fit$code, level_variance = fit$coef[["level"]],
      slope_variance = if (type == "trend") fit$coef[["slope"]] else NULL, irregular_variance = fit$coef[["epsilon"]],
      loglik = fit$loglik, prior_variance = 1e4 * var(as.numeric(y))),
      forecastFields(f), list(standard_error = p$se))
  })
}

transforms <- function(s, y) {
  if (min(y) <= 0) return(list())
  guerrero <- BoxCox.lambda(y, method = "guerrero")
  loglik <- BoxCox.lambda(y, method = "loglik")
  spread <- function(lambda) forecast:::guer.cv(lambda, y)
  grid <- seq(-1, 2, by = 0.001)
  grid_best <- grid[which.min(vapply(grid, spread, 0))]
  lapply(unique(c(guerrero, loglik, 0, 0.5, -0.5)), function(lambda) {
    z <- BoxCox(y, lambda)
    f <- rwf(y, h = 3, drift = TRUE, lambda = lambda, level = levels)
    adjusted <- rwf(y, h = 3, drift = TRUE, lambda = lambda, biasadj = TRUE, level = levels)
    onScale <- rwf(as.numeric(z), h = 3, drift = TRUE, level = levels)
    list(series = s$id, model = "box-cox", lambda = lambda, lambda_guerrero = guerrero, guerrero_objective = spread(guerrero),
      lambda_guerrero_grid = grid_best, guerrero_objective_grid = spread(grid_best), lambda_loglik = loglik,
      transformed_first = z[1], transformed_last = z[length(z)], transformed_mean = onScale$mean,
      transformed_variance = ((onScale$upper[, 2] - onScale$lower[, 2]) / (2 * qnorm(0.975)))^2,
      median = f$mean, bias_adjusted = adjusted$mean, lower95 = f$lower[, 2], upper95 = f$upper[, 2])
  })
}

steady <- c("nile", "airmiles", "longley-gnp", "japan-hns", "korea-sma", "ratio-jpn")
records <- do.call(c, lapply(complete, function(s) {
  y <- yearly(s)
  c(benchmarks(s, y), regressions(s, y), smoothing(s, y), if (s$id %in% steady) fixedSmoothing(s, as.numeric(y)),
    structural(s, y), transforms(s, y))
}))
writeRecords("models-r.json", toolVersions(c("forecast", "stats")), "records", records, list(h = horizon, levels = levels))
