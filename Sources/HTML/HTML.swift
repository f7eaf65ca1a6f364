/// Markup into which text can only come escaped.
///
/// It is written as a string literal with interpolations: the literal is markup, what is interpolated is text,
/// markup, an ``Attribute`` or an ``Address``, each only where it belongs. A value in a place where it could
/// become markup or script stops a debug build and is left out of a release build.
public struct HTML: Equatable, Sendable {
    /// The markup as UTF-8.
    public private(set) var utf8: [UInt8]

    /// No markup at all.
    public init() { utf8 = [] }

    init(utf8: [UInt8]) { self.utf8 = utf8 }

    /// Markup that was made elsewhere and is taken as it is.
    ///
    /// - Parameter reason: Why it cannot hold anything that a person typed.
    public static func trusted(_ markup: String, because reason: StaticString) -> HTML {
        HTML(utf8: Array(markup.utf8))
    }

    public var isEmpty: Bool { utf8.isEmpty }

    /// The markup as a string, for tests and for small pieces.
    public var text: String { String(decoding: utf8, as: UTF8.self) }

    public static func + (left: HTML, right: HTML) -> HTML { HTML(utf8: left.utf8 + right.utf8) }

    public static func += (left: inout HTML, right: HTML) { left.utf8 += right.utf8 }
}

extension Sequence<HTML> {
    /// The pieces one after the other.
    public func joined() -> HTML { reduce(into: HTML()) { $0 += $1 } }
}
