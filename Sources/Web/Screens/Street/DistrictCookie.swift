import Catalog
import Hummingbird

/// Remembers the district on the phone, and nothing else: a guard walks the same streets every night.
struct DistrictCookie: Sendable {
    let isSecure: Bool

    /// The district of the last report, if it is one of the catalogue.
    func district(in request: Request, _ districts: IndexedList<District>) -> Identifier<District>? {
        request.cookies[name].flatMap { districts[Identifier($0.value)]?.id }
    }

    func remembering(_ district: Identifier<District>) -> Cookie {
        Cookie(
            name: name, value: district.text, maxAge: 180 * 86_400, path: "/", secure: isSecure,
            httpOnly: true,
            sameSite: .strict)
    }

    /// The prefix binds the cookie to this very host, where browsers allow it.
    private var name: String { isSecure ? "__Host-distrito" : "distrito" }
}
