# Makes ets-r.json: every non-seasonal exponential smoothing form, and the forms chosen by AICc, by R's forecast::ets.
# Run inside this folder: Rscript ets.R
suppressMessages({
  library(forecast)
  library(jsonlite, include.only = "fromJSON")
})
source("json.R")

horizon <- 10
levels <- c(80, 95)
seed <- 20160704
paths <- 5000
input <- fromJSON("series.json", simplifyDataFrame = FALSE)$series
complete <- Filter(function(s) !anyNA(s$values), input)
yearly <- function(s) ts(as.numeric(s$values), start = s$first_year)
quiet <- function(expression) suppressWarnings(suppressMessages(expression))
withFitted <- c("nile", "airmiles", "longley-gnp", "korea-sma")

forms <- list(
  "ets-ann" = list("ANN", FALSE), "ets-aan" = list("AAN", FALSE), "ets-aadn" = list("AAN", TRUE),
  "ets-amn" = list("AMN", FALSE), "ets-amdn" = list("AMN", TRUE), "ets-mnn" = list("MNN", FALSE),
  "ets-man" = list("MAN", FALSE), "ets-madn" = list("MAN", TRUE), "ets-mmn" = list("MMN", FALSE), "ets-mmdn" = list("MMN", TRUE)
)
# What ZZN looks at: R leaves additive errors with a multiplicative trend out unless restrict = FALSE.
admitted <- list(
  "auto" = c("ets-ann", "ets-aan", "ets-aadn", "ets-mnn", "ets-man", "ets-madn"),
  "auto-multiplicative" = c("ets-ann", "ets-aan", "ets-aadn", "ets-mnn", "ets-man", "ets-madn", "ets-mmn", "ets-mmdn"),
  "auto-unrestricted" = names(forms)
)

formName <- function(fit) {
  parts <- fit$components
  paste0("ets-", tolower(paste0(parts[1], parts[2], if (parts[4] == "TRUE") "d" else "", "n")))
}

fields <- function(s, fit) {
  fallback <- is.null(fit$loglik)
  par <- function(name) if (name %in% names(fit$par)) fit$par[[name]] else NULL
  states <- fit$states[nrow(fit$states), ]
  # The heuristic that R falls back to has no components that its simulation would understand in every form.
  simulated <- !fallback && fit$components[2] == "M"
  set.seed(seed)
  f <- quiet(forecast(fit, h = horizon, level = levels, npaths = paths))
  c(
    list(method = fit$method, fallback = fallback, alpha = par("alpha"), beta = par("beta"), phi = par("phi"),
      l0 = unname(fit$states[1, 1]), b0 = if (ncol(fit$states) > 1) unname(fit$states[1, 2]) else NULL,
      level_n = unname(states[1]), slope_n = if (length(states) > 1) unname(states[2]) else NULL,
      loglik = fit$loglik, aicc = fit$aicc, sigma2 = fit$sigma2, degrees_of_freedom = round(sum(residuals(fit)^2) / fit$sigma2),
      intervals = if (simulated) "simulated" else "analytic", mean = f$mean, lower80 = f$lower[, 1], upper80 = f$upper[, 1],
      lower95 = f$lower[, 2], upper95 = f$upper[, 2]),
    if (s$id %in% withFitted) list(fitted = fitted(fit))
  )
}

refusal <- function(error) list(refused = conditionMessage(error))

oneSeries <- function(s) {
  y <- yearly(s)
  fits <- lapply(forms, function(form) {
    tryCatch(quiet(ets(y, model = form[[1]], damped = form[[2]], restrict = FALSE)), error = identity)
  })
  fixed <- lapply(names(forms), function(name) {
    fit <- fits[[name]]
    base <- list(series = s$id, model = name)
    if (inherits(fit, "error")) return(c(base, refusal(fit)))
    c(base, tryCatch(fields(s, fit), error = refusal))
  })
  aicc <- vapply(fits, function(fit) {
    if (inherits(fit, "error") || is.null(fit$aicc) || !is.finite(fit$aicc)) Inf else as.numeric(fit$aicc)
  }, 0)
  automatic <- lapply(names(admitted), function(name) {
    fit <- tryCatch(quiet(ets(y, model = "ZZN", allow.multiplicative.trend = name != "auto",
      restrict = name != "auto-unrestricted")), error = identity)
    base <- list(series = s$id, model = name)
    if (inherits(fit, "error")) return(c(base, refusal(fit)))
    ordered <- sort(aicc[admitted[[name]]])
    c(base, list(chosen = formName(fit), second = names(ordered)[2], aicc_margin = unname(ordered[2] - ordered[1])),
      fields(s, fit))
  })
  c(automatic, fixed)
}

records <- do.call(c, lapply(complete, oneSeries))
writeRecords("ets-r.json", toolVersions("forecast"), "records", records,
  list(h = horizon, levels = levels, simulation_seed = seed, simulation_paths = paths))
