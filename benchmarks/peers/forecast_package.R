# Forecasts a set with R's forecast package: Rscript forecast_package.R TRAIN HORIZON FOLDER [--quick]
#
# Writes forecasts.csv and timings.csv into the folder. A time is the user CPU of fitting and forecasting all series, after one
# untimed series. A series on which a model fails is left out.

suppressMessages(library(forecast))
arguments <- commandArgs(TRUE)
horizon <- as.integer(arguments[2])
quick <- "--quick" %in% arguments

data <- read.csv(arguments[1], colClasses = c("character", "integer", "numeric"))
series <- lapply(split(data, factor(data$unique_id, unique(data$unique_id))), function(d) ts(d$y, start = d$ds[1]))

models <- list(
  naive = function(y) naive(y, h = horizon, level = c(80, 95)),
  drift = function(y) rwf(y, drift = TRUE, h = horizon, level = c(80, 95)),
  ets = function(y) forecast(ets(y), h = horizon, level = c(80, 95)),
  thetaf = function(y) thetaf(y, h = horizon, level = c(80, 95)))
if (!quick) models$auto.arima <- function(y) forecast(auto.arima(y), h = horizon, level = c(80, 95))

# Columns point, lower_80, upper_80, lower_95, upper_95; a row a year. Plain numbers: arithmetic on time series renames columns.
quantities <- function(f) {
  ends <- list(f$mean, f$lower[, 1], f$upper[, 1], f$lower[, 2], f$upper[, 2])
  m <- vapply(ends, as.numeric, numeric(horizon))
  colnames(m) <- c("point", "lower_80", "upper_80", "lower_95", "upper_95")
  m
}

attempt <- function(model, y) tryCatch(quantities(model(y)), error = function(e) NULL)

rows <- function(name, made) {
  made <- made[!vapply(made, is.null, TRUE)]
  do.call(rbind, Map(function(id, m) {
    data.frame(model = name, unique_id = id, ds = end(series[[id]])[1] + seq_len(horizon), m)
  }, names(made), made))
}

made <- list()
times <- numeric()
for (name in names(models)) {
  invisible(attempt(models[[name]], series[[1]]))
  start <- proc.time()[["user.self"]]
  made[[name]] <- lapply(series, function(y) attempt(models[[name]], y))
  times[name] <- proc.time()[["user.self"]] - start
  message(sprintf("R %s: %.2f s", name, times[name]))
}

members <- c("ets", "auto.arima", "thetaf")
if (all(members %in% names(made))) {
  # A series that one of the three cannot forecast has no mean of the three.
  mean_of <- function(id) {
    parts <- lapply(members, function(name) made[[name]][[id]])
    if (any(vapply(parts, is.null, TRUE))) NULL else Reduce(`+`, parts) / length(parts)
  }
  made[["mean of ets, auto.arima, thetaf"]] <- sapply(names(series), mean_of, simplify = FALSE)
  times["mean of ets, auto.arima, thetaf"] <- sum(times[members])
}

write.csv(do.call(rbind, Map(rows, names(made), made)), file.path(arguments[3], "forecasts.csv"), row.names = FALSE)
write.csv(data.frame(model = names(times), cpu_s = times), file.path(arguments[3], "timings.csv"), row.names = FALSE)
