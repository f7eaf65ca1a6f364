public import CaseRegister
import ReferralDomain
import Sealing

extension Vault {
    /// The images of a case, the oldest first, without their pictures.
    public func images(of id: CaseID) async throws(VaultFault) -> [SealedImage.Card] {
        try await asking { () throws(JournalFault) in try await store.images(of: id) }
    }

    /// Seals a picture and its note for everybody who may open its compartment, and keeps both.
    ///
    /// The log has its leaf before it is kept: a leaf without an image tells of a try that failed, and never is there
    /// an image without a leaf. Sent again under the same id it is the same image, with one leaf.
    ///
    /// - Parameter picture: drawn anew, never what was sent.
    /// - Throws: as `seal`; `.notHeld` where the id is one of another case or unit.
    public func attach(
        _ picture: [UInt8], note words: String?, as draft: SealedImage.Draft, by holder: KeyHolder,
        for receivers: [KeyReceiver]
    ) async throws(VaultFault) -> SealedImage.Card {
        if let known = try await attached(draft.id, of: draft.caseID, by: holder) { return known }
        let sealed = try await self.sealed(picture, at: draft.place, by: holder, for: receivers)
        var note: [UInt8]?
        if let words {
            note = try await self.sealed(Array(words.utf8), at: draft.notePlace, by: holder, for: receivers)
        }
        let card = SealedImage.Card(
            draft, by: holder.acting.unit, Stamp(actor: holder.acting.account, instant: clock()),
            size: picture.count, digest: HashText.sha256(of: sealed), hasNote: note != nil)
        try await self.note(
            .imageAttached, on: draft.place.words + [draft.kind, card.digest, String(card.size)],
            by: holder.acting)
        let image = SealedImage(card, sealed: sealed, note: note)
        let isKept = try await asking { () throws(JournalFault) in try await store.keep(image) }
        guard isKept else { throw .shredded }
        // Of two that were sent at once the first stands, and both get its answer.
        return try await attached(draft.id, of: draft.caseID, by: holder) ?? card
    }

    /// What was attached under an id; nil where nothing was.
    ///
    /// - Throws: `.notHeld` where the id is one of another case or unit.
    public func attached(
        _ id: ImageID, of caseID: CaseID, by holder: KeyHolder
    ) async throws(VaultFault) -> SealedImage.Card? {
        let known = try await asking { () throws(JournalFault) in try await store.image(id) }
        guard let card = known?.card else { return nil }
        guard card.caseID == caseID, card.unit == holder.acting.unit else { throw .notHeld }
        return card
    }

    /// Opens a picture, once the log says who opened it and why.
    ///
    /// - Throws: as `reveal`; `.notHeld` where the case has no such image.
    public func revealImage(
        _ id: ImageID, of caseID: CaseID, because reason: String, by holder: KeyHolder
    ) async throws(VaultFault) -> RevealedImage {
        let image = try await self.image(id, of: caseID)
        let (bytes, leaf) = try await opened(
            image.sealed, at: image.card.draft.place, because: reason, by: holder)
        return RevealedImage(bytes: bytes, leaf: leaf)
    }

    /// Opens the note of a picture, once the log says who opened it and why.
    ///
    /// - Throws: as `reveal`; `.notHeld` where the case has no such image or it has no note.
    public func revealImageNote(
        _ id: ImageID, of caseID: CaseID, because reason: String, by holder: KeyHolder
    ) async throws(VaultFault) -> RevealedText {
        let image = try await self.image(id, of: caseID)
        guard let note = image.note else { throw .notHeld }
        let (bytes, leaf) = try await opened(
            note, at: image.card.draft.notePlace, because: reason, by: holder)
        return RevealedText(text: String(decoding: bytes, as: UTF8.self), leaf: leaf)
    }

    private func image(_ id: ImageID, of caseID: CaseID) async throws(VaultFault) -> SealedImage {
        let known = try await asking { () throws(JournalFault) in try await store.image(id) }
        guard let known, known.card.caseID == caseID else { throw .notHeld }
        return known
    }
}
