import HTTPTypes
import Hummingbird
import JSON
import NIOCore

/// What a program is answered.
enum APIAnswer {
    /// - Parameter isPublic: whether everybody is answered the same, so that it may be kept for a minute.
    static func json(_ json: JSON, as media: String = APIPath.json, isPublic: Bool = false) -> Response {
        bytes(json.bytes(), as: media, isPublic: isPublic)
    }

    static func text(_ text: String, as media: String) -> Response {
        bytes(Array(text.utf8), as: media + "; charset=utf-8")
    }

    static func bytes(_ bytes: [UInt8], as media: String, isPublic: Bool = false) -> Response {
        Response(
            status: .ok,
            headers: [
                .contentType: media, .cacheControl: isPublic ? "public, max-age=60" : "no-store",
            ],
            body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
