public import CaseRegister
import ReferralDomain
import Sealing

extension AcknowledgementDesk {
    /// Six digits for a call that is under way, shown once to the operator who is on the telephone.
    public func issueCallCode(
        for id: ReferralID, in caseID: CaseID, by acting: Acting, session: String
    ) async throws(AcknowledgementFailure) -> String {
        let (_, referral) = try await awaiting(id, in: caseID, by: acting)
        return try await issueCode(
            .call, AcknowledgementTicket.Subject(caseID, id, institution: referral.draft.institution),
            by: AcknowledgementTicket.Issuer(acting.account, session: session))
    }

    /// Takes the digits that the receiver read back, as the operator typed them.
    ///
    /// The code of a call counts only in the session that it was shown to; the code of a notice in any.
    ///
    /// - Throws: `.wrongCode` with the tries that are left, `.noCode` where a new one must be handed out.
    public func readBack(
        _ typed: String, for id: ReferralID, in caseID: CaseID, by card: SignerCard, _ operator: Operator
    ) async throws(AcknowledgementFailure) -> CaseState {
        let acting = `operator`.acting
        let state = try await opened(caseID, as: acting)
        // Sent twice: the first time counts.
        if let referral = state.referral(id), referral.proof?.kind == .spokenCode { return state }
        _ = try await awaiting(id, in: caseID, by: acting)
        let card = try card.checked()
        let now = clock()
        let known = try await stored { (store) throws(JournalFault) in
            try await store.tickets(of: id, in: caseID)
        }
        let usable = known.filter { ticket in
            ticket.code != nil && ticket.usedAt == nil && now < ticket.expires
                && (ticket.kind != .call || ticket.issuer.session == `operator`.session)
        }
        guard let match = try await tried(typed, usable) else {
            let left = usable.map { Self.mostTries - $0.tries - 1 }.max() ?? 0
            throw left > 0 ? .wrongCode(left: left) : .noCode
        }
        let way = Way(acting: acting, channel: .phone, state: state)
        let after = try await acknowledge(match.about, .spokenCode, by: card, way)
        try await stored { (store) throws(JournalFault) in try await store.use(match.id, at: now) }
        return after
    }

    /// Records a signature on paper: who signed, and the number of the document.
    public func recordSignature(
        for id: ReferralID, in caseID: CaseID, by card: SignerCard, _ operator: Operator
    ) async throws(AcknowledgementFailure) -> CaseState {
        let state = try await opened(caseID, as: `operator`.acting)
        if let referral = state.referral(id), referral.proof?.kind == .signature { return state }
        let (_, referral) = try await awaiting(id, in: caseID, by: `operator`.acting)
        guard let document = card.document, document.contains(where: { !$0.isWhitespace }) else {
            throw .unsigned
        }
        let subject = AcknowledgementTicket.Subject(caseID, id, institution: referral.draft.institution)
        let way = Way(acting: `operator`.acting, channel: .paper, state: state)
        return try await acknowledge(subject, .signature, by: card, way)
    }

    /// The one who is on the telephone.
    public struct Operator: Sendable {
        public let acting: Acting
        /// The public half of the session.
        public let session: String

        public init(_ acting: Acting, session: String) {
            self.acting = acting
            self.session = session
        }
    }

    func issueCode(
        _ kind: AcknowledgementTicket.Kind, _ about: AcknowledgementTicket.Subject,
        by issuer: AcknowledgementTicket.Issuer
    ) async throws(AcknowledgementFailure) -> String {
        let source = random
        guard let code = try? SpokenCode.draw(random: { source.bytes($0) }) else { throw .noKey }
        let id = RecordID<AcknowledgementTicket>(random: random.bytes(16)).text
        let salt = RecordID<AcknowledgementTicket>(random: random.bytes(SpokenCode.saltLength)).text
        let hash = SpokenCode.stored(code, salt: Array(salt.utf8), referral: about.referral.text)
        let ticket = AcknowledgementTicket(
            id, kind, about: about, by: issuer, code: .init(salt: salt, hash: hash), at: clock())
        try await stored { (store) throws(JournalFault) in try await store.keep(ticket) }
        return code
    }

    /// Counts the try on every code that it could be, then compares.
    private func tried(
        _ typed: String, _ tickets: [AcknowledgementTicket]
    ) async throws(AcknowledgementFailure) -> AcknowledgementTicket? {
        var match: AcknowledgementTicket?
        for ticket in tickets {
            let mayTry = try await stored { (store) throws(JournalFault) in
                try await store.countTry(of: ticket.id, most: Self.mostTries)
            }
            guard mayTry, let code = ticket.code else { continue }
            let isMatch = SpokenCode.matches(
                typed, stored: code.hash, salt: Array(code.salt.utf8), referral: ticket.about.referral.text)
            if isMatch { match = ticket }
        }
        return match
    }
}
