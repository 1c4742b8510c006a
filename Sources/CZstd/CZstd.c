#include "CZstd.h"

#include <stdlib.h>
#include <zstd.h>

struct headframe_zstd {
    ZSTD_CCtx *compressor;
    ZSTD_DCtx *decompressor;
};

headframe_zstd *headframe_zstd_create(void) {
    headframe_zstd *zstd = calloc(1, sizeof *zstd);
    if (!zstd) return NULL;
    zstd->compressor = ZSTD_createCCtx();
    zstd->decompressor = ZSTD_createDCtx();
    if (!zstd->compressor || !zstd->decompressor) {
        headframe_zstd_destroy(zstd);
        return NULL;
    }
    return zstd;
}

void headframe_zstd_destroy(headframe_zstd *zstd) {
    if (!zstd) return;
    ZSTD_freeCCtx(zstd->compressor);
    ZSTD_freeDCtx(zstd->decompressor);
    free(zstd);
}

size_t headframe_zstd_bound(size_t count) { return ZSTD_compressBound(count); }

int64_t headframe_zstd_compress(headframe_zstd *zstd, void *to, size_t capacity, const void *from, size_t count, int level) {
    size_t written = ZSTD_compressCCtx(zstd->compressor, to, capacity, from, count, level);
    return ZSTD_isError(written) ? -1 : (int64_t)written;
}

int headframe_zstd_decompress(headframe_zstd *zstd, void *to, size_t expected, const void *from, size_t count) {
    size_t written = ZSTD_decompressDCtx(zstd->decompressor, to, expected, from, count);
    return ZSTD_isError(written) || written != expected ? -1 : 0;
}
