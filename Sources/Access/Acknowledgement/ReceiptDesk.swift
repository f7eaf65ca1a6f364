public import CaseRegister
public import Sealing

/// Makes and checks the receipts that leave the house.
///
/// A receipt is made from the journal each time it is shown, so none is stored; the short codes are, to be
/// found again.
public struct ReceiptDesk: Sendable {
    private let journal: any CaseJournal
    private let hashes: any JournalHashes
    private let book: any ReceiptBook
    private let signer: ReceiptSigner
    private let verifier: ReceiptVerifier

    /// - Parameter old: the keys that the house had before; what they signed still holds.
    public init(
        journal: any CaseJournal, hashes: any JournalHashes, book: any ReceiptBook, signer: ReceiptSigner,
        old: ReceiptVerifier = ReceiptVerifier(keys: [])
    ) {
        self.journal = journal
        self.hashes = hashes
        self.book = book
        self.signer = signer
        verifier = old.accepting(signer.publicKey)
    }

    /// The line of the public key file that checks what this house signs.
    public var publicKey: String { signer.publicKey.text }

    /// The receipts of one referral, in the order in which they happened.
    public func receipts(
        of referral: ReferralID, in caseID: CaseID
    ) async throws(JournalFault) -> [SignedReceipt] {
        try await made(in: caseID) { $0.referral == referral.text }
    }

    /// The signed stops that an institution got in a case.
    public func stops(
        to institution: String, in caseID: CaseID
    ) async throws(JournalFault) -> [SignedReceipt] {
        try await made(in: caseID) { $0.kind == .stop && $0.institution == institution }
    }

    /// Checks what somebody pasted or typed: the text of a receipt, or its short code.
    ///
    /// Empty for whatever is none: altered, of another house, never given.
    public func check(_ typed: String) async throws(JournalFault) -> [CheckedReceipt] {
        let text = typed.filter { !$0.isWhitespace }
        if let receipt = try? verifier.verify(text) {
            let head = receipt.statement.head
            let stands = try await hashes.hash(at: head.position) == head.hash
            return [CheckedReceipt(receipt: receipt, standsInJournal: stands)]
        }
        guard let code = Self.shortCode(text) else { return [] }
        var found: [CheckedReceipt] = []
        for entry in try await book.entries(of: code) {
            let made = try await made(in: entry.caseID, version: entry.version) { _ in true }
            found += made.filter { verifier.shortCodes(of: $0.statement).contains(code) }
                .map { CheckedReceipt(receipt: $0, standsInJournal: true) }
        }
        return found
    }

    /// Signs what the journal says, and notes the codes.
    private func made(
        in caseID: CaseID, version: Int? = nil, where isWanted: (ReceiptStatement) -> Bool
    ) async throws(JournalFault) -> [SignedReceipt] {
        let history = try await journal.history(of: caseID)
        let state = CaseState(after: history)
        guard let reference = state.reference else { return [] }
        var receipts: [SignedReceipt] = []
        for event in history where version.map({ $0 == event.version }) ?? true {
            guard let subject = ReceiptSubject(event, in: state) else { continue }
            // The hash is read only for what is wanted: the statement is complete but for it.
            let draft = subject.statement(reference, event, hash: JournalChain.beginning)
            guard isWanted(draft), let hash = try await hashes.hash(at: event.position) else { continue }
            let statement = subject.statement(reference, event, hash: hash)
            guard let receipt = try? signer.sign(statement) else { throw .damaged }
            if version == nil {
                try await book.note(
                    receipt.shortCode, of: ReceiptEntry(caseID, version: event.version))
            }
            receipts.append(receipt)
        }
        return receipts
    }

    /// A code as it was typed, in its one form; nil where it cannot be one.
    private static func shortCode(_ text: String) -> String? {
        let characters = text.uppercased().filter { $0 != "-" }
        guard characters.utf8.count == 8 else { return nil }
        return "\(characters.prefix(4))-\(characters.suffix(4))"
    }
}

/// A receipt whose signature holds.
public struct CheckedReceipt: Hashable, Sendable {
    public let receipt: SignedReceipt
    /// Whether the journal still has at that place what the receipt took away.
    public let standsInJournal: Bool
}
