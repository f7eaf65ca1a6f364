import CaseRegister
import Foundation
import ReferralDomain
import Sealing
import Storage

/// The keys of a node, compared with those by which the database knows its house.
///
/// The database holds public keys, and a hash of the one secret that has no public part: nobody signs or opens with them.
struct KnownKeys {
    private let signing: String
    private let oldSigning: Set<String>
    private let bundle: String
    private let intake: String
    private let ring: IntakeRing
    private let sms: String

    init(_ signer: ReceiptSigner, _ old: ReceiptVerifier, _ app: AppKeyFile) {
        signing = signer.publicKey.text
        oldSigning = Set(old.keys.map(\.text))
        bundle = app.bundle.publicKey.id
        intake = app.intake.current.publicKey.id
        ring = app.intake
        sms = HashText.sha256(of: Array("ruta-known-key-1".utf8) + app.smsSecret)
    }

    /// Lets a node with the keys of the house in, and writes them down where the house had none or has renewed them.
    ///
    /// A key is renewed where the node still has the one before: among its old keys, or in its ring.
    ///
    /// - Throws: `KeyPlace.other` where the database knows other keys.
    func beAdmitted(to database: any SQLDatabase) throws(JournalFault) {
        let known = try database.readAtStart(Self.known)
        guard known != mine else { return }
        // Asked again, since another node may be the first at the same moment.
        try database.writeAtStart { session in
            let known = try Self.known(session)
            guard isHouse(known) else { throw KeyPlace.other }
            for (name, value) in mine where known[name] != value {
                try session.run(SQL.set, [.text(Self.mark + name), .text(value)])
            }
        }
    }

    private var mine: [String: String] {
        ["signing": signing, "bundle": bundle, "intake": intake, "sms": sms]
    }

    private func isHouse(_ known: [String: String]) -> Bool {
        (known["signing"].map { $0 == signing || oldSigning.contains($0) } ?? true)
            && (known["intake"].map { ring.knows($0) } ?? true)
            && (known["bundle"] ?? bundle) == bundle && (known["sms"] ?? sms) == sms
    }

    private static func known(_ session: any SQLSession) throws -> [String: String] {
        var known: [String: String] = [:]
        for row in try session.rows(SQL.known) {
            known[String(try row.text(0).dropFirst(mark.count))] = try row.text(1)
        }
        return known
    }

    private static let mark = "house-key-"
}

private enum SQL {
    static let known: SharedSQL = "SELECT name, value FROM register_meta WHERE name LIKE 'house-key-%'"
    static let set: SharedSQL = """
        INSERT INTO register_meta (name, value) VALUES ($1, $2)
        ON CONFLICT (name) DO UPDATE SET value = excluded.value
        """
}
