# Writes numbers with the fewest digits (15 to 17) that read back as the same double, and one record per line.

numberText <- function(x) {
  if (is.na(x) || !is.finite(x)) return("null")
  for (digits in 15:17) {
    text <- sprintf("%.*g", digits, x)
    if (as.numeric(text) == x) return(text)
  }
  text
}

quoted <- function(x) {
  x <- gsub("\\", "\\\\", x, fixed = TRUE)
  paste0("\"", gsub("\"", "\\\"", x, fixed = TRUE), "\"")
}

# A named list becomes an object, an unnamed list or a vector of length other than 1 an array; I() keeps a vector of length 1 an array.
jsonText <- function(x) {
  if (is.null(x)) return("null")
  if (is.list(x)) {
    parts <- vapply(x, jsonText, "")
    if (is.null(names(x))) return(paste0("[", paste(parts, collapse = ","), "]"))
    return(paste0("{", paste0(vapply(names(x), quoted, ""), ":", parts, collapse = ","), "}"))
  }
  array <- inherits(x, "AsIs") || length(x) != 1
  values <- as.vector(unclass(x))
  parts <- if (is.character(values)) {
    ifelse(is.na(values), "null", vapply(values, quoted, ""))
  } else if (is.logical(values)) {
    ifelse(is.na(values), "null", ifelse(values, "true", "false"))
  } else {
    vapply(as.numeric(values), numberText, "")
  }
  if (array) paste0("[", paste(parts, collapse = ","), "]") else unname(parts)
}

writeRecords <- function(path, tool, key, records, extra = list()) {
  header <- c(list(tool = tool), extra)
  lines <- paste0(vapply(names(header), quoted, ""), ": ", vapply(header, jsonText, ""), ",")
  body <- paste0("  ", vapply(records, jsonText, ""), c(rep(",", length(records) - 1), ""))
  writeLines(c("{", lines, paste0(quoted(key), ": ["), body, "]", "}"), path)
}

toolVersions <- function(packages) {
  versions <- lapply(packages, function(p) as.character(packageVersion(p)))
  names(versions) <- packages
  c(list(R = paste(R.version$major, R.version$minor, sep = ".")), versions)
}
