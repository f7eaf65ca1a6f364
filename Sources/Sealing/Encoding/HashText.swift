import Crypto

/// SHA-256 (FIPS 180-4) as hexadecimal digits: what phone and server compare.
package enum HashText {
    /// 64 digits in lower case.
    package static func sha256(of bytes: some Sequence<UInt8>) -> String {
        HexText.text(of: SHA256.hash(data: Array(bytes)))
    }
}
