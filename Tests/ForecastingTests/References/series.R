# Makes series.json: the annual series every reference file here is computed on.
# Run inside this folder: Rscript series.R
source("json.R")
library(datasets)

record <- function(id, first, values, origin) list(id = id, first_year = first, values = values, origin = origin)
yearly <- function(x, f) as.vector(aggregate(x, FUN = f))
plain <- function(x) as.vector(x)
window_values <- function(x, from, to) plain(window(x, from, to))

# Figures of the project's own tables, as they stood when the references were made.
hns <- c(62, 280, 374, 435, 516, 608, 693, 807, 817, 1096, 1203, 1423, 1680, 1773, 1982, 2286, 2503, 2714, 2737, 2737,
  2538, 2756, 2756, 2573, 2500, 2460, 2441, 2378, 2326, 2173, 2083, 1928, 1881, 1858, 1867, 1860, 1848, 1899, 1920,
  1946, 1968, 1974, 1993, 2017, 2056, 2112, 2124, 2274)
hns_unconfirmed <- c(1981, 1982, 1983, 1984, 1986, 1988, 1991, 1992, 1993)
sma <- c(1073, NA, NA, 2080, 2400, NA, 3449, NA, 4411, 4557, NA, 6100, 6686, 7469, 6804, 6804, 7255, 7415, 7600, 7904,
  8125, 8361, 8695, 9200, 9320, 9441, 9507, 9602, 10389, 10389, 11833, 12472, 12896, 13463, 14028, 15192)
ratio_jpn <- c(2.0709, 2.0311, 2.1932, 2.1029, 1.7459, 1.4966, 1.4322, 1.2642, 1.0806, 0.9167, 0.883, 0.9029, 0.875,
  0.8997, 0.8794, 0.8362, 0.7939, 0.7726, 0.7732, 0.8241, 0.8425, 0.815, 0.8621, 0.9074, 0.8917, 0.8907, 0.8913,
  0.9074, 0.9068, 0.9166, 0.9264, 0.9523, 0.9584, 0.9594, 0.9628, 0.9655, 0.9497, 0.9408, 0.9418, 0.9408, 0.9483,
  0.9507, 0.8872, 0.8859, 0.8772, 0.8873, 0.9119, 0.9197, 0.9025, 0.9182, 0.9264, 0.929, 0.9175, 0.9086, 0.894,
  0.8764, 0.8984, 0.9644, 0.9405, 0.9676, 0.9475, 0.9298, 0.9407, 0.9286, 0.9101, 0.8938, 0.9413, 0.9681, 0.9903,
  1.026, 0.97, 1.0969, 1.2946, 1.4117)
ratio_kor <- c(2.3629, 5.8537, 6.2423, 8.3278, 6.7961, 7.4274, 7.6389, 7.1575, 6.7261, 6.8672, 4.8239, 4.1344, 4.4105,
  4.6889, 4.6851, 4.7306, 4.6944, 4.4033, 4.735, 5.0101, 4.0347, 4.5414, 4.8787, 5.9082, 6.0349, 6.3715, 5.5259,
  6.3988, 6.4159, 6.2409, 5.7268, 5.2545, 5.2255, 4.9483, 4.4686, 4.2812, 4.2902, 4.0023, 3.7111, 3.6903, 3.4179,
  3.1928, 2.8923, 2.7435, 2.6634, 2.7944, 2.4926, 2.3099, 2.2802, 2.1694, 2.1752, 2.1658, 2.2804, 2.2989, 2.2709,
  2.3885, 2.4999, 2.3612, 2.3711, 2.3921, 2.3913, 2.4133, 2.3764, 2.3358, 2.2981, 2.3615, 2.5193, 2.643, 2.619,
  2.5764, 2.5993, 2.5384, 2.6015)
ratio_deu <- c(3.948, 3.7229, 3.8261, 3.3952, 3.8801, 2.7773, 4.1485, 3.7524, 3.7226, 4.4751, 4.8766, 4.364, 4.0721,
  3.8912, 4.0588, 3.3906, 3.3829, 2.9987, 3.046, 3.1528, 3.145, 3.246, 3.268, 3.121, 3.0242, 3.0353, 2.9504, 2.9476,
  3.0278, 3.0202, 3.0129, 2.9127, 2.8541, 2.7774, 2.7595, 2.6287, 2.5207, 2.5068, 1.9738, 1.8361, 1.6773, 1.5366,
  1.4873, 1.4574, 1.4027, 1.3817, 1.3803, 1.3442, 1.3079, 1.3134, 1.2987, 1.2507, 1.2328, 1.179, 1.1528, 1.1891,
  1.2853, 1.2422, 1.1827, 1.2177, 1.1625, 1.128, 1.1149, 1.1294, 1.1306, 1.1472, 1.2393, 1.3556, 1.2977, 1.336,
  1.5033, 1.8386, 2.2685)
ratio_usa <- c(5.272, 5.082, 10.167, 13.8601, 13.5803, 11.7366, 10.1562, 9.901, 9.9924, 10.0718, 9.4388, 8.9931,
  9.156, 9.3317, 8.8319, 8.0513, 7.5872, 8.4353, 9.4178, 9.2685, 8.6333, 8.0327, 6.9431, 6.5198, 5.8939, 5.9541,
  5.6227, 5.1911, 5.1556, 4.9431, 4.952, 5.1535, 5.6465, 6.8141, 6.3211, 6.2364, 6.4532, 6.6265, 6.4203, 6.0713,
  5.8712, 5.6052, 4.8834, 4.9705, 4.6044, 4.2153, 3.8602, 3.555, 3.4056, 3.2016, 3.0857, 3.1122, 3.1238, 3.4476,
  3.8272, 4.0163, 4.0892, 4.0413, 4.0734, 4.4466, 4.8758, 4.904, 4.8224, 4.4617, 4.0237, 3.6789, 3.4645, 3.4026,
  3.2977, 3.304, 3.4092, 3.6416, 3.3981, 3.3034, 3.2937, 3.4299, 3.1173)
ratio_tur <- c(3.5316, 3.7645, 3.7111, 3.3873, 3.4225, 3.5544, 3.144, 3.2596, 3.2756, 3.0793, 3.2565, 3.4998, 3.4455,
  3.3495, 3.193, 5.1195, 4.943, 4.7136, 4.1873, 3.3573, 3.9003, 3.8245, 4.2982, 3.9376, 3.5971, 3.531, 3.638, 3.3286,
  2.9322, 3.1487, 3.5277, 3.7544, 3.8706, 3.9214, 4.0514, 2.8148, 3.0004, 2.9536, 3.1811, 3.8772, 3.6374, 3.5689,
  3.7588, 3.2588, 2.6626, 2.3767, 2.3293, 2.1873, 2.1678, 2.4541, 2.2555, 2.0145, 1.9986, 1.9152, 1.8652, 1.8104,
  2.0477, 2.0385, 2.4921, 2.6384, 2.1558, 1.8145, 1.6248, 1.6853, 1.8403, 1.9083)
ratio_grc <- c(5.9063, 6.0088, 6.6369, 6.4289, 5.1146, 5.4935, 5.1136, 5.9416, 5.0027, 4.7661, 4.8565, 4.8573, 4.2436,
  4.0484, 3.8245, 3.5736, 3.4985, 3.5847, 4.3457, 4.6902, 4.7888, 4.1973, 4.1192, 3.9565, 3.5177, 4.8245, 5.8473,
  5.8292, 5.9185, 5.5754, 5.1812, 4.6608, 5.7357, 5.6266, 5.1725, 4.8354, 4.6926, 4.128, 4.2555, 4.1982, 3.7659,
  3.7983, 3.4849, 3.6298, 3.6001, 3.582, 3.0966, 3.2373, 3.296, 3.4554, 3.4942, 3.5948, 3.3563, 3.1657, 2.5628, 2.672,
  2.9017, 2.8297, 2.7192, 3.0237, 3.269, 2.7568, 2.5202, 2.4764, 2.3913, 2.3678, 2.4774, 2.5728, 2.5566, 2.7005,
  2.5965, 3.0231, 3.8025, 4.0167, 2.8898, 2.8846, 2.9888)
troops <- c(46237, 45939, 46207, 46004, 46196, 51015, 48711, 45761, 46923, 48104, 49783, 49680, 49861, 46593, 44566,
  45946, 46131, 45398, 39134, 42962, 41257, 40364, 40338, 40159, 40217, 41848, 40519, 36365, 35571, 33453, 32803,
  42521, 47913, 46313, 48235, 49350, 52972, 52518, 55744, 38834, 44562, 54279, 55245, 53732, 56010, 53973, 53246,
  50786, 53490)

hns_published <- hns
hns_published[match(hns_unconfirmed, 1978:2025)] <- NA
nile_missing <- plain(Nile)
nile_missing[c(21:40, 61:80)] <- NA

ratio <- function(code, first) {
  record(paste0("ratio-", code), first, get(paste0("ratio_", code)),
    paste0("SIPRI military expenditure as percent of GDP, ", toupper(code), ", 2026 release"))
}
longley_record <- function(id, column) {
  record(id, 1947, longley[[column]], paste0("R datasets::longley$", column))
}

complete <- list(
  record("nile", 1871, plain(Nile), "R datasets::Nile, noisy with a break in 1898"),
  record("lake-huron", 1875, plain(LakeHuron), "R datasets::LakeHuron"),
  record("lake-huron-change", 1876, round(diff(plain(LakeHuron)), 2),
    "R datasets::LakeHuron, change on the year before: both signs"),
  record("lynx", 1885, window_values(lynx, 1885, 1934), "R datasets::lynx, 1885-1934"),
  record("sunspots", 1939, window_values(sunspot.year, 1939, 1988), "R datasets::sunspot.year, 1939-1988"),
  record("us-population", 1, plain(uspop), "R datasets::uspop, ten-yearly figures taken as consecutive steps"),
  record("airmiles", 1937, plain(airmiles), "R datasets::airmiles, growth near exponential"),
  record("new-haven-temperature", 1912, plain(nhtemp), "R datasets::nhtemp"),
  record("discoveries", 1860, plain(discoveries), "R datasets::discoveries, counts with zeros"),
  record("www-usage", 1, plain(WWWusage), "R datasets::WWWusage, minutes taken as consecutive steps"),
  record("johnson-earnings", 1960, round(yearly(JohnsonJohnson, sum), 2), "R datasets::JohnsonJohnson, yearly totals"),
  longley_record("longley-deflator", "GNP.deflator"),
  longley_record("longley-gnp", "GNP"),
  longley_record("longley-unemployed", "Unemployed"),
  longley_record("longley-armed-forces", "Armed.Forces"),
  longley_record("longley-population", "Population"),
  longley_record("longley-employed", "Employed"),
  record("australian-residents", 1971, plain(austres)[cycle(austres) == 2],
    "R datasets::austres, second quarter of each year, near linear"),
  record("co2", 1959, round(yearly(co2, mean), 4), "R datasets::co2, yearly means to 4 decimals, near linear"),
  record("uk-gas", 1960, round(yearly(UKgas, sum), 1), "R datasets::UKgas, yearly totals"),
  record("uk-driver-deaths", 1969, yearly(UKDriverDeaths, sum), "R datasets::UKDriverDeaths, yearly totals"),
  record("nottingham-temperature", 1920, round(yearly(nottem, mean), 4),
    "R datasets::nottem, yearly means to 4 decimals, no trend"),
  record("air-passengers", 1949, yearly(AirPassengers, sum), "R datasets::AirPassengers, yearly totals, 12 points"),
  record("nile-short", 1961, window_values(Nile, 1961, 1970), "R datasets::Nile, last 10 points"),
  record("temperature-short", 1964, window_values(nhtemp, 1964, 1971), "R datasets::nhtemp, last 8 points"),
  record("japan-hns", 1978, hns,
    "Japan host-nation support, total, 100 million yen, FY1978-2025; unconfirmed: FY1981-84, 1986, 1988, 1991-93"),
  record("korea-sma", 2004, sma[match(2004:2026, 1991:2026)],
    "Korea Special Measures Agreement contribution, 100 million won, 2004-2026"),
  ratio("jpn", 1952), ratio("kor", 1953), ratio("deu", 1953), ratio("usa", 1949), ratio("tur", 1960), ratio("grc", 1949),
  record("us-troops-japan", 1977, troops,
    "US active-duty personnel in Japan, 1977-2025, Defense Manpower Data Center September reports; 2003-2004 another count")
)
missing <- list(
  record("nile-missing", 1871, nile_missing, "R datasets::Nile without 1891-1910 and 1931-1950"),
  record("japan-hns-missing", 1978, hns_published, "japan-hns without its nine unconfirmed years"),
  record("korea-sma-missing", 1991, sma,
    "Korea Special Measures Agreement contribution, 100 million won, 1991-2026, years without a won total left out")
)
writeRecords("series.json", toolVersions("datasets"), "series", c(complete, missing))
