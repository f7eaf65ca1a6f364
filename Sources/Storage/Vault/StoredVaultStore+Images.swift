public import Access
public import CaseRegister
import ReferralDomain

extension StoredVaultStore {
    public func keep(_ image: SealedImage) async throws(JournalFault) -> Bool {
        try await database.write { session in
            guard try !Self.isShredded(image.card.person, in: session) else { return false }
            let card = image.card
            let values: [SQLValue] = [
                .text(card.id.text), .text(card.caseID.text), .text(card.person.text),
                .text(card.compartment.rawValue), .text(card.kind), .text(card.unit.text),
                .text(card.actor.text), .integer(card.instant.millisecondsSinceEpoch),
                .integer(Int64(card.size)), .text(card.digest), .blob(image.sealed),
                image.note.map(SQLValue.blob) ?? .null,
            ]
            try session.run(SQL.add, values)
            return true
        }
    }

    public func images(of id: CaseID) async throws(JournalFault) -> [SealedImage.Card] {
        try await database.read { try $0.rows(SQL.ofCase, [.text(id.text)]).map(Self.card) }
    }

    public func image(_ id: ImageID) async throws(JournalFault) -> SealedImage? {
        try await database.read { session in
            guard let row = try session.rows(SQL.one, [.text(id.text)]).first else { return nil }
            let card = try Self.card(row)
            return SealedImage(
                card, sealed: try row.blob(11), note: card.hasNote ? try row.blob(12) : nil)
        }
    }

    private static func card(_ row: SQLRow) throws -> SealedImage.Card {
        guard let id = try? ImageID(reading: try row.text(0)),
            let caseID = try? CaseID(reading: try row.text(1)),
            let person = try? PersonID(reading: try row.text(2)),
            let compartment = Compartment(rawValue: try row.text(3)),
            let unit = try? UnitID(reading: try row.text(5)),
            let actor = try? ActorID(reading: try row.text(6))
        else { throw JournalFault.damaged }
        let draft = SealedImage.Draft(
            id, of: person, in: caseID, kind: try row.text(4), for: compartment)
        let stamp = Stamp(actor: actor, instant: Instant(millisecondsSinceEpoch: try row.integer(7)))
        return SealedImage.Card(
            draft, by: unit, stamp, size: Int(try row.integer(8)), digest: try row.text(9),
            hasNote: try row.integer(10) == 1)
    }
}

private enum SQL {
    static let add: SharedSQL = """
        INSERT INTO sealed_image (
            image_id, case_id, person, compartment, kind, unit, actor, attached_ms, size, digest, sealed, note
        ) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
        ON CONFLICT (image_id) DO NOTHING
        """
    static let ofCase: SharedSQL = """
        SELECT image_id, case_id, person, compartment, kind, unit, actor, attached_ms, size, digest,
            CASE WHEN note IS NULL THEN 0 ELSE 1 END
        FROM sealed_image WHERE case_id = $1 ORDER BY attached_ms, image_id
        """
    static let one: SharedSQL = """
        SELECT image_id, case_id, person, compartment, kind, unit, actor, attached_ms, size, digest,
            CASE WHEN note IS NULL THEN 0 ELSE 1 END, sealed, note
        FROM sealed_image WHERE image_id = $1
        """
}
