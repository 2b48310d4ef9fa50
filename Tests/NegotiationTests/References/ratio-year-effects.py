"""Year effects and clustered standard errors of panels of changes, for ratio-year-effects.json.

    python ratio-year-effects.py      (statsmodels 0.15.0, scipy 1.17.1, numpy 2.4.6)

Two made panels, one balanced and one with allies missing in some years, with a common effect in every year. The slope through
the origin and its standard error clustered by year are those of statsmodels' OLS; the mean squares of the residuals between and within
years are those of its analysis of variance. Quantiles of the two deviations follow from scipy's chi-square.
"""

import json
import pathlib

import numpy as np
import pandas as pd
import scipy
import statsmodels
import statsmodels.api as sm
from scipy import stats
from statsmodels.formula.api import ols

LEVELS = [0.05, 0.1, 0.5, 0.9, 0.95]
rng = np.random.default_rng(20261123)
cases = []
for name, allies, years, missing in [("balanced", 12, 6, 0.0), ("with gaps", 15, 9, 0.25)]:
    rows = []
    common = 0.08 * rng.standard_normal(years)
    for year in range(years):
        for ally in range(allies):
            if rng.random() < missing:
                continue
            gap = round(max(0.0, 1.2 * rng.random() - 0.1), 3)
            rows.append((2001 + year, gap, round(0.1 * gap + common[year] + 0.15 * rng.standard_normal(), 4)))
    frame = pd.DataFrame(rows, columns=["year", "gap", "change"])
    fit = sm.OLS(frame.change, frame.gap).fit(cov_type="cluster", cov_kwds=dict(groups=frame.year))
    frame["residual"] = frame.change - fit.params.iloc[0] * frame.gap
    table = sm.stats.anova_lm(ols("residual ~ C(year)", frame).fit())
    between, within = table["mean_sq"]
    df, own_df = table["df"]
    counts = frame.groupby("year").size()
    size = (counts.sum() - (counts ** 2).sum() / counts.sum()) / df
    chi, own_chi = stats.chi2.ppf(1 - np.array(LEVELS), df), stats.chi2.ppf(1 - np.array(LEVELS), own_df)
    cases.append(dict(
        name=name, years=[int(y) for y in frame.year], gaps=list(frame.gap), changes=list(frame.change),
        residuals=list(frame.residual), speed=fit.params.iloc[0], error=fit.bse.iloc[0], between=between, within=within,
        size=size,
        common=np.sqrt(max(0, between - within) / size),
        commonQuantiles=list(np.sqrt(np.maximum(0, between * df / chi - within) / size)),
        ownQuantiles=list(np.sqrt(within * own_df / own_chi))))
path = pathlib.Path(__file__).parent / "ratio-year-effects.json"
with open(path, "w") as file:
    json.dump(dict(
        tool=f"statsmodels {statsmodels.__version__}, scipy {scipy.__version__}, numpy {np.__version__}", levels=LEVELS,
        cases=cases), file, indent=1)
    file.write("\n")
