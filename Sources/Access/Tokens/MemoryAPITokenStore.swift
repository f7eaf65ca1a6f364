public import CaseRegister
public import ReferralDomain

/// Keys that are forgotten when the program ends: for tests.
public actor MemoryAPITokenStore: APITokenStore {
    private var found: [String: APIToken] = [:]

    public init() {}

    public func keep(_ token: APIToken, lookup: String) { found[lookup] = token }

    public func token(_ lookup: String) -> APIToken? { found[lookup] }

    public func tokens(of unit: UnitID) -> [APIToken] {
        found.values.filter { $0.unit == unit }.sorted { ($0.made.instant, $0.id) > ($1.made.instant, $1.id) }
    }

    public func use(_ id: String, on day: PlainDate) {
        for (lookup, token) in found where token.id == id { found[lookup]?.lastUsed = day }
    }

    public func revoke(_ id: String, of unit: UnitID, _ stamp: Stamp) -> Bool {
        guard let (lookup, token) = found.first(where: { $0.value.id == id && $0.value.unit == unit }) else {
            return false
        }
        if token.revoked == nil { found[lookup]?.revoked = stamp }
        return true
    }
}
