#include "CZlib.h"

#include <limits.h>
#include <stdlib.h>
#include <zlib.h>

struct headframe_inflater {
    z_stream stream;
};

headframe_inflater *headframe_inflater_create(void) {
    headframe_inflater *inflater = calloc(1, sizeof *inflater);
    if (inflater == NULL) return NULL;
    /* 16: gzip only; zlib checks the header, the checksum and the length. */
    if (inflateInit2(&inflater->stream, 16 + MAX_WBITS) != Z_OK) {
        free(inflater);
        return NULL;
    }
    return inflater;
}

void headframe_inflater_destroy(headframe_inflater *inflater) {
    if (inflater == NULL) return;
    inflateEnd(&inflater->stream);
    free(inflater);
}

void headframe_inflater_reset(headframe_inflater *inflater) { inflateReset(&inflater->stream); }

enum headframe_inflate_status headframe_inflater_step(
    headframe_inflater *inflater, const void *input, size_t input_count, size_t *consumed, void *output,
    size_t output_count, size_t *produced) {
    z_stream *stream = &inflater->stream;
    uInt input_available = input_count > UINT_MAX ? UINT_MAX : (uInt)input_count;
    uInt output_available = output_count > UINT_MAX ? UINT_MAX : (uInt)output_count;
    stream->next_in = (z_const Bytef *)input;
    stream->avail_in = input_available;
    stream->next_out = output;
    stream->avail_out = output_available;
    int result = inflate(stream, Z_NO_FLUSH);
    *consumed = input_available - stream->avail_in;
    *produced = output_available - stream->avail_out;
    switch (result) {
    case Z_STREAM_END: return HEADFRAME_INFLATE_MEMBER_END;
    case Z_OK:
    case Z_BUF_ERROR: return HEADFRAME_INFLATE_MORE;
    case Z_MEM_ERROR: return HEADFRAME_INFLATE_NO_MEMORY;
    default: return HEADFRAME_INFLATE_DAMAGED;
    }
}
