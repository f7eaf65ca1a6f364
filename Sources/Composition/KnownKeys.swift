import CaseRegister
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
        guard try StoredKeyMarks(on: database).admit(mine, judge: isHouse) else { throw KeyPlace.other }
    }

    private var mine: [String: String] {
        ["signing": signing, "bundle": bundle, "intake": intake, "sms": sms]
    }

    private func isHouse(_ known: [String: String]) -> Bool {
        (known["signing"].map { $0 == signing || oldSigning.contains($0) } ?? true)
            && (known["intake"].map { ring.knows($0) } ?? true)
            && (known["bundle"] ?? bundle) == bundle && (known["sms"] ?? sms) == sms
    }
}
