#!/usr/bin/env python3
"""Writes decompositions.json: what NumPy and SciPy find for a few small matrices.

The matrices have three decimals, from a seeded generator, so that both sides start from the same doubles. The signs
of singular and eigenvectors are arbitrary: here, as in the library, the largest element is positive (of each right
singular vector, of each eigenvector). Matrices are lists of rows.

    pip install numpy==2.4.6 scipy
    python3 decompositions.py
"""

import json
import pathlib

import numpy as np
import scipy
import scipy.linalg


def signs(vectors):
    """For each column 1 or -1: the sign of its largest element."""
    return np.sign(vectors[np.argmax(np.abs(vectors), axis=0), range(vectors.shape[1])])


def general(matrix):
    left, values, right_transposed = np.linalg.svd(matrix, full_matrices=False)
    flips = signs(right_transposed.T)
    triangle, pivots = scipy.linalg.qr(matrix, mode="r", pivoting=True)
    return {
        "matrix": matrix.tolist(),
        "cross": (matrix.T @ matrix).tolist(),
        "singularValues": values.tolist(),
        "left": (left * flips).tolist(),
        "right": (right_transposed.T * flips).tolist(),
        "pivots": pivots.tolist(),
        "triangleDiagonal": np.abs(np.diag(triangle)).tolist(),
    }


def definite(matrix, right):
    sign, log_determinant = np.linalg.slogdet(matrix)
    assert sign == 1
    return {
        "matrix": matrix.tolist(),
        "lower": np.linalg.cholesky(matrix).tolist(),
        "logDeterminant": log_determinant,
        "inverse": np.linalg.inv(matrix).tolist(),
        "right": right.tolist(),
        "solution": np.linalg.solve(matrix, right).tolist(),
        "reciprocalCondition": 1 / np.linalg.cond(matrix, 1),
    }


def symmetric(matrix):
    values, vectors = np.linalg.eigh(matrix)
    return {
        "matrix": matrix.tolist(),
        "values": values.tolist(),
        "vectors": (vectors * signs(vectors)).tolist(),
    }


def square(matrix, right):
    return {
        "matrix": matrix.tolist(),
        "right": right.tolist(),
        "solution": np.linalg.solve(matrix, right).tolist(),
        "upperSolution": scipy.linalg.solve_triangular(matrix, right).tolist(),
        "lowerTransposedSolution": scipy.linalg.solve_triangular(matrix, right, lower=True, trans="T").tolist(),
        "reciprocalCondition": 1 / np.linalg.cond(matrix, 1),
        "product": (matrix @ matrix).tolist(),
        "timesRight": (matrix @ right).tolist(),
        "transposeTimesRight": (matrix.T @ right).tolist(),
    }


def least_squares(design, response, row):
    coefficients = np.linalg.lstsq(design, response, rcond=None)[0]
    residuals = response - design @ coefficients
    variance = residuals @ residuals / (len(response) - design.shape[1])
    covariance = np.linalg.inv(design.T @ design)
    leverage = row @ covariance @ row
    return {
        "design": design.tolist(),
        "response": response.tolist(),
        "row": row.tolist(),
        "coefficients": coefficients.tolist(),
        "residuals": residuals.tolist(),
        "residualVariance": variance,
        "unscaledCovariance": covariance.tolist(),
        "prediction": row @ coefficients,
        "leverage": leverage,
        "predictionVariance": variance * (1 + leverage),
    }


def main():
    generator = np.random.default_rng(20240601)

    def draw(*shape):
        return np.round(generator.normal(size=shape), 3)

    tall, wide = draw(7, 4), draw(3, 5)
    factor = draw(5, 5)
    half = draw(6, 6)
    result = {
        "madeBy": f"NumPy {np.__version__}, SciPy {scipy.__version__}",
        "general": [general(tall), general(wide)],
        "definite": definite(np.round(factor @ factor.T + np.eye(5), 3), draw(5)),
        "symmetric": symmetric(np.round((half + half.T) / 2, 3)),
        "square": square(draw(4, 4) + 2 * np.eye(4), draw(4)),
        "leastSquares": least_squares(
            np.column_stack([np.ones(12), draw(12), draw(12)]), draw(12), np.array([1, 0.5, -2])),
    }
    path = pathlib.Path(__file__).with_name("decompositions.json")
    path.write_text(json.dumps(result, indent=1) + "\n")


if __name__ == "__main__":
    main()
