import CaseRegister
import ReferralDomain
import Sealing
import Testing

@testable import Access

/// The auditor sees who entered and who changed which account; what cannot be logged is not done.
struct AccountLogTests {
    @Test func `entering, being refused and the care of accounts leave their leaves`() async throws {
        let house = House()
        let log = MemoryAuditLog(digest: { Array($0.prefix(32)) })
        let watched = house.watched(by: log)
        let invitation = try await watched.desk.found(House.card, first: .administrator).invitation
        let factor = try #require(await house.factor(of: invitation))
        _ = try await watched.desk.accept(
            invitation.link.text, spoken: invitation.spoken, passphrase: House.passphrase,
            code: TimeCode.code(secret: factor, at: house.now))
        house.wait(60_000)
        func enter(_ account: String, _ code: String) async throws -> Entrance.Entered {
            try await watched.entrance.enter(
                Credentials(
                    account: account, passphrase: House.passphrase, code: code, isShared: false), from: nil)
        }
        for account in [invitation.account.text, "OP-77"] {
            await #expect(throws: EntryRefusal.refused) { try await enter(account, "x") }
        }
        let entered = try await enter(
            invitation.account.text, TimeCode.code(secret: factor, at: house.now))
        let invited = try await watched.desk.invite(.operator, holding: entered.token.text)
        await #expect(throws: EntryRefusal.refused) {
            try await watched.sessions.stepUp(entered.token.text, with: "x", from: nil)
        }
        _ = try await watched.desk.newRecoveryKey(holding: entered.token.text)

        let leaves = await log.list(AuditFilter(most: 100)).reversed().map(\.entry)
        #expect(
            leaves.map(\.action) == [
                "unit-founded", "account-accepted", "entry-refused", "entry-refused", "entered",
                "account-invited",
                "step-up-refused", "recovery-made",
            ])
        #expect(leaves[0].actor.text == "machine")
        #expect(leaves[0].objects == [invitation.account.text])
        #expect(leaves[3].actor.text == "OP-77")
        #expect(leaves[3].unit.text == "unknown")
        #expect(leaves[4].unit == House.card.id)
        #expect(leaves[5].objects == [invited.account.text])
        #expect(await log.firstBreak() == nil)
    }

    @Test func `a log that fails lets nobody in and changes no account`() async throws {
        let house = House()
        let log = MemoryAuditLog(digest: { Array($0.prefix(32)) })
        let watched = house.watched(by: log)
        let invitation = try await watched.desk.found(House.card, first: .administrator).invitation
        let factor = try #require(await house.factor(of: invitation))
        await log.fail(with: .diskFull)
        await #expect(throws: AccountRefusal.fault(.diskFull)) {
            try await watched.desk.accept(
                invitation.link.text, spoken: invitation.spoken, passphrase: House.passphrase,
                code: TimeCode.code(secret: factor, at: house.now))
        }
        #expect(await house.store.account(invitation.account) == nil)
    }
}

extension House {
    /// The same doors with a log behind them.
    func watched(by log: any AuditLog) -> (entrance: Entrance, sessions: Sessions, desk: AccountDesk) {
        let clock: @Sendable () -> Instant = { [self] in Instant(millisecondsSinceEpoch: now) }
        let throttle = EntryThrottle()
        var sessions = Sessions(store: store, throttle: throttle, work: InlineWork(), clock: clock)
        sessions.log = AccountLog(log)
        var entrance = Entrance(
            store: store, throttle: throttle, work: InlineWork(), clock: clock, random: CountingSource())
        entrance.log = AccountLog(log)
        var desk = AccountDesk(
            store: store, sessions: sessions, work: InlineWork(), clock: clock, random: CountingSource())
        desk.log = AccountLog(log)
        return (entrance, sessions, desk)
    }
}
