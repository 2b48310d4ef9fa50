"""An implementation of the forecaster `auto` in another language, written before the one in Swift and apart from it.

python -B auto.py        remakes the forecasts in auto.json from the values there
"""
import json
import math
import os
import platform

import numpy as np


DOTM_ALPHA = np.array([.1, .2, .3, .4, .5, .6, .7, .8, .9, .99])
HOLT_ALPHA = np.array([.1, .3, .5, .7, .9])
HOLT_RATIO = np.array([.01, .1, .3, .7])          # beta = ratio * alpha
HOLT_PHI = np.array([.8, .9, .98])
TEMPER = .25                                      # member weight ~ SSE^(-TEMPER*m)
RIDGE, MULT_PRIOR, MULT_MAX, MULT_LAG = 1.5, .9, 1.0, 8
EWMA = .2
S1_WEIGHT, DISP_SLOPE, DISP_FLOOR, REL_FLOOR = 1/3, .1, .2, .05
C, P_EXP, NU = 1.0, 2/3, 4.0
LONG_FROM, LONG_EXP, LONG_MIN = 20., .25, .84
ROOT_SHARE, ROOT_FROM = .5, 20.
SHORT = {2: 2.5, 3: 1.5, 4: 1.25}                  # widening for fewer than five points

def solve2(g11, g12, g22, r1, r2):
    """2x2 normal equations; ok=False when (numerically) singular"""
    det = g11*g22 - g12*g12
    if det <= 1e-12*g11*g22: return 0.0, 0.0, False
    return (r1*g22 - r2*g12)/det, (g11*r2 - g12*r1)/det, True

def dotm_fit(y, a, out, h):
    """Dynamic theta model (Fiorucci et al. 2016), given alpha=a: the one-step mean is linear in the
    initial level l0 and in w = 1-1/theta, so both are profiled out by least squares, w in [0,1]."""
    n = len(y); k0 = 3 if n >= 7 else 1; q = 1 - a
    g11 = 0.; g12 = 0.; g22 = 0.; r1 = 0.; r2 = 0.; yy = 0.
    L = a*y[0]; g = q; mean = y[0]; A = y[0]; B = 0.; qi = q      # level = L + g*l0 ; qi = q^i
    for i in range(1, n):
        c = A*qi + B*(1 - qi*q)/a
        if i >= k0:
            u = y[i] - L
            g11 += g*g; g12 += g*c; g22 += c*c; r1 += g*u; r2 += c*u; yy += u*u
        L = a*y[i] + q*L; g *= q; qi *= q
        m0 = mean; mean = (i*mean + y[i])/(i + 1)
        B = ((i - 1)*B + 6*(y[i] - m0)/(i + 1))/(i + 2); A = mean - B*(i + 2)/2
    l0, w, ok = solve2(g11, g12, g22, r1, r2)
    if (not ok) or w > 1. or w < 0.:
        best = math.inf; bl = 0.; bw = 0.
        for k in range(2):
            ww = float(k)
            ll = (r1 - ww*g12)/g11 if g11 > 0 else y[0]
            s = yy - 2*ll*r1 - 2*ww*r2 + ll*ll*g11 + 2*ll*ww*g12 + ww*ww*g22
            if s < best - 1e-12*yy: best = s; bl = ll; bw = ww      # w = 0 where only rounding decides
        l0 = bl; w = bw
    sse = yy - 2*l0*r1 - 2*w*r2 + l0*l0*g11 + 2*l0*w*g12 + w*w*g22
    lev = L + g*l0
    for j in range(h):
        i = n + j
        mu = lev + w*(A*qi + B*(1 - qi*q)/a)
        out[j] = mu
        lev = a*mu + q*lev; qi *= q
        m0 = mean; mean = (i*mean + mu)/(i + 1)
        B = ((i - 1)*B + 6*(mu - m0)/(i + 1))/(i + 2); A = mean - B*(i + 2)/2
    return max(sse, 0.)

def holt_fit(y, a, b, phi, out, h):
    """Additive damped trend, given (alpha, beta, phi): initial level and trend by least squares."""
    n = len(y)
    l = 0.; t = 0.; l1 = 1.; t1 = 0.; l2 = 0.; t2 = 1.
    g11 = 0.; g12 = 0.; g22 = 0.; r1 = 0.; r2 = 0.; yy = 0.
    for i in range(n):
        m = l + phi*t; m1 = l1 + phi*t1; m2 = l2 + phi*t2
        u = y[i] - m
        g11 += m1*m1; g12 += m1*m2; g22 += m2*m2; r1 += m1*u; r2 += m2*u; yy += u*u
        l = m + a*u; t = phi*t + b*u
        l1 = m1 - a*m1; t1 = phi*t1 - b*m1
        l2 = m2 - a*m2; t2 = phi*t2 - b*m2
    x, z, ok = solve2(g11, g12, g22, r1, r2)
    if not ok: x = y[0]; z = 0.
    sse = yy - 2*x*r1 - 2*z*r2 + x*x*g11 + 2*x*z*g12 + z*z*g22
    L = l + x*l1 + z*l2; T = t + x*t1 + z*t2
    c = 0.; p = phi
    for j in range(h):
        c += p; out[j] = L + c*T; p *= phi
    return max(sse, 0.)

def tempered_mean(S, F, m, y, h):
    """mean of the rows of F with weights proportional to SSE^(-TEMPER*m)"""
    best = S[0]
    for k in range(len(S)): best = min(best, S[k])
    yy = 0.
    for i in range(len(y)): yy += y[i]*y[i]
    fl = 1e-12*yy + 1e-300
    out = np.zeros(h); W = 0.
    for k in range(len(S)):
        w = ((best + fl)/(S[k] + fl))**(TEMPER*m)
        W += w
        for j in range(h): out[j] += w*F[k, j]
    for j in range(h): out[j] /= W
    return out, best

def dotm(y, h):
    n = len(y); K = len(DOTM_ALPHA); S = np.empty(K); F = np.empty((K, h))
    for k in range(K): S[k] = dotm_fit(y, DOTM_ALPHA[k], F[k], h)
    m = n - (3 if n >= 7 else 1)
    f, best = tempered_mean(S, F, m, y, h)
    return f, math.sqrt(best/m)

def holt(y, h):
    n = len(y); K = len(HOLT_ALPHA)*len(HOLT_RATIO)*len(HOLT_PHI); S = np.empty(K); F = np.empty((K, h)); k = 0
    for a in HOLT_ALPHA:
        for r in HOLT_RATIO:
            for p in HOLT_PHI:
                S[k] = holt_fit(y, a, a*r, p, F[k], h); k += 1
    f, best = tempered_mean(S, F, n, y, h)
    return f, math.sqrt(best/(n - 2))

def drifts(y, h):
    """shrunken drift: mean difference times t^2/(t^2+1); robust drift: median difference"""
    n = len(y); d = np.diff(y); b = d.mean(); v = 0.
    for x in d: v += (x - b)*(x - b)
    v /= n - 1
    den = n*b*b + v
    w = n*b*b/den if den > 0 else 0.
    md = np.median(d)
    f = np.empty(h); g = np.empty(h)
    for j in range(h): f[j] = y[n-1] + (j + 1)*b*w; g[j] = y[n-1] + (j + 1)*md
    return f, g

def multiplier(v):
    """How much of an announced displacement has come true on this series' own rolling origins: ridge
    regression (no intercept) of v[t+j]-v[t], j=1..6, on a simple trend forecast from data up to t;
    origins weighted by 1/(local scale)^2 and 1/j; prior value MULT_PRIOR worth RIDGE six-year blocks."""
    n = len(v); b = 0.; S1 = 0.; S2 = 0.; r = 0.; rw = 0.; dp = 0.; pp = 0.; dd = 0.; cnt = 0
    for t in range(1, n):
        x = v[t] - v[t-1]; S1 += x; S2 += x*x
        m = S1/t
        b = x if t == 1 else .9*b + .3*(x - .9*b)          # local slope, smoothed and damped
        r = (1 - EWMA)*r + abs(x); rw = (1 - EWMA)*rw + 1.  # local scale r/rw
        if t >= MULT_LAG and t + 1 < n:
            loc = max(r/rw, .1*math.sqrt(S2/t))
            if loc <= 0.: continue
            cnt += 1
            var = max(S2/t - m*m, 0.); den = t*m*m + var
            w = t*m*m/den if den > 0. else 0.               # shrunken drift
            p = 0.; ph = 1.
            for j in range(1, 7):
                if t + j >= n: break
                ph *= .9; p += ph*b
                f = .5*j*m*w + .5*p
                D = v[t+j] - v[t]
                q = 1./(j*loc*loc)
                dp += q*D*f; pp += q*f*f; dd += q*D*D
    if cnt == 0 or dd <= 0.: return MULT_PRIOR
    k = RIDGE*6.*dd/cnt
    return min(max((dp + k*MULT_PRIOR)/(pp + k), 0.), MULT_MAX)

def tquantile(p):
    """Student t, NU = 4, closed form"""
    a = 4*p*(1 - p)
    if p == .5: return 0.
    x = math.cos(math.acos(math.sqrt(a))/3)/math.sqrt(a)
    return math.copysign(2*math.sqrt(max(x - 1, 0.)), p - .5)

def to_v(x, lam): return np.log(x) if lam == 0 else (x if lam == 1 else np.maximum(x, 0.)**lam)
def from_v(v, lam): return np.exp(np.minimum(v, 300.)) if lam == 0 else (v if lam == 1 else np.maximum(v, 0.)**(1/lam))

def forecast(y, h, levels=(.8, .95), explain=False):
    """-> dict(median, mean, lower{level}, upper{level}); y: finite, no gaps, len >= 2"""
    y = np.asarray(y, float); n = len(y)
    if n < 2: raise ValueError("two observations are needed")
    if np.all(y == y[0]):                                    # constant: the value, no spread
        c = np.full(h, y[0])
        return dict(median=c, mean=c, lower={l: c for l in levels}, upper={l: c for l in levels}, multiplier=0., sigma=np.zeros(h), lam=1)
    unit = np.max(np.abs(y)); y = y/unit                     # everything below is scale-equivariant
    lam = 1/3 if y.min() >= 0 else 1                         # scale of the second half of the members, of errors and displacements
    groups = []
    for s in ((1, lam) if lam != 1 else (1,)):
        z = to_v(y, s)
        f = []
        if n >= 4: f += [dotm(z, h)[0], holt(z, h)[0]]
        if n >= 3: f += list(drifts(z, h))
        if n == 2: f += [np.full(h, z[-1])]
        groups.append(np.array([from_v(x, s) for x in f]))
    center = np.median(groups[0], axis=0)                    # of four: mean of the two in the middle
    if lam != 1:
        share = ROOT_SHARE*min(1., ROOT_FROM/n)              # growth bends towards linear over long spans
        center = (1 - share)*center + share*np.median(groups[1], axis=0)
    members = np.concatenate(groups)
    v = to_v(y, lam)
    mult = multiplier(v)
    mv = v[-1] + mult*(to_v(center, lam) - v[-1])
    if lam != 1: mv = np.maximum(mv, 0.)
    # scale of errors
    d = np.abs(np.diff(v)); w = (1 - EWMA)**np.arange(n - 2, -1, -1.)
    rec = max((w*d).sum()/w.sum(), REL_FLOOR*d.mean())       # recent mean absolute change
    H = np.arange(1, h + 1.)
    if n >= 8:
        s1 = max(math.sqrt(dotm(v, 1)[1]*holt(v, 1)[1]), REL_FLOOR*rec)
        base = rec**(1 - S1_WEIGHT)*s1**S1_WEIGHT
        disp = to_v(members, lam).std(axis=0)                # population standard deviation over members
        sig = base*(np.maximum(disp, DISP_FLOOR*base)/base)**(DISP_SLOPE*np.log(H))
    else:
        sig = np.full(h, rec*SHORT.get(n, 1.))
    narrow = min(1., max(LONG_MIN, (LONG_FROM/n)**LONG_EXP)) # longer series: the scale is known better
    sig = sig*C*narrow*H**P_EXP
    big = np.finfo(float).max
    def quantile(p):                                         # any level: the whole predictive distribution
        with np.errstate(over='ignore'): return np.clip(from_v(mv + sig*tquantile(p), lam)*unit, -big, big)
    K = 200
    mean = sum(quantile((i + .5)/K)/K for i in range(K))
    out = dict(median=from_v(mv, lam)*unit, mean=mean, lower={l: quantile((1 - l)/2) for l in levels},
               upper={l: quantile((1 + l)/2) for l in levels}, multiplier=mult, sigma=sig, lam=lam)
    if explain: out["members"] = members*unit
    return out


def record(entry):
    """One forecast as auto.json holds it."""
    f = forecast(entry["values"], entry["horizon"])
    return dict(id=entry["id"], origin=entry["origin"], n=len(entry["values"]), horizon=entry["horizon"],
                values=entry["values"], median=list(f["median"]), mean=list(f["mean"]),
                lower80=list(f["lower"][.8]), upper80=list(f["upper"][.8]),
                lower95=list(f["lower"][.95]), upper95=list(f["upper"][.95]), multiplier=float(f["multiplier"]))


if __name__ == "__main__":
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "auto.json")
    with open(path) as file:
        stored = json.load(file)
    lines = ["  " + json.dumps(record(entry), separators=(",", ":")) for entry in stored["records"]]
    with open(path, "w") as file:
        file.write(json.dumps({"tool": f"auto.py, Python {platform.python_version()}, numpy {np.__version__}"})[:-1])
        file.write(', "records": [\n' + ",\n".join(lines) + "\n]}\n")
