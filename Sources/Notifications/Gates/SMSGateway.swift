import CaseRegister

/// The gateway that turns a request into a short message: whose, and how it wants to be asked.
public struct SMSGateway: Equatable, Sendable, CustomStringConvertible {
    /// With `{to}`, `{text}` and `{id}`, each percent-encoded.
    public let url: String
    /// With the same places; nil asks with GET. Where it begins with `{` it is JSON, else a form.
    public let body: String?
    /// The value of the header `Authorization`; nil sends none. Printing the gateway does not print it.
    public var authorization: String?

    public init(url: String, body: String?) {
        self.url = url
        self.body = body
    }

    public var description: String { "gateway" }

    /// Why a template cannot be used.
    public enum Misread: Error, Equatable {
        case notSafe
        /// It never says whom to write to, or what.
        case placeMissing(String)
        case unknownPlace(String)
    }

    /// Checks that it leads to a safe place and says all that it must.
    public func check() throws(Misread) {
        guard let origin = WebOrigin(of: url), origin.isSafe, !origin.text.contains("{") else {
            throw .notSafe
        }
        let whole = url + (body ?? "")
        for place in ["to", "text"] where !whole.contains("{\(place)}") { throw .placeMissing(place) }
        for part in (url + " " + formPart).split(separator: "{").dropFirst() {
            let name = part.prefix { $0 != "}" }
            if !["to", "text", "id"].contains(name) { throw .unknownPlace(String(name)) }
        }
    }

    var isJSON: Bool { body?.hasPrefix("{") ?? false }

    /// In JSON every brace that is not a place is one of JSON.
    private var formPart: String { isJSON ? "" : body ?? "" }
}
