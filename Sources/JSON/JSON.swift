/// One JSON value: what the phone sends, what the journal keeps, what the command line prints.
///
/// Numbers are whole and exact. A fraction is refused on reading, because nothing in a report is measured
/// and a rounded number would make two equal reports differ. An object keeps the order of its members.
public enum JSON: Hashable, Sendable {
    case null
    case boolean(Bool)
    case integer(Int64)
    case string(String)
    case array([JSON])
    case object([Member])

    /// One name and its value within an object.
    public struct Member: Hashable, Sendable {
        public let key: String
        public let value: JSON

        public init(_ key: String, _ value: JSON) {
            self.key = key
            self.value = value
        }
    }

    /// How many containers may stand within each other.
    public static let deepest = 16

    /// Reads one value from UTF-8 bytes, all of them.
    ///
    /// - Throws: a `Misread` with its byte offset, where the bytes are not one JSON value, and where they are
    ///   one that two readers could understand differently: a key twice, a fraction, half a surrogate pair.
    public init(parsing bytes: [UInt8]) throws(Misread) {
        var parser = JSONParser(bytes)
        self = try parser.document()
    }

    /// Why bytes were not read, and where; never what stood there.
    public struct Misread: Error, Equatable {
        public let reason: Reason
        /// How many bytes stand before the one that was refused.
        public let offset: Int

        public init(reason: Reason, offset: Int) {
            self.reason = reason
            self.offset = offset
        }

        /// What was wrong with the byte at the offset.
        public enum Reason: String, Sendable {
            case unexpectedByte = "unexpected-byte"
            case unexpectedEnd = "unexpected-end"
            case trailingData = "trailing-data"
            case tooDeep = "too-deep"
            case duplicateKey = "duplicate-key"
            case notWhole = "not-a-whole-number"
            case outOfRange = "number-out-of-range"
            case controlCharacter = "control-character"
            case nul = "nul-character"
            case unknownEscape = "unknown-escape"
            case loneSurrogate = "lone-surrogate"
            case notUTF8 = "not-utf-8"
        }
    }
}
