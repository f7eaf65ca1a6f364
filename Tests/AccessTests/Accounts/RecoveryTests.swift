import CaseRegister
import ReferralDomain
import Sealing
import Testing

@testable import Access

/// The key on paper: what it opens when everybody is lost, and that only the last one printed does.
struct RecoveryTests {
    private static let card = UnitCard(
        id: try! UnitID(reading: "upe-practica"), institution: "upe", name: "UPE de práctica")

    @Test func `a unit whose members are all lost opens its old texts again with the key on paper`()
        async throws
    {
        let house = House()
        let log = MemoryAuditLog(digest: { Array($0.prefix(32)) })
        let desk = house.watched(by: log).desk
        let founded = try await desk.found(Self.card, first: .officer)
        let lost = try await house.entered(founded.invitation)
        let vault = house.vault(log)
        let place = try Self.place
        let sealed = try await vault.seal(
            "Persona de práctica 1", at: place, by: KeyHolder(of: lost),
            for: [try await house.receiver(Self.card)])
        for account in await house.store.accounts(of: Self.card.id) {
            await house.store.end(account.id, at: Instant(millisecondsSinceEpoch: house.now))
        }

        let typed = founded.recovery.text.lowercased().replacing("-", with: " ")
        let invitation = try await desk.recover(
            Self.card.id, with: try RecoveryKey(reading: typed), as: .officer)
        #expect(invitation.account != founded.invitation.account)
        let found = try await house.entered(invitation)
        #expect(found.acting.role == .officer && found.acting.unit == Self.card.id)
        let text = try await vault.reveal(
            sealed, at: place, because: "attend-person", by: KeyHolder(of: found))
        #expect(text == "Persona de práctica 1")

        let leaf = try #require(await log.list(AuditFilter(action: "unit-recovered")).first)
        #expect(leaf.entry.actor.text == "machine" && leaf.entry.unit == Self.card.id)
        #expect(leaf.entry.objects == [invitation.account.text])
    }

    @Test func `an older key opens nothing once a new one was printed, and the try is in the log`()
        async throws
    {
        let house = House()
        let log = MemoryAuditLog(digest: { Array($0.prefix(32)) })
        let desk = house.watched(by: log).desk
        let founded = try await desk.found(Self.card, first: .officer)
        let token = try await house.token(of: founded.invitation)
        let new = try await desk.newRecoveryKey(holding: token)
        await #expect(throws: AccountRefusal.recoveryKey) {
            try await desk.recover(Self.card.id, with: founded.recovery, as: .officer)
        }
        #expect(await log.list(AuditFilter(action: "recovery-refused")).count == 1)
        #expect(await log.list(AuditFilter(action: "unit-recovered")).isEmpty)
        let invitation = try await desk.recover(Self.card.id, with: new, as: .officer)
        #expect(await house.store.invitation(invitation.link.lookup) != nil)
    }

    @Test func `the key of one unit opens no other`() async throws {
        let house = House()
        let founded = try await house.desk.found(Self.card, first: .officer)
        _ = try await house.desk.found(House.card, first: .administrator)
        await #expect(throws: AccountRefusal.recoveryKey) {
            try await house.desk.recover(House.card.id, with: founded.recovery, as: .administrator)
        }
        await #expect(throws: AccountRefusal.unknown) {
            try await house.desk.recover(
                try UnitID(reading: "nadie"), with: founded.recovery, as: .officer)
        }
        await #expect(throws: AccountRefusal.notAllowed) {
            try await house.desk.recover(Self.card.id, with: founded.recovery, as: .sereno)
        }
    }

    @Test func `a recovery that cannot be logged opens nothing`() async throws {
        let house = House()
        let log = MemoryAuditLog(digest: { Array($0.prefix(32)) })
        let desk = house.watched(by: log).desk
        let founded = try await desk.found(Self.card, first: .officer)
        let known = await house.store.codes()
        await log.fail(with: .diskFull)
        await #expect(throws: AccountRefusal.fault(.diskFull)) {
            try await desk.recover(Self.card.id, with: founded.recovery, as: .officer)
        }
        #expect(await house.store.codes() == known)
    }

    @Test func `every unit has a member who prints its key, and nobody who may invite nobody`() {
        let institutions = [
            "serenazgo", "demuna", "upe", "fistrap", "commission-secretariat", "municipality", "anpd",
        ]
        for institution in institutions {
            for role in FoundingRule.roles(of: institution) where role != .operator && role != .analyst {
                #expect(InvitationRule.mayPrintKey(role, in: institution), "\(role) \(institution)")
            }
            for role in [Role.operator, .sereno, .analyst] {
                #expect(!InvitationRule.mayPrintKey(role, in: institution))
            }
        }
    }

    @Test func `every role can be reached from the founding of some unit`() {
        var reached: Set<Role> = []
        for institution in ["serenazgo", "demuna", "upe", "commission-secretariat"] {
            var waiting = FoundingRule.roles(of: institution)
            while let role = waiting.popLast() {
                guard reached.insert(role).inserted else { continue }
                waiting += InvitationRule.roles(invitedBy: role, in: institution)
            }
        }
        #expect(reached == Set(Role.allCases))
    }

    @Test func `no administrator brings in whoever watches him, and no institution gets a sereno of another`()
    {
        for institution in ["serenazgo", "demuna", "upe", "commission-secretariat", "municipality", "anpd"] {
            let invited = InvitationRule.roles(invitedBy: .administrator, in: institution)
            #expect(Set(invited).isDisjoint(with: [.auditor, .privacyOfficer]), "\(institution)")
            #expect(invited.contains(.sereno) == (institution == "serenazgo"))
            #expect(
                invited.contains(.officer) == ["upe", "demuna", "municipality", "anpd"].contains(institution))
        }
    }

    @Test func `a unit is not founded with a role that its institution does not have`() async throws {
        let house = House()
        await #expect(throws: AccountRefusal.notAllowed) {
            try await house.desk.found(Self.card, first: .sereno)
        }
        #expect(await house.store.units().isEmpty)
        _ = try await house.desk.found(Self.card, first: .officer)
        await #expect(throws: AccountRefusal.taken) {
            try await house.desk.found(Self.card, first: .officer)
        }
        #expect(await house.store.codes().count == 1)
    }

    private static var place: VaultPlace {
        get throws {
            VaultPlace(
                case: try CaseID(reading: String(repeating: "0a", count: 16)),
                person: PersonID(random: Array(repeating: 1, count: 16)), .identity, field: "name")
        }
    }
}

extension House {
    /// Accepts an invitation, enters, and gives the token of the session.
    func token(of invitation: Invitation) async throws -> String {
        let factor = try #require(await factor(of: invitation))
        _ = try await desk.accept(
            invitation.link.text, spoken: invitation.spoken, passphrase: Self.passphrase,
            code: TimeCode.code(secret: factor, at: now))
        wait(60_000)
        return try await enter(invitation.account, TimeCode.code(secret: factor, at: now)).token.text
    }

    /// Somebody who accepted an invitation and entered.
    func entered(_ invitation: Invitation) async throws -> Visitor {
        try #require(try await sessions.visitor(holding: try await token(of: invitation)))
    }

    func vault(_ log: any AuditLog) -> Vault {
        let rules = VaultRules(
            policy: SealingPolicy(["upe": .init([.identity, .matter, .care])]),
            revealReasons: ["attend-person"], searchReasons: [])
        return Vault(
            store: MemoryVaultStore(), log: log, random: CountingSource(),
            clock: { [self] in Instant(millisecondsSinceEpoch: now) }, rules: { rules })
    }

    func receiver(_ card: UnitCard) async throws -> KeyReceiver {
        let record = try #require(await store.unit(card.id))
        return KeyReceiver(card.id, of: card.institution, key: try UnitPublicKey(raw: record.publicKey))
    }
}

extension KeyHolder {
    /// Somebody who has entered, with the keys that the session opens.
    init(of visitor: Visitor) {
        self.init(visitor.acting, keys: visitor.keys, steppedUpUntil: visitor.steppedUpUntil)
    }
}
