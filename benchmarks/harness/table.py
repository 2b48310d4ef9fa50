"""Tables in Markdown."""


def markdown(columns, rows):
    """A table with its columns padded to one width, so that it reads well unrendered too."""
    cells = [list(columns)] + [[str(cell) for cell in row] for row in rows]
    widths = [max(len(row[i]) for row in cells) for i in range(len(columns))]
    lines = ["| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths)) + " |" for row in cells]
    lines.insert(1, "| " + " | ".join("-" * width for width in widths) + " |")
    return "\n".join(lines)


def number(value, digits):
    """A number with this many digits after the point; empty where there is none."""
    return "" if value is None else f"{value:.{digits}f}"
