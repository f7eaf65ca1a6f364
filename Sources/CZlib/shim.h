// zlib for Swift: `deflateInit2` is a macro, which Swift cannot call.
#pragma once
#include <zlib.h>

/// Starts a stream that writes the gzip format (RFC 1952): 15 bits of window, and 16 for the gzip header.
static inline int ruta_deflate_init_gzip(z_streamp stream, int level) {
    return deflateInit2(stream, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
}

/// Starts a stream that reads the gzip format.
static inline int ruta_inflate_init_gzip(z_streamp stream) {
    return inflateInit2(stream, 15 + 16);
}
