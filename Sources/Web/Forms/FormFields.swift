import HTTPTypes
import Hummingbird
import NIOCore

/// The fields of a form or of a query; of several with one name the last counts.
struct FormFields: Equatable, Sendable {
    /// What was sent, by name.
    let values: [String: String]
    /// The names of fields whose text is broken or has control characters; their values are dropped.
    let refused: [String]

    /// How many bytes a form may have.
    static let mostBytes = 16_384

    /// Fields that are known already, all of them whole.
    init(values: [String: String]) {
        self.values = values
        refused = []
    }

    /// Reads fields in the form `a=b&c=d`.
    init(urlEncoded bytes: some Sequence<UInt8>) {
        var values: [String: String] = [:]
        var refused: [String] = []
        for pair in Array(bytes).split(separator: UInt8(ascii: "&")) {
            let parts = pair.split(
                separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = Self.decoded(parts[0]), !name.isEmpty else { continue }
            values[name] = nil
            guard let value = parts.count == 2 ? Self.decoded(parts[1]) : "" else {
                refused.append(name)
                continue
            }
            values[name] = value
        }
        self.values = values
        self.refused = Array(Set(refused)).sorted()
    }

    /// Reads the form that a page of ours sent.
    ///
    /// - Throws: `.tooLarge` beyond the limit, `.unreadable` for another kind of body or one from another site.
    init(of request: Request) async throws {
        guard !Self.isFromAnotherSite(request) else { throw WebFault.unreadable }
        let type = request.headers[.contentType]?.split(separator: ";").first.map(String.init)
        guard type == nil || type?.lowercased() == "application/x-www-form-urlencoded" else {
            throw WebFault.unreadable
        }
        if let length = request.headers[.contentLength].flatMap(Int.init), length > Self.mostBytes {
            throw WebFault.tooLarge
        }
        let body = try await request.body.collect(upTo: Self.mostBytes)
        self.init(urlEncoded: body.readableBytesView)
    }

    subscript(name: String) -> String? { values[name] }

    static func isFromAnotherSite(_ request: Request) -> Bool {
        HTTPField.Name("Sec-Fetch-Site").map { request.headers[$0] == "cross-site" } ?? false
    }

    private static func decoded(_ bytes: ArraySlice<UInt8>) -> String? {
        var decoded: [UInt8] = []
        var rest = bytes
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "+"): decoded.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                guard let high = digit(rest.popFirst()), let low = digit(rest.popFirst()) else { return nil }
                decoded.append(high << 4 | low)
            default: decoded.append(byte)
            }
        }
        return text(decoded)
    }

    /// A text as a person types it; nil for one that is broken or has control characters.
    static func text(_ bytes: [UInt8]) -> String? {
        guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
        return text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control } ? text : nil
    }

    private static func digit(_ byte: UInt8?) -> UInt8? {
        switch byte {
        case .some(let byte) where (0x30...0x39).contains(byte): byte - 0x30
        case .some(let byte) where (0x41...0x46).contains(byte & 0xDF): (byte & 0xDF) - 0x41 + 10
        default: nil
        }
    }
}
