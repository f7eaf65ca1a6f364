public import CaseRegister
public import ReferralDomain
import Sealing

extension AccountDesk {
    /// Invites a new member into the own unit, whose key the inviter's session locks under the paper half.
    public func invite(_ role: Role, holding token: String) async throws(AccountRefusal) -> Invitation {
        let open = try await opened(token)
        guard invitable(by: open).contains(role) else { throw .notAllowed }
        return try await invited(try await newAccount(role, in: open.keys.record.account.unit), open)
    }

    /// Invites somebody again who has lost the passphrase or the second factor and stands before the inviter.
    public func inviteAgain(_ id: ActorID, holding token: String) async throws(AccountRefusal) -> Invitation {
        let open = try await opened(token)
        let holder = open.keys.record.account
        let members = try await asked { () async throws(JournalFault) in
            try await store.accounts(of: holder.unit)
        }
        guard let member = members.first(where: { $0.id == id }), member.ended == nil else { throw .unknown }
        guard invitable(by: open).contains(member.role), id != holder.id else { throw .notAllowed }
        return try await invited(
            Account(id, in: member.unit, as: member.role, created: member.created, expires: member.expires),
            open)
    }

    private func invitable(by open: OpenSession) -> [Role] {
        InvitationRule.roles(
            invitedBy: open.keys.record.account.role, in: open.found.unit.card.institution)
    }

    private func invited(_ account: Account, _ open: OpenSession) async throws(AccountRefusal) -> Invitation {
        guard let unit = try? open.keys.unit() else { throw .damaged }
        try await note(.invited, to: account.id, by: open.keys.record.account.id, of: account.unit)
        return try await invitation(for: account, unit: unit)
    }

    /// Keeps an invitation with the key of the unit in it.
    func invitation(for account: Account, unit: UnitKeyPair) async throws(AccountRefusal) -> Invitation {
        let link: OneTimeLink
        let spoken: String
        let record: InvitationRecord
        do {
            link = try OneTimeLink(random: random.bytes(32))
            spoken = try SpokenCode.draw(random: { random.bytes($0) })
            let salt = random.bytes(SpokenCode.saltLength)
            let locked = try Envelope.seal(
                random.bytes(TimeCode.secretLength) + unit.privateRaw, with: link.key,
                in: AccountPlaces.invitation(link.lookup, account.id), random: { random.bytes($0) })
            record = InvitationRecord(
                link.lookup, for: account, locked: locked,
                spoken: .init(
                    stored: SpokenCode.stored(spoken, salt: salt, referral: link.lookup), salt: salt),
                term: .init(expires: clock().adding(milliseconds: InvitationRecord.lifeMilliseconds)))
        } catch { throw .damaged }
        try await asked { () async throws(JournalFault) in try await store.add(record) }
        return Invitation(account: account.id, link: link, spoken: spoken)
    }

    /// What an invitation is for, if both halves are right; a wrong second half is counted.
    public func open(_ link: String, spoken: String) async throws(AccountRefusal) -> OpenedInvitation {
        let found = try await found(link, spoken)
        return OpenedInvitation(
            account: found.record.account,
            provisioning: TimeCode.provisioningText(
                account: found.record.account.id.text, secret: found.factor),
            secretText: TimeCode.secretText(found.factor))
    }

    /// Makes the account of an invitation; afterwards the invitation opens nothing.
    public func accept(
        _ link: String, spoken: String, passphrase: String, code: String
    ) async throws(AccountRefusal) -> ActorID {
        let found = try await found(link, spoken)
        let account = found.record.account
        if let finding = PassphraseRule.finding(in: passphrase, of: account.id) { throw .passphrase(finding) }
        let now = clock().millisecondsSinceEpoch
        guard let step = TimeCode.matches(code, secret: found.factor, at: now) else { throw .code }
        let enrolment = Enrolment(random: random)
        let secrets = try await heavy {
            try? enrolment.secrets(
                of: account, passphrase: passphrase, factor: found.factor, unit: found.unit)
        }
        guard let secrets else { throw .damaged }
        try await note(.accepted, by: account.id, of: account.unit)
        let isFirst = try await asked { () async throws(JournalFault) in
            guard
                try await store.accept(found.record.lookup, as: AccountRecord(account, secrets: secrets))
            else { return false }
            return try await store.useStep(step, of: account.id)
        }
        guard isFirst else { throw .invitation }
        return account.id
    }

    private struct Found: Sendable {
        let record: InvitationRecord
        let factor: [UInt8]
        let unit: UnitKeyPair
    }

    private func found(_ link: String, _ spoken: String) async throws(AccountRefusal) -> Found {
        let trimmed = link.filter { $0 != " " }
        guard let link = try? OneTimeLink(reading: trimmed) else { throw .invitation }
        let record = try await asked { () async throws(JournalFault) in
            try await store.invitation(link.lookup)
        }
        guard let record, record.isOpen(at: clock()) else { throw .invitation }
        guard
            SpokenCode.matches(
                spoken, stored: record.spoken.stored, salt: record.spoken.salt, referral: link.lookup)
        else {
            try await asked { () async throws(JournalFault) in try await store.countTry(of: link.lookup) }
            throw .invitation
        }
        guard
            let locked = try? Envelope.open(
                record.locked, with: link.key,
                in: AccountPlaces.invitation(link.lookup, record.account.id)),
            let unit = try? UnitKeyPair(privateRaw: Array(locked.dropFirst(TimeCode.secretLength)))
        else { throw .damaged }
        return Found(record: record, factor: Array(locked.prefix(TimeCode.secretLength)), unit: unit)
    }
}
