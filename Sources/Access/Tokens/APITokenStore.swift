public import CaseRegister
public import ReferralDomain

/// The keys of programs. What it has acknowledged is never lost.
public protocol APITokenStore: Sendable {
    /// Keeps a key under the hash of its secret.
    func keep(_ token: APIToken, lookup: String) async throws(JournalFault)

    /// The key with this hash; nil where there is none.
    func token(_ lookup: String) async throws(JournalFault) -> APIToken?

    /// The keys of a unit, the newest first.
    func tokens(of unit: UnitID) async throws(JournalFault) -> [APIToken]

    /// Notes the day of a use.
    func use(_ id: String, on day: PlainDate) async throws(JournalFault)

    /// Ends a key of a unit; false where the unit has none. One that was ended stays ended as it was.
    func revoke(_ id: String, of unit: UnitID, _ stamp: Stamp) async throws(JournalFault) -> Bool
}
