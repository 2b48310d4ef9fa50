# Reads the tables of notebooks-out and draws, with base graphics, the fan of Japan's host-nation support and the paths of Japan's
# defense ratio. Run in this folder: Rscript fan.R [FILE.pdf]

arguments <- commandArgs(trailingOnly = TRUE)
target <- if (length(arguments) > 0) arguments[1] else "fan.pdf"

year <- function(period) as.integer(substr(sub("^FY", "", period), 1, 4))
blues <- c("95 %" = "#D3E5F1", "80 %" = "#7BB3D6")
pdf(target, width = 8, height = 5)
par(mar = c(4, 4.5, 5, 1), las = 1)
heading <- function(title, details) {
  mtext(title, side = 3, line = 3, adj = 0, font = 2)
  mtext(details, side = 3, line = c(1.7, 0.7)[seq_along(details)], adj = 0, cex = 0.8)
}

values <- read.csv("japan-hns/values.csv", stringsAsFactors = FALSE)
forecast <- read.csv("japan-hns/forecast.csv", stringsAsFactors = FALSE)
stopifnot(nrow(values) > 40, all(forecast$lower_95 < forecast$lower_80), all(forecast$upper_80 < forecast$upper_95))

plot(NA, xlim = c(min(year(values$period)), max(year(forecast$period))), ylim = c(0, max(forecast$upper_95, values$value, na.rm = TRUE)),
     xlab = "fiscal year, from April", ylab = "hundred million yen", bty = "l")
heading(paste("Japan's host-nation support and its trend forecast from", forecast$origin[1]),
        "model auto on the record alone; hollow points: totals that no source read shows")
# The fan opens at the last value.
last <- values[values$period == forecast$origin[1], ]
band <- function(lower, upper, color)
  polygon(c(year(last$period), year(forecast$period), rev(year(forecast$period))),
          c(last$value, lower, rev(upper)), col = color, border = NA)
band(forecast$lower_95, forecast$upper_95, blues["95 %"])
band(forecast$lower_80, forecast$upper_80, blues["80 %"])
lines(year(values$period), values$value, lwd = 2)
open <- values$status == "unconfirmed"
points(year(values$period)[open], values$value[open], pch = 21, bg = "white")
lines(year(forecast$period), forecast$median, lwd = 2, lty = 2, col = "#00507D")
legend("bottomright", c("record", "median", names(blues)), bty = "n", lwd = c(2, 2, NA, NA), lty = c(1, 2, NA, NA),
       pch = c(NA, NA, 15, 15), pt.cex = 2, col = c("black", "#00507D", blues))

known <- read.csv("ratios/values.csv", stringsAsFactors = FALSE)
paths <- read.csv("ratios/paths.csv", stringsAsFactors = FALSE)
shown <- c("japan-gdp-ratio/pledge" = "2 % pledged, no ask", "japan-gdp-ratio/ask-3.5" = "2 % pledged, 3.5 % asked",
           "japan-gdp-ratio/ask-5" = "2 % pledged, 5 % asked")
colors <- c("#D55E00", "#009E73", "#CC79A7")
stopifnot(names(shown) %in% paths$scenario)
plot(NA, xlim = c(min(year(known$period)), max(paths$period)), ylim = c(0, max(paths$q95)), xlab = "fiscal year, from April",
     ylab = "per cent of the GDP of FY2022", bty = "l")
heading("Japan's defense ratio under three readings of pledge and ask",
        c("defense and related expenses of the initial budget over the GDP of FY2022",
          "line: median; bar: 90 % of the simulated futures"))
for (index in seq_along(shown)) {
  path <- paths[paths$scenario == names(shown)[index], ]
  # Side by side, so that no bar hides another.
  at <- path$period + 0.2 * (index - 2)
  segments(at, path$q05, at, path$q95, col = colors[index], lwd = 2)
  lines(at, path$q50, type = "o", pch = 14 + index, col = colors[index], lwd = 2, lty = index)
}
lines(year(known$period), known$value, lwd = 2, type = "o", pch = 16)
legend("topleft", c("record", shown), bty = "n", col = c("black", colors), lwd = 2, pch = c(16, 15:17), lty = c(1, 1:3))
invisible(dev.off())

scenarios <- read.csv("scenarios/paths.csv", stringsAsFactors = FALSE)
term <- scenarios[grepl("_term_mean$", scenarios$measure), c("scenario", "period", "unit", "q05", "q50", "q95")]
cat("The mean of the next term, hundred million yen: median, and nine chances in ten\n")
print(term, row.names = FALSE, digits = 4)
