/// Scheme, host and port of an address of the web, in lower case: what a list of allowed receivers names.
public struct WebOrigin: Hashable, Sendable {
    /// `https://host` or `https://host:port`.
    public let text: String
    private let scheme: String
    private let host: String

    /// The origin of an address; nil where it has none, or carries a user.
    public init?(of address: String) {
        guard let end = address.range(of: "://") else { return nil }
        scheme = address[..<end.lowerBound].lowercased()
        let authority = address[end.upperBound...].prefix { !"/?#".contains($0) }.lowercased()
        guard ["http", "https"].contains(scheme), !authority.isEmpty, !authority.contains("@") else {
            return nil
        }
        host =
            authority.hasPrefix("[")
            ? String(authority.prefix { $0 != "]" }) + "]" : String(authority.prefix { $0 != ":" })
        let port = authority.dropFirst(host.count)
        let isName = host.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) || "-.:[]".utf8.contains(byte)
        }
        let isPort = port.isEmpty || (port.first == ":" && UInt16(port.dropFirst()) != nil)
        guard isName, isPort, !host.isEmpty else { return nil }
        text = scheme + "://" + authority
    }

    /// Whether nobody between here and there can read or change what is sent.
    public var isSafe: Bool { scheme == "https" || isThisMachine }

    /// The machine itself, as a gateway on the same host is reached.
    public var isThisMachine: Bool { ["127.0.0.1", "[::1]"].contains(host) }
}

extension String {
    fileprivate func range(of part: String) -> Range<String.Index>? { firstRange(of: part) }
}
