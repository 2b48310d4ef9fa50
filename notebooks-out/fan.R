# Reads the tables of notebooks-out and draws the fan of Japan's host-nation support with base graphics.
# Run in this folder: Rscript fan.R [FILE.pdf]

arguments <- commandArgs(trailingOnly = TRUE)
target <- if (length(arguments) > 0) arguments[1] else "fan.pdf"

year <- function(period) as.integer(sub("^FY", "", period))
values <- read.csv("japan-hns/values.csv", stringsAsFactors = FALSE)
forecast <- read.csv("japan-hns/forecast.csv", stringsAsFactors = FALSE)
stopifnot(nrow(values) > 40, all(forecast$lower_95 < forecast$lower_80), all(forecast$upper_80 < forecast$upper_95))

pdf(target, width = 8, height = 5)
range_of_years <- c(min(year(values$period)), max(year(forecast$period)))
plot(NA, xlim = range_of_years, ylim = c(0, max(forecast$upper_95, values$value, na.rm = TRUE)), las = 1,
     xlab = "fiscal year", ylab = "hundred million yen",
     main = "Japan's host-nation support and its trend forecast")
band <- function(lower, upper, color)
  polygon(c(year(forecast$period), rev(year(forecast$period))), c(lower, rev(upper)), col = color, border = NA)
band(forecast$lower_95, forecast$upper_95, "#D3E5F1")
band(forecast$lower_80, forecast$upper_80, "#7BB3D6")
lines(year(values$period), values$value, lwd = 2)
open <- values$status == "unconfirmed"
points(year(values$period)[open], values$value[open], pch = 21, bg = "white")
lines(year(forecast$period), forecast$median, lwd = 2, lty = 2, col = "#00507D")
invisible(dev.off())

scenarios <- read.csv("scenarios/paths.csv", stringsAsFactors = FALSE)
term <- scenarios[grepl("_term_mean$", scenarios$measure), c("scenario", "q05", "q50", "q95")]
print(term, row.names = FALSE)
