// What Swift sees of libbrotlienc: BrotliEncoderCompress and BrotliEncoderMaxCompressedSize.
#include <brotli/encode.h>
