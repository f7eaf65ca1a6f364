import HTML
import Access
import CaseRegister
import Catalog
import HTTPTypes
import Hummingbird
import ReferralDomain

/// The care of the directory: calls that verify numbers, and changes that are in force at once.
struct DirectoryCareRoutes: Sendable {
    static let contactField = "contacto"
    static let idField = "id"
    static let outcomeField = "resultado"
    static let numberField = "numero"
    static let extensionField = "anexo"
    static let reasonField = "motivo"

    /// What may be done with a phone.
    enum Act: String {
        case call = "llamada"
        case change = "cambiar"
        case confirm = "confirmar"

        var action: KeeperAction {
            switch self {
            case .call: .directoryCall
            case .change: .directoryChange
            case .confirm: .directoryConfirm
            }
        }
    }

    let room: StaffRoom
    let keeping: KeepingPorts

    private var book: any DirectoryBook { keeping.directory }

    func add(to router: some RouterMethods<BasicRequestContext>) {
        router.get(PagePattern.directoryCare.path, use: show)
        router.post(PagePattern.directoryCare.path, use: act)
    }

    @Sendable func show(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let visitor = try await room.gate.visitor(request, for: .directoryCare)
        let fields = FormFields(urlEncoded: (request.uri.query ?? "").utf8)
        if let asked = fields[Self.contactField] {
            return try await page(try contact(asked), visitor, request, attempt: nil)
        }
        let catalog = room.site.catalog
        let model = DirectoryCareModel(
            catalog.content, notes: try await notes(), at: room.clock(), names: CatalogNames(catalog))
        let head = room.head(visitor, on: .directoryCare)
        return DirectoryCareView(model: model, head: head, texts: room.site.texts).document.response(
            .ok, room.site, request)
    }

    @Sendable func act(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let visitor = try await room.gate.visitor(request, for: .directoryCare)
        let form = try await room.gate.form(request, of: visitor)
        let contact = try contact(form[Self.contactField] ?? "")
        guard let act = form[ActForm.actField].flatMap(Act.init) else { throw WebFault.unreadable }
        try await note(act, contact, form, visitor)
        let problem =
            switch act {
            case .call: try await call(contact, form, visitor)
            case .change: try await change(contact, form, visitor)
            case .confirm: try await confirm(form, visitor)
            }
        room.site.inForce.follow(try await notes())
        guard let problem else {
            return Response(
                status: .seeOther,
                headers: [
                    .location: ContactParts.address(contact.id.text).text, .cacheControl: "no-store",
                ])
        }
        let attempt = ContactCareAttempt(
            problem: problem, outcome: form[Self.outcomeField] ?? "",
            number: String((form[Self.numberField] ?? "").prefix(Self.longestTyped)),
            inner: String((form[Self.extensionField] ?? "").prefix(Self.longestTyped)),
            reason: form[Self.reasonField] ?? "")
        return try await page(contact, visitor, request, attempt: attempt)
    }

    /// Every act here leaves a leaf before it is done, refused ones as well.
    private func note(
        _ act: Act, _ contact: Contact, _ form: FormFields, _ visitor: Visitor
    ) async throws {
        let reason =
            form[Self.outcomeField].flatMap(ContactCall.Outcome.init)?.rawValue
            ?? form[Self.reasonField].flatMap(NumberChange.Reason.init)?.rawValue
        let entry = act.action.entry(
            on: [contact.id.text], because: reason, by: visitor, at: room.clock())
        try await keeping.audit.commit(entry)
    }

    private func call(
        _ contact: Contact, _ form: FormFields, _ visitor: Visitor
    ) async throws -> ContactCareAttempt.Problem? {
        guard let outcome = form[Self.outcomeField].flatMap(ContactCall.Outcome.init) else {
            return .outcomeMissing
        }
        do {
            try await CallOutcomeDesk(book: book, clock: room.clock).record(
                try id(form), to: contact.id.text, outcome, by: visitor.acting)
        } catch let fault as JournalFault {
            return .refused(.fault(fault))
        }
        return nil
    }

    private func change(
        _ contact: Contact, _ form: FormFields, _ visitor: Visitor
    ) async throws -> ContactCareAttempt.Problem? {
        guard let value = TypedNumber.digits(form[Self.numberField] ?? ""), contact.kind.takes(value) else {
            return .numberWrong
        }
        let typed = form[Self.extensionField] ?? ""
        guard let inner = TypedNumber.digits(typed), inner.utf8.count <= Self.longestExtension else {
            return .extensionWrong
        }
        guard inner.isEmpty || contact.kind == .fixed else { return .extensionWrong }
        guard let reason = form[Self.reasonField].flatMap(NumberChange.Reason.init) else {
            return .reasonMissing
        }
        guard let seen = form[ActForm.seenField].flatMap(Int.init), (0..<Self.mostVersions).contains(seen)
        else { throw WebFault.unreadable }
        do {
            try await NumberDesk(book: book, clock: room.clock).change(
                try id(form), of: contact.id.text, seen: seen,
                to: NumberChange.Number(value, extension: inner.isEmpty ? nil : inner), because: reason,
                by: visitor)
        } catch let refusal as NumberRefusal {
            return .refused(refusal)
        }
        return nil
    }

    private func confirm(
        _ form: FormFields, _ visitor: Visitor
    ) async throws -> ContactCareAttempt.Problem? {
        do {
            try await NumberDesk(book: book, clock: room.clock).confirm(try id(form), by: visitor)
        } catch let refusal as NumberRefusal {
            return .refused(refusal)
        }
        return nil
    }

    private func page(
        _ contact: Contact, _ visitor: Visitor, _ request: Request, attempt: ContactCareAttempt?
    ) async throws -> Response {
        let site = room.site
        let catalog = site.catalog
        let note = try await notes()[contact.id.text]
        // Read again: an act of this very request may have changed the number.
        guard let stands = catalog.content.contacts[contact.id],
            let line = ContactLine(stands, note: note, names: CatalogNames(catalog))
        else { throw WebFault.notFound }
        let published = note.inForce == nil ? nil : site.inForce.published.content.contacts[contact.id]
        let model = ContactCareModel(
            now: room.clock(), line: line, kind: stands.kind, hours: stands.hours, note: note,
            published: published.flatMap { CallCard($0) }, nextCall: room.drawnID(),
            nextChange: room.drawnID(), viewer: visitor.acting.account)
        let view = ContactCareView(
            model: model, head: room.head(visitor, on: .directoryCare), texts: site.texts, attempt: attempt)
        return view.document.response(attempt == nil ? .ok : .unprocessableContent, site, request)
    }

    private func notes() async throws(JournalFault) -> DirectoryNotes {
        try await room.site.notes(in: book)
    }

    /// A phone of the catalogue.
    ///
    /// - Throws: `.notFound` for what the catalogue does not have or nobody can call.
    private func contact(_ id: String) throws -> Contact {
        guard let contact = room.site.catalog.content.contacts[.init(id)], contact.kind.isPhone else {
            throw WebFault.notFound
        }
        return contact
    }

    private func id<Subject>(_ form: FormFields) throws -> RecordID<Subject> {
        guard let id = form[Self.idField].flatMap({ try? RecordID<Subject>(reading: $0) }) else {
            throw WebFault.unreadable
        }
        return id
    }

    private static let longestTyped = 20
    private static let longestExtension = 6
    private static let mostVersions = 1_000_000
}
