// What of OpenBLAS the LinearAlgebra module calls.
//
// cblas.h declares the BLAS. The LAPACK inside OpenBLAS has only Fortran entry points on Debian (no lapacke.h),
// so they are declared here, and each is wrapped once: arguments by value, `info` as the result.
// The Fortran convention (everything by reference, hidden string lengths last) is visible nowhere else.

#ifndef BURDENSHARE_COPENBLAS_SHIM_H
#define BURDENSHARE_COPENBLAS_SHIM_H

#include <cblas.h>

// An OpenBLAS with 64-bit integers would read garbage sizes: refuse it when compiling, not when running.
_Static_assert(sizeof(blasint) == 4, "burdenshare needs an OpenBLAS with 32-bit integers");

void dgeqp3_(const blasint *m, const blasint *n, double *a, const blasint *lda, blasint *jpvt, double *tau,
             double *work, const blasint *lwork, blasint *info);
void dormqr_(const char *side, const char *trans, const blasint *m, const blasint *n, const blasint *k,
             const double *a, const blasint *lda, const double *tau, double *c, const blasint *ldc,
             double *work, const blasint *lwork, blasint *info, size_t side_length, size_t trans_length);
void dtrcon_(const char *norm, const char *uplo, const char *diag, const blasint *n, const double *a,
             const blasint *lda, double *rcond, double *work, blasint *iwork, blasint *info,
             size_t norm_length, size_t uplo_length, size_t diag_length);
void dpotrf_(const char *uplo, const blasint *n, double *a, const blasint *lda, blasint *info,
             size_t uplo_length);
void dpotrs_(const char *uplo, const blasint *n, const blasint *nrhs, const double *a, const blasint *lda,
             double *b, const blasint *ldb, blasint *info, size_t uplo_length);
void dpotri_(const char *uplo, const blasint *n, double *a, const blasint *lda, blasint *info,
             size_t uplo_length);
void dpocon_(const char *uplo, const blasint *n, const double *a, const blasint *lda, const double *anorm,
             double *rcond, double *work, blasint *iwork, blasint *info, size_t uplo_length);
void dsyev_(const char *jobz, const char *uplo, const blasint *n, double *a, const blasint *lda, double *w,
            double *work, const blasint *lwork, blasint *info, size_t jobz_length, size_t uplo_length);
void dgesdd_(const char *jobz, const blasint *m, const blasint *n, double *a, const blasint *lda, double *s,
             double *u, const blasint *ldu, double *vt, const blasint *ldvt, double *work,
             const blasint *lwork, blasint *iwork, blasint *info, size_t jobz_length);

// QR with column pivoting of a dense m x n matrix.
static inline blasint lapack_geqp3(blasint m, blasint n, double *a, blasint *jpvt, double *tau, double *work,
                                   blasint lwork) {
  blasint info = 0;
  dgeqp3_(&m, &n, a, &m, jpvt, tau, work, &lwork, &info);
  return info;
}

// c := Q c (trans 'N') or Q' c (trans 'T') for the m x count matrix c; Q as lapack_geqp3 left it in a and tau.
static inline blasint lapack_ormqr(char trans, blasint m, blasint count, blasint k, const double *a,
                                   const double *tau, double *c, double *work, blasint lwork) {
  blasint info = 0;
  dormqr_("L", &trans, &m, &count, &k, a, &m, tau, c, &m, work, &lwork, &info, 1, 1);
  return info;
}

// Reciprocal condition number, in the 1-norm, of the upper n x n triangle of a. work: 3n, iwork: n.
static inline blasint lapack_trcon(blasint n, const double *a, blasint lda, double *rcond, double *work,
                                   blasint *iwork) {
  blasint info = 0;
  dtrcon_("1", "U", "N", &n, a, &lda, rcond, work, iwork, &info, 1, 1, 1);
  return info;
}

// Lower Cholesky factor in place.
static inline blasint lapack_potrf(blasint n, double *a) {
  blasint info = 0;
  dpotrf_("L", &n, a, &n, &info, 1);
  return info;
}

// Solves for the n x count matrix b, in place, given the lower Cholesky factor.
static inline blasint lapack_potrs(blasint n, blasint count, const double *a, double *b) {
  blasint info = 0;
  dpotrs_("L", &n, &count, a, &n, b, &n, &info, 1);
  return info;
}

// Lower triangle of the inverse, in place of the lower Cholesky factor.
static inline blasint lapack_potri(blasint n, double *a) {
  blasint info = 0;
  dpotri_("L", &n, a, &n, &info, 1);
  return info;
}

// Reciprocal condition number from the lower Cholesky factor and the 1-norm. work: 3n, iwork: n.
static inline blasint lapack_pocon(blasint n, const double *a, double norm, double *rcond, double *work,
                                   blasint *iwork) {
  blasint info = 0;
  dpocon_("L", &n, a, &n, &norm, rcond, work, iwork, &info, 1);
  return info;
}

// Eigenvalues (ascending) into w and eigenvectors in place of the symmetric a.
static inline blasint lapack_syev(blasint n, double *a, double *w, double *work, blasint lwork) {
  blasint info = 0;
  dsyev_("V", "L", &n, a, &n, w, work, &lwork, &info, 1, 1);
  return info;
}

// Thin singular value decomposition, k = min(m, n): u is m x k, s has k values, vt is k x n. iwork: 8k.
static inline blasint lapack_gesdd(blasint m, blasint n, blasint k, double *a, double *s, double *u, double *vt,
                                   double *work, blasint lwork, blasint *iwork) {
  blasint info = 0;
  dgesdd_("S", &m, &n, a, &m, s, u, &m, vt, &k, work, &lwork, iwork, &info, 1);
  return info;
}

#endif
