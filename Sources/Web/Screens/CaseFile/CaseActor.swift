import Access
import CaseRegister
import Catalog
import HTML
import HTTPTypes
import ReferralDomain

/// Does what a form asks for: reads it, adds what only the house knows, and passes it to the desk.
struct CaseActor: Sendable {
    let room: StaffRoom

    /// Performs the act of a form.
    ///
    /// - Throws: `CaseActFailure` with the field or the refusal.
    func perform(_ fields: FormFields, on id: CaseID, by visitor: Visitor) async throws -> CaseState {
        let reading = ActReading(fields)
        let asked: AskedAct
        let declared: Instant?
        do {
            asked = try reading.asked()
            declared = try reading.declaredAt()
        } catch { throw CaseActFailure.misread(error) }
        switch asked {
        case .act(let act): return try await perform(act, reading, declared, on: id, by: visitor)
        case .merge(let reference):
            let other: CaseID
            do {
                other = try await room.ports.desk.open(reference, as: visitor.acting).id
            } catch { throw CaseActFailure.unknownReference }
            return try await perform(.merge(into: other), reading, declared, on: id, by: visitor)
        case .acknowledge, .seal: throw CaseActFailure.notConnected
        }
    }

    private func perform(
        _ act: CaseAct, _ reading: ActReading, _ declared: Instant?, on id: CaseID, by visitor: Visitor
    ) async throws -> CaseState {
        do {
            return try await room.ports.desk.perform(
                act, on: id, seen: reading.seen, declaredAt: declared, by: visitor.acting)
        } catch { throw CaseActFailure.desk(error) }
    }
}

/// Why an act that a form asked for was not done.
enum CaseActFailure: Error, Equatable {
    case misread(ActMisread)
    case unknownReference
    /// A part of the house that the act needs is not there.
    case notConnected
    case desk(DeskFailure)

    /// The field to be marked; nil where it is not the form that is wrong.
    var wrong: ActField? {
        switch self {
        case .misread(let misread): misread.field
        case .unknownReference: .code
        case .notConnected, .desk: nil
        }
    }

    /// What is shown, and the status that goes with it.
    func note(_ names: CatalogNames) -> (html: HTML, status: HTTPResponse.Status) {
        switch self {
        case .misread: (Self.plain(.formWrong, names), .unprocessableContent)
        case .unknownReference: (Self.plain(.mergeUnknown, names), .unprocessableContent)
        case .notConnected: (Self.plain(.notConnected, names), .serviceUnavailable)
        case .desk(let failure):
            (
                OutcomeNote(failure: failure, names: names).html,
                OutcomeNote(failure: failure, names: names).status
            )
        }
    }

    private static func plain(_ key: CaseText, _ names: CatalogNames) -> HTML {
        """
        <div class="note late" role="alert"><h2>\(names.texts[DeskText.refusedTitle])</h2>\
        <p>\(names.texts[key])</p><p>\(names.texts[DeskText.kept])</p></div>
        """
    }
}
