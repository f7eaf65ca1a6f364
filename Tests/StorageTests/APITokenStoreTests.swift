import Access
import CaseRegister
import ReferralDomain
import Storage
import Testing

/// All stores of keys keep the same promises.
struct APITokenStoreTests {
    private static let unit = try! UnitID(reading: "upe-lima")
    private static let other = try! UnitID(reading: "cem-practica")
    private static let actor = try! ActorID(reading: "AD-01")
    private static let now = Instant(millisecondsSinceEpoch: 1_000_000)

    private func withStores(_ story: (any APITokenStore) async throws -> Void) async throws {
        try await story(MemoryAPITokenStore())
        for kind in DatabaseKind.allCases {
            try await kind.withDatabase { database, _ in try await story(StoredAPITokens(on: database)) }
        }
    }

    private func token(_ id: Character, made: Int64 = 1_000_000) -> APIToken {
        APIToken(
            String(repeating: id, count: 16), label: "agenda",
            of: .init(unit: Self.unit, institution: "upe", municipality: id == "a" ? nil : "150135"),
            scopes: id == "a" ? Set(APIScope.allCases) : [.calendar],
            made: Stamp(actor: Self.actor, instant: Instant(millisecondsSinceEpoch: made)),
            expires: Self.now.adding(milliseconds: 86_400_000))
    }

    private func lookup(_ digit: Character) -> String { String(repeating: digit, count: 64) }

    @Test func `a key is found by its hash alone, as it was kept, the newest first in the list`() async throws
    {
        try await withStores { store in
            let (first, second) = (token("a"), token("b", made: 2_000_000))
            try await store.keep(first, lookup: lookup("1"))
            try await store.keep(second, lookup: lookup("2"))
            #expect(try await store.token(lookup("1")) == first)
            #expect(try await store.token(lookup("2")) == second)
            #expect(try await store.token(lookup("3")) == nil)
            #expect(try await store.tokens(of: Self.unit) == [second, first])
            #expect(try await store.tokens(of: Self.other).isEmpty)
        }
    }

    @Test func `a key is ended by its unit, once, and the day of its use is kept`() async throws {
        try await withStores { store in
            try await store.keep(token("a"), lookup: lookup("1"))
            let id = token("a").id
            let day = try #require(PlainDate(year: 2026, month: 11, day: 23))
            try await store.use(id, on: day)
            let stamp = Stamp(actor: Self.actor, instant: Self.now)
            #expect(try await !store.revoke(id, of: Self.other, stamp))
            #expect(try await !store.revoke(token("c").id, of: Self.unit, stamp))
            #expect(try await store.revoke(id, of: Self.unit, stamp))
            let later = Stamp(actor: Self.actor, instant: Self.now.adding(milliseconds: 9))
            #expect(try await store.revoke(id, of: Self.unit, later))
            let found = try #require(try await store.token(lookup("1")))
            #expect(found.revoked == stamp && found.lastUsed == day && !found.isLive(at: Self.now))
        }
    }
}
