/* Zstandard as plain functions: the library's contexts are opaque and its errors are encoded in sizes, which Swift would
 * have to decode at every call. */
#ifndef CZSTD_H
#define CZSTD_H

#include <stddef.h>
#include <stdint.h>

/* Working memory of a compressor and a decompressor; one thread at a time. NULL when there is no memory. */
typedef struct headframe_zstd headframe_zstd;
headframe_zstd *headframe_zstd_create(void);
void headframe_zstd_destroy(headframe_zstd *zstd);

/* The most bytes that `count` bytes can become. */
size_t headframe_zstd_bound(size_t count);

/* Compresses `count` bytes at `level`; the number of bytes written, or -1 when they do not fit `capacity`. */
int64_t headframe_zstd_compress(headframe_zstd *zstd, void *to, size_t capacity, const void *from, size_t count, int level);

/* Restores one whole frame that must give exactly `expected` bytes; 0 when it did, -1 for damaged or other bytes. */
int headframe_zstd_decompress(headframe_zstd *zstd, void *to, size_t expected, const void *from, size_t count);

#endif
