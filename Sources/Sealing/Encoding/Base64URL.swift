/// Bytes as base64url without padding (RFC 4648 section 5): what phones and addresses carry.
package enum Base64URL {
    /// The text of some bytes.
    package static func text(of bytes: some Sequence<UInt8>) -> String { BitText.base64URL.text(of: bytes) }

    /// The bytes of a text; nil where it is not exactly the text that these bytes are written as.
    package static func bytes(of text: String) -> [UInt8]? { BitText.base64URL.bytes(of: text) }
}
