# Makes arima-candidates-r.json: the coefficients of every order of R's full search, which arima-r.json does not keep.
# Run inside this folder, after arima.R: Rscript arima-candidates.R
suppressMessages({
  library(forecast)
  library(jsonlite, include.only = "fromJSON")
})
source("json.R")

input <- fromJSON("series.json", simplifyDataFrame = FALSE)$series
found <- fromJSON("arima-r.json", simplifyDataFrame = FALSE)$records
values <- function(id) as.numeric(Filter(function(s) s$id == id, input)[[1]]$values)
quiet <- function(expression) suppressWarnings(suppressMessages(expression))

records <- do.call(c, lapply(Filter(function(r) r$model == "candidates", found), function(r) {
  y <- ts(values(r$series))
  rows <- lapply(r$candidates, function(row) {
    fit <- quiet(forecast:::myarima(y, order = c(row$p, r$d, row$q), seasonal = c(0, 0, 0), constant = row$constant, ic = "aicc"))
    if (is.null(fit$loglik)) return(NULL)
    list(series = r$series, order = c(row$p, r$d, row$q), constant = if (!row$constant) "none" else if (r$d == 0) "mean" else "drift",
      coefficients = I(as.numeric(fit$coef)), loglik = fit$loglik, aicc = fit$ic)
  })
  Filter(Negate(is.null), rows)
}))
writeRecords("arima-candidates-r.json", toolVersions(c("forecast", "stats")), "records", records)
