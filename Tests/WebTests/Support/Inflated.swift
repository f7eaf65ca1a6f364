import CZlib

/// The content of a gzip file, unpacked by zlib: the checksum and the length at its end are checked with it.
struct Inflated {
    let content: [UInt8]

    /// The file is not whole, or something stands behind it.
    struct Broken: Error {
        let code: Int32
    }

    init(gzip file: [UInt8], atMost limit: Int = 1 << 20) throws {
        var stream = z_stream()
        guard ruta_inflate_init_gzip(&stream) == Z_OK else { throw Broken(code: Z_MEM_ERROR) }
        defer { inflateEnd(&stream) }
        var input = file
        var code = Z_OK
        content = [UInt8](unsafeUninitializedCapacity: limit) { output, count in
            input.withUnsafeMutableBufferPointer { bytes in
                stream.next_in = bytes.baseAddress
                stream.avail_in = UInt32(bytes.count)
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(limit)
                code = inflate(&stream, Z_FINISH)
                count = limit - Int(stream.avail_out)
            }
        }
        guard code == Z_STREAM_END, stream.avail_in == 0 else { throw Broken(code: code) }
    }
}
