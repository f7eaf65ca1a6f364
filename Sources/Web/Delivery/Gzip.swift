import CZlib

/// Gzip (RFC 1952) through zlib, so that a page crosses a slow network in a third of the bytes.
///
/// No page carries a secret beside text that a stranger chose, so compression tells nobody anything.
enum Gzip {
    /// The content as one gzip file; nil where zlib has no memory, and the page then leaves as it is.
    ///
    /// - Parameter level: 1 is fast, 9 is small; 6 serves pages that are made for one reader.
    static func compress(_ content: [UInt8], level: Int32 = 6) -> [UInt8]? {
        var stream = z_stream()
        guard ruta_deflate_init_gzip(&stream, level) == Z_OK else { return nil }
        defer { deflateEnd(&stream) }
        var input = content
        let bound = Int(deflateBound(&stream, UInt(content.count)))
        var isWhole = false
        let packed = [UInt8](unsafeUninitializedCapacity: bound) { output, count in
            input.withUnsafeMutableBufferPointer { bytes in
                stream.next_in = bytes.baseAddress
                stream.avail_in = UInt32(bytes.count)
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(bound)
                isWhole = deflate(&stream, Z_FINISH) == Z_STREAM_END
                count = bound - Int(stream.avail_out)
            }
        }
        return isWhole ? packed : nil
    }
}
