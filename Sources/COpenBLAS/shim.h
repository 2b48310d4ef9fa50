#ifndef BURDENSHARE_COPENBLAS_SHIM_H
#define BURDENSHARE_COPENBLAS_SHIM_H
#include <cblas.h>
#endif
