import Access
import CaseRegister
import HTTPTypes
import Hummingbird
import ReferralDomain

/// Lets in who may open a page, and says to everybody else that there is none.
struct Gate: Sendable {
    let door: any Door
    let settings: WebSettings
    /// How fast a session may ask; nil where nobody counts.
    var pace: RequestPace?
    let clock: @Sendable () -> Instant

    /// The holder of the session, if the role may open the page.
    ///
    /// - Throws: `.mustEnter` without a live session, `.tooMany` where it asks too fast, `.notFound` where
    ///   the role has no such page.
    func visitor(_ request: Request, for page: PagePattern) async throws -> Visitor {
        guard let token = Self.token(request, settings),
            let visitor = try await door.visitor(holding: token)
        else { throw WebFault.mustEnter }
        if let wait = await pace?.begin(visitor.session, at: clock(), isAct: request.method == .post) {
            throw WebFault.tooMany(seconds: Int((wait + 999) / 1_000))
        }
        guard let permission = page.permission,
            PermissionMatrix.carried.mayOpen(permission, as: visitor.acting.role)
        else { throw WebFault.notFound }
        return visitor
    }

    /// The fields of a form of this session.
    ///
    /// - Throws: `.unreadable` where the form does not carry the token of the session.
    func form(_ request: Request, of visitor: Visitor) async throws -> FormFields {
        try Self.ofSession(try await FormFields(of: request), visitor)
    }

    /// A form of this session that brings a file in one of these fields, of at most so many bytes.
    ///
    /// - Throws: as `form`.
    func upload(
        _ request: Request, of visitor: Visitor, file names: [String], most: Int
    ) async throws -> UploadedForm {
        let form = try await UploadedForm(of: request, file: names, most: most)
        _ = try Self.ofSession(form.fields, visitor)
        return form
    }

    private static func ofSession(_ fields: FormFields, _ visitor: Visitor) throws -> FormFields {
        guard fields[tokenField] == visitor.formToken else { throw WebFault.unreadable }
        return fields
    }

    /// What the cookie of a session holds; nil where there is none.
    static func token(_ request: Request, _ settings: WebSettings) -> String? {
        request.cookies[cookieName(settings)]?.value
    }

    /// The header that gives a session to the browser; for this host, for no script, for no other site.
    static func cookie(holding token: String, _ settings: WebSettings) -> String {
        let end = settings.isReachedByHTTPS ? "; Secure" : ""
        return "\(cookieName(settings))=\(token); Path=/; HttpOnly; SameSite=Strict" + end
    }

    /// The hidden field that every form of a staff page carries.
    static let tokenField = "sello"

    /// `__Host-` binds the cookie to this host and to https, where https is in front.
    static func cookieName(_ settings: WebSettings) -> String {
        settings.isReachedByHTTPS ? "__Host-ruta-sesion" : "ruta-sesion"
    }
}
