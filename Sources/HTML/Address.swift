/// An address that a page may link to: inside this site, `https`, `tel` or `sms`, and nothing else.
public struct Address: Hashable, Sendable {
    /// The address as it stands in the attribute, percent-encoded.
    public let text: String

    private init(unchecked text: String) { self.text = text }

    /// A page of this site: the parts of its path, what is asked of it, and a place on it.
    public static func page(
        _ path: [String], query: KeyValuePairs<String, String> = [:], fragment: String? = nil
    ) -> Address {
        var text = path.isEmpty ? "/" : ""
        for part in path { text += "/" + encoded(part) }
        for (number, asked) in query.enumerated() {
            text += (number == 0 ? "?" : "&") + encoded(asked.key) + "=" + encoded(asked.value)
        }
        if let fragment { text += "#" + encoded(fragment) }
        return Address(unchecked: text)
    }

    /// A page of this site, asked only what has an answer.
    public static func page(_ path: [String], asked: KeyValuePairs<String, String?>) -> Address {
        var text = page(path).text
        var mark = "?"
        for (name, value) in asked {
            guard let value else { continue }
            text += mark + encoded(name) + "=" + encoded(value)
            mark = "&"
        }
        return Address(unchecked: text)
    }

    /// A place on the same page.
    public static func place(_ fragment: String) -> Address { Address(unchecked: "#" + encoded(fragment)) }

    /// The same page at a place on it.
    public func at(_ fragment: String) -> Address { Address(unchecked: text + "#" + Self.encoded(fragment)) }

    /// A number to dial: digits with an optional leading `+`, and an extension dialled after two pauses.
    public init?(calling number: String, extension: String? = nil) {
        guard let digits = Self.dialled(number) else { return nil }
        guard let `extension` else {
            self.init(unchecked: "tel:" + digits)
            return
        }
        guard Self.areDigits(`extension`) else { return nil }
        self.init(unchecked: "tel:" + digits + ",," + `extension`)
    }

    /// A short message to a number, its text already written.
    public init?(messaging number: String, body: String) {
        guard let digits = Self.dialled(number) else { return nil }
        self.init(unchecked: "sms:" + digits + "?body=" + Self.encoded(body))
    }

    /// A page elsewhere: `https`, a plain host, and only characters that an address may have.
    public init?(web address: String) {
        let scheme = "https://"
        guard address.utf8.starts(with: scheme.utf8) else { return nil }
        let rest = address.utf8.dropFirst(scheme.utf8.count)
        let host = rest.prefix {
            $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#")
        }
        guard !host.isEmpty, host.contains(UInt8(ascii: ".")), host.allSatisfy(Self.isHostByte) else {
            return nil
        }
        guard rest.allSatisfy(Self.isAddressByte) else { return nil }
        self.init(unchecked: address)
    }

    private static func dialled(_ number: String) -> String? {
        let digits = number.hasPrefix("+") ? number.dropFirst() : Substring(number)
        return areDigits(digits) ? number : nil
    }

    private static func areDigits(_ text: some StringProtocol) -> Bool {
        (1...15).contains(text.utf8.count) && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }

    private static func isHostByte(_ byte: UInt8) -> Bool {
        isUnreserved(byte) && byte != UInt8(ascii: "_") && byte != UInt8(ascii: "~")
    }

    private static func isAddressByte(_ byte: UInt8) -> Bool {
        isUnreserved(byte) || "/?#[]@!$&()*+,;=:%".utf8.contains(byte)
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "~"):
            true
        default: false
        }
    }

    private static func encoded(_ text: String) -> String {
        // Nearly every part is an id or a word of ours.
        if text.utf8.allSatisfy(isUnreserved) { return text }
        let digits = Array("0123456789ABCDEF".utf8)
        var encoded: [UInt8] = []
        for byte in text.utf8 {
            if isUnreserved(byte) {
                encoded.append(byte)
            } else {
                encoded += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: encoded, as: UTF8.self)
    }
}
