#ifndef CZLIB_H
#define CZLIB_H

#include <stddef.h>

/* Inflating gzip with zlib, as plain functions: inflateInit2 and the fields of z_stream are macros and pointers to which Swift
   has no good access. */

typedef struct headframe_inflater headframe_inflater;

enum headframe_inflate_status {
    /* More output or more input is wanted. */
    HEADFRAME_INFLATE_MORE = 0,
    /* A gzip member ended; its checksum and length were right. */
    HEADFRAME_INFLATE_MEMBER_END = 1,
    HEADFRAME_INFLATE_DAMAGED = 2,
    HEADFRAME_INFLATE_NO_MEMORY = 3
};

/* A new inflater, or NULL when there is no memory. */
headframe_inflater *headframe_inflater_create(void);

void headframe_inflater_destroy(headframe_inflater *inflater);

/* Makes ready for another gzip member. */
void headframe_inflater_reset(headframe_inflater *inflater);

/* Inflates from input to output until one of them or the member is used up; says how much of each was used. */
enum headframe_inflate_status headframe_inflater_step(
    headframe_inflater *inflater, const void *input, size_t input_count, size_t *consumed, void *output,
    size_t output_count, size_t *produced);

#endif
