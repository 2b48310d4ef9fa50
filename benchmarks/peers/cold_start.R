# One series, one command, as an R user would: Rscript cold_start.R SERIES.csv
suppressMessages(library(forecast))
values <- read.csv(commandArgs(TRUE)[1])$value
print(forecast(ets(ts(values)), h = 5))
