public import CaseRegister
public import JSON
public import ReferralDomain
public import Sealing

/// Makes the non-response file of a case as it leaves the house: sealed, and signed with the key of the receipts.
public struct DossierMaker: Sendable {
    private let signer: ReceiptSigner
    private let digest: Digest

    public init(signer: ReceiptSigner, digest: @escaping Digest) {
        self.signer = signer
        self.digest = digest
    }

    /// The file of a case; nil where nobody reported it.
    ///
    /// - Parameter now: when it is made; silences that last are counted to it.
    /// - Throws: `.damaged` where the key does not sign: an unsigned file does not leave.
    public func file(
        of history: [RecordedEvent], under rules: ProtocolRules, at now: Instant
    ) throws(JournalFault) -> JSON? {
        guard let dossier = Dossier(of: history, under: rules, at: now, digest: digest) else { return nil }
        let bytes = dossier.body.bytes(.canonical)
        guard let signature = try? signer.sign(file: bytes, form: Dossier.format) else { throw .damaged }
        return dossier.sealed(digest: digest) { _ in signature.text }
    }

    /// Who signed a file that somebody hands over.
    public enum Signature: Equatable, Sendable {
        case ours
        /// It carries no signature at all.
        case missing
        /// It was altered, or signed by none of the keys.
        case foreign
    }

    /// Checks the signature of a file; its layout does not matter, every value does.
    public static func signature(of file: JSON, by verifier: ReceiptVerifier) -> Signature {
        guard let text = file["signature"]?.string else { return .missing }
        guard let body = file["dossier"], let signature = try? FileSignature(reading: text),
            verifier.isSigned(body.bytes(.canonical), form: Dossier.format, by: signature)
        else { return .foreign }
        return .ours
    }
}
