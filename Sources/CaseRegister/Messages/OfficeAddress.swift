/// An address of an office: a mailbox, a telephone that takes short messages, a page that takes calls of a program.
///
/// It is the only thing that a message can be sent to. What it may hold is narrow, so that nothing in it can become
/// a header, a second recipient or another field of a request.
public struct OfficeAddress: Hashable, Sendable {
    public let kind: ChannelKind
    public let text: String

    /// Why a text is no address.
    public enum Misread: Error, Hashable, Sendable {
        case empty, tooLong, notOne
    }

    public init(_ kind: ChannelKind, reading typed: String) throws(Misread) {
        let bytes = Array(typed.utf8)
        guard !bytes.isEmpty else { throw .empty }
        guard bytes.count <= Self.longest else { throw .tooLong }
        // Printable ASCII without a space: no line break, no NUL, no letter that only looks like another one.
        guard bytes.allSatisfy({ (0x21...0x7E).contains($0) }) else { throw .notOne }
        let isOne =
            switch kind {
            case .email: Self.isMailbox(bytes)
            case .sms: Self.isTelephone(bytes)
            case .webhook: Self.isPage(typed)
            }
        guard isOne else { throw .notOne }
        self.kind = kind
        text = typed
    }

    /// What a page shows of it to whoever does not keep it: `m…@example.org`, `…321`.
    public var hint: String {
        switch kind {
        case .email: "\(text.prefix(1))…\(text.drop { $0 != "@" })"
        case .sms: "…\(text.suffix(3))"
        case .webhook: String(text.prefix { $0 != "?" }.prefix(40))
        }
    }

    /// One local part and one domain of letters, digits and what is common in both; no quoting.
    private static func isMailbox(_ bytes: [UInt8]) -> Bool {
        let parts = bytes.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        guard parts.count == 2, (1...64).contains(parts[0].count), parts[1].count >= 3 else { return false }
        let isLocal = parts[0].allSatisfy { isWord($0) || "._%+-".utf8.contains($0) }
        let labels = parts[1].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return isLocal && labels.count >= 2 && labels.allSatisfy(isLabel)
    }

    private static func isLabel(_ label: ArraySlice<UInt8>) -> Bool {
        let hyphen = UInt8(ascii: "-")
        return !label.isEmpty && label.first != hyphen && label.last != hyphen
            && label.allSatisfy { isWord($0) || $0 == hyphen }
    }

    /// Digits, with a plus in front where it carries the country.
    private static func isTelephone(_ bytes: [UInt8]) -> Bool {
        let digits = bytes.first == UInt8(ascii: "+") ? bytes.dropFirst() : bytes[...]
        return (6...15).contains(digits.count) && digits.allSatisfy { (0x30...0x39).contains($0) }
    }

    /// `https`, or `http` on this very machine; no user, no password, no fragment.
    private static func isPage(_ text: String) -> Bool {
        guard let origin = WebOrigin(of: text) else { return false }
        return !text.contains("#") && !text.contains("\\") && origin.isSafe
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) && byte < 0x7B
    }

    private static let longest = 254
}
