public import CaseRegister
public import ReferralDomain
import Sealing

/// Seals what is said of a person, and opens it for whoever holds the key, after writing down that they did.
///
/// Three layers: the key of a compartment of a case is wrapped to each unit that may open it; it seals the key
/// of each person; that one seals the texts. Destroying the keys of a person destroys every copy of the texts.
public struct Vault: Sendable {
    let store: any VaultStore
    let log: any AuditLog
    let random: any RandomSource
    let clock: @Sendable () -> Instant
    /// The rules in force, read anew for every act.
    let rules: @Sendable () -> VaultRules

    public init(
        store: any VaultStore, log: any AuditLog, random: any RandomSource,
        clock: @escaping @Sendable () -> Instant, rules: @escaping @Sendable () -> VaultRules
    ) {
        self.store = store
        self.log = log
        self.random = random
        self.clock = clock
        self.rules = rules
    }

    /// Seals a text; the first one in a compartment makes its key and wraps it to whom the policy names.
    ///
    /// What comes back belongs into the event `field-sealed`.
    ///
    /// - Parameter receivers: the units of the case, the own one among them.
    /// - Throws: `.shredded`, `.notHeld` where others have sealed in this compartment and the holder has no key
    ///   of it, `.noReceiver`.
    public func seal(
        _ text: String, at place: VaultPlace, by holder: KeyHolder, for receivers: [KeyReceiver]
    ) async throws(VaultFault) -> SealedBytes {
        let sealed = try await self.sealed(Array(text.utf8), at: place, by: holder, for: receivers)
        try await index(text, at: place, by: holder)
        return SealedBytes(sealed)
    }

    /// Seals bytes at their place, with keys that are made where there are none yet.
    func sealed(
        _ bytes: [UInt8], at place: VaultPlace, by holder: KeyHolder, for receivers: [KeyReceiver]
    ) async throws(VaultFault) -> [UInt8] {
        if try await asking({ () throws(JournalFault) in try await store.isShredded(place.person) }) {
            throw .shredded
        }
        let compartmentKey = try await caseKey(at: place, by: holder, for: receivers)
        let personKey = try await makePersonKey(at: place, under: compartmentKey)
        return try sealing { () throws(SealingFault) in
            try Envelope.seal(bytes, with: personKey, in: place.text, random: randomBytes)
        }
    }

    /// Opens a text, once the log says who opened it and why.
    ///
    /// - Throws: `.unknownReason`, `.stepUpNeeded`, `.overLimit`, `.notHeld`, `.shredded`, `.unreadable`; and
    ///   `.fault` where the log cannot be written: then nothing is opened.
    public func reveal(
        _ sealed: SealedBytes, at place: VaultPlace, because reason: String, by holder: KeyHolder
    ) async throws(VaultFault) -> String {
        try await revealWithLeaf(sealed, at: place, because: reason, by: holder).text
    }

    /// Opens a text like `reveal`, and says in which leaf of the log that stands.
    public func revealWithLeaf(
        _ sealed: SealedBytes, at place: VaultPlace, because reason: String, by holder: KeyHolder
    ) async throws(VaultFault) -> RevealedText {
        let leaf = try await admitReveal(of: place.words, because: reason, by: holder)
        do throws(VaultFault) {
            let text = String(
                decoding: try await open(sealed.bytes, at: place, by: holder), as: UTF8.self)
            try await index(text, at: place, by: holder)
            return RevealedText(text: text, leaf: leaf)
        } catch {
            try await note(.revealFailed, on: place.words, because: reason, by: holder.acting)
            throw error
        }
    }

    /// Opens bytes that nobody searches for, and says in which leaf of the log that stands.
    func opened(
        _ sealed: [UInt8], at place: VaultPlace, because reason: String, by holder: KeyHolder
    ) async throws(VaultFault) -> (bytes: [UInt8], leaf: Int64) {
        let leaf = try await admitReveal(of: place.words, because: reason, by: holder)
        do throws(VaultFault) {
            return (try await open(sealed, at: place, by: holder), leaf)
        } catch {
            try await note(.revealFailed, on: place.words, because: reason, by: holder.acting)
            throw error
        }
    }

    /// Who can open which compartment of a case.
    public func holders(of id: CaseID) async throws(VaultFault) -> Set<KeyGrant> {
        Set(try await asking { () throws(JournalFault) in try await store.caseKeys(of: id) }.map(\.grant))
    }

    private func open(
        _ sealed: [UInt8], at place: VaultPlace, by holder: KeyHolder
    ) async throws(VaultFault) -> [UInt8] {
        if try await asking({ () throws(JournalFault) in try await store.isShredded(place.person) }) {
            throw .shredded
        }
        guard let compartmentKey = try await heldCaseKey(place.compartment, of: place.caseID, by: holder),
            let personKey = try await personKey(at: place, under: compartmentKey)
        else { throw .notHeld }
        return try sealing { () throws(SealingFault) in
            try Envelope.open(sealed, with: personKey, in: place.text)
        }
    }
}
