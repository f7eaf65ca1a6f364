public import CaseRegister
import ReferralDomain
import Sealing

extension AcknowledgementDesk {
    /// A new link for a referral, and the six digits that stand beside it; the earlier ones end.
    ///
    /// Both are shown once: only their hashes are kept.
    public func issueLink(
        for id: ReferralID, in caseID: CaseID, by acting: Acting, session: String
    ) async throws(AcknowledgementFailure) -> (secret: String, code: String) {
        let (_, referral) = try await awaiting(id, in: caseID, by: acting)
        let now = clock()
        guard let link = try? OneTimeLink(random: random.bytes(32)) else { throw .noKey }
        let about = AcknowledgementTicket.Subject(caseID, id, institution: referral.draft.institution)
        let issuer = AcknowledgementTicket.Issuer(acting.account, session: session)
        let ticket = AcknowledgementTicket(link.lookup, .link, about: about, by: issuer, at: now)
        try await stored { (store) throws(JournalFault) in
            try await store.forget(before: now)
            try await store.keep(ticket)
        }
        return (link.text, try await issueCode(.notice, about, by: issuer))
    }

    /// What a link leads to.
    ///
    /// - Throws: `.unknown` for one that is expired, altered or was never handed out, alike.
    public func open(_ secret: String) async throws(AcknowledgementFailure) -> OpenedLink {
        let ticket = try await ticket(of: secret)
        return try await opened(ticket)
    }

    /// Takes the answer of a link; a second one changes nothing and shows what stands.
    public func answer(
        _ secret: String, _ answer: LinkAnswer, by card: SignerCard
    ) async throws(AcknowledgementFailure) -> OpenedLink {
        let ticket = try await ticket(of: secret)
        let before = try await opened(ticket)
        guard before.isAnswerable else { return before }
        // Checked before the first act, so that a missing name leaves nothing half done.
        let card = try card.checked()
        let acting = try acting(ticket)
        do {
            if before.referral.state != .acknowledged {
                let way = Way(
                    acting: acting, channel: .oneTimeLink,
                    state: try await opened(ticket.about.caseID, as: acting))
                _ = try await acknowledge(ticket.about, .link, by: card, way)
            }
            _ = try await perform(answer.verb, ticket.about, by: acting)
        } catch {
            // Somebody else was first: what stands is shown. Anything else is said.
            guard case .desk(.refused(.notNow)) = error else { throw error }
        }
        let now = clock()
        try await stored { (store) throws(JournalFault) in try await store.use(ticket.id, at: now) }
        return try await opened(try await self.ticket(of: secret))
    }

    private func ticket(of secret: String) async throws(AcknowledgementFailure) -> AcknowledgementTicket {
        let typed = secret.filter { !$0.isWhitespace }
        guard let link = try? OneTimeLink(reading: typed) else { throw .unknown }
        let found = try await stored { (store) throws(JournalFault) in try await store.ticket(link.lookup) }
        guard let found, found.kind == .link, clock() < found.expires else { throw .unknown }
        return found
    }

    private func opened(_ ticket: AcknowledgementTicket) async throws(AcknowledgementFailure) -> OpenedLink {
        let acting = try acting(ticket)
        let state: CaseState
        do {
            state = try await opened(ticket.about.caseID, as: acting)
        } catch {
            // A case that its receiver may no longer know looks like a link that never was.
            guard case .desk(.refused(.unknown)) = error else { throw error }
            throw .unknown
        }
        guard let opened = OpenedLink(ticket, state, for: acting) else { throw .unknown }
        return opened
    }

    /// Whoever holds the link acts as a member of the institution that it was made for, on this one referral.
    private func acting(_ ticket: AcknowledgementTicket) throws(AcknowledgementFailure) -> Acting {
        guard let unit = try? UnitID(reading: ActorID.link.text) else { throw .unknown }
        return Acting(account: .link, unit: unit, institution: ticket.about.institution, role: .officer)
    }
}

extension LinkAnswer {
    fileprivate var verb: ReferralVerb {
        switch self {
        case .attend: .accept
        case .reject(let reason, let suggested): .reject(reason: reason, suggested: suggested)
        }
    }
}
