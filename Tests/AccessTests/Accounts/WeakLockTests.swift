import ReferralDomain
import Sealing
import Testing

@testable import Access

/// A lock that an earlier release made too cheap is made anew when its owner enters.
struct WeakLockTests {
    @Test func `an entry locks a key of a lower cost anew at the ordinary one, and it goes on opening`()
        async throws
    {
        let house = House()
        let invitation = try await house.desk.found(House.card, first: .administrator).invitation
        let factor = try #require(await house.factor(of: invitation))
        _ = try await house.token(of: invitation)
        let place = AccountPlaces.key(of: invitation.account)
        let strong = try #require(await house.store.account(invitation.account)).secrets.lockedKey
        let raw = try PassphraseLock.unlock(strong, with: House.passphrase, in: place)
        let weak = try PassphraseLock.lock(
            raw, with: House.passphrase, cost: PassphraseCost(log2Rounds: 10, blockSize: 8, parallelism: 1),
            salt: Array(1...16), in: place)
        await house.store.setLockedKey(weak, of: invitation.account)

        await #expect(throws: EntryRefusal.refused) { try await house.enter(invitation.account, "000000") }
        #expect(
            await house.store.account(invitation.account)?.secrets.lockedKey == weak, "nobody has entered")
        for _ in 1...2 {
            house.wait(60_000)
            _ = try await house.enter(
                invitation.account, TimeCode.code(secret: factor, at: house.now))
            let stored = try #require(await house.store.account(invitation.account)).secrets.lockedKey
            #expect(try PassphraseLock.cost(of: stored) == .owasp)
            #expect(try PassphraseLock.unlock(stored, with: House.passphrase, in: place) == raw)
        }
    }

    @Test func `a lock of the ordinary cost stays as it is`() async throws {
        let house = House()
        let invitation = try await house.desk.found(House.card, first: .administrator).invitation
        _ = try await house.token(of: invitation)
        let factorless = try #require(await house.store.account(invitation.account)).secrets.lockedKey
        _ = try? await house.enter(invitation.account, "000000")
        #expect(await house.store.account(invitation.account)?.secrets.lockedKey == factorless)
    }
}
