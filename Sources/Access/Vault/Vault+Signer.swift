public import CaseRegister
import Sealing

extension Vault {
    /// Opens the card of who acknowledged a referral, once the log says who opened it and why.
    ///
    /// It is sealed to the unit that asked, and counts as an opening like any other.
    ///
    /// - Throws: `.unknownReason`, `.stepUpNeeded`, `.overLimit`; `.notHeld` with the key of another unit; and
    ///   `.fault` where the log cannot be written: then nothing is opened.
    public func revealSigner(
        of proof: Proof, on referral: ReferralID, in caseID: CaseID, because reason: String,
        by holder: KeyHolder
    ) async throws(VaultFault) -> RevealedSigner {
        let words = [caseID.text, referral.text, "signer"]
        let leaf = try await admitReveal(of: words, because: reason, by: holder)
        let card = holder.keys.flatMap {
            try? SignerCard(opening: proof.person, with: $0, case: caseID, referral: referral)
        }
        guard let card else {
            try await note(.revealFailed, on: words, because: reason, by: holder.acting)
            throw .notHeld
        }
        return RevealedSigner(card: card, leaf: leaf)
    }
}
