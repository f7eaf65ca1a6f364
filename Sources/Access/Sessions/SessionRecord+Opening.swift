import CaseRegister
import ReferralDomain
import Sealing

extension SessionRecord {
    /// A session that begins now, with both factors fresh.
    init(
        opening token: SessionToken, of keys: AccountKeys, isShared: Bool, at now: Instant,
        _ random: any RandomSource
    ) throws(SealingFault) {
        let locked = try Envelope.seal(
            keys.pair.privateRaw, with: token.key, in: AccountPlaces.session(token.lookup),
            random: { random.bytes($0) })
        self.init(
            token.lookup, id: Self.word(random), of: keys.record.account.id, formToken: Self.word(random),
            lockedKey: locked,
            times: Times(
                created: now, seen: now, steppedUpUntil: now.adding(milliseconds: SessionRule.stepUp),
                idleLimit: isShared ? SessionRule.idleShared : SessionRule.idle))
    }

    /// The keys of the account, with the token that locked them.
    ///
    /// - Throws: `.unreadable` where another token locked them.
    func keys(with token: SessionToken, of holder: AccountRecord) throws(SealingFault) -> AccountKeys {
        let raw = try Envelope.open(lockedKey, with: token.key, in: AccountPlaces.session(lookup))
        return AccountKeys(pair: try UnitKeyPair(privateRaw: raw), record: holder)
    }

    private static func word(_ random: any RandomSource) -> String {
        RecordID<SessionRecord>(random: random.bytes(16)).text
    }
}
