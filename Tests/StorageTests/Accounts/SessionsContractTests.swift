import Access
import CaseRegister
import ReferralDomain
import Testing

/// What every store of sessions promises: found by their hash, at most so many, ended at once.
struct SessionsContractTests {
    typealias Backend = AccountsBackend

    @Test(arguments: Backend.allCases)
    func `a session is found with its account and its unit`(backend: Backend) async throws {
        try await backend.with { store in
            let record = try Backend.account("OP-12")
            _ = try await store.add(record)
            let session = try Backend.session(1, of: "OP-12", freshUntil: 300)
            try await store.add(session, most: 2)
            let found = try #require(try await store.session(session.lookup))
            #expect(found == FoundSession(session, of: record, in: try Backend.unit("central-150135")))
            #expect(try await store.session(Backend.lookup(2)) == nil)
            // What the lists call it finds nothing.
            #expect(try await store.session(session.id) == nil)
        }
    }

    @Test(arguments: Backend.allCases)
    func `the oldest session makes room, and only of the same account`(backend: Backend) async throws {
        try await backend.with { store in
            let id = try Backend.account("OP-12").account.id
            _ = try await store.add(try Backend.account("OP-12"))
            _ = try await store.add(try Backend.account("OP-13"))
            try await store.add(try Backend.session(9, of: "OP-13"), most: SessionRule.most)
            for number in 1...4 {
                try await store.add(
                    try Backend.session(number, of: "OP-12", created: Int64(10 * number)),
                    most: SessionRule.most)
                #expect(try await store.sessions(of: id).count <= SessionRule.most)
            }
            #expect(try await store.sessions(of: id).map(\.id) == ["session-4", "session-3"])
            #expect(try await store.session(Backend.lookup(1)) == nil)
            #expect(try await store.session(Backend.lookup(9)) != nil)
        }
    }

    @Test(arguments: Backend.allCases)
    func `of many that begin at once no more are left than may be`(backend: Backend) async throws {
        try await backend.with { store in
            _ = try await store.add(try Backend.account("OP-12"))
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 1...12 {
                    group.addTask {
                        try await store.add(
                            try Backend.session(number, of: "OP-12", created: Int64(number)),
                            most: SessionRule.most)
                    }
                }
                try await group.waitForAll()
            }
            let left = try await store.sessions(of: try Backend.account("OP-12").account.id)
            #expect(left.count == SessionRule.most)
        }
    }

    @Test(arguments: Backend.allCases)
    func `use and a fresh second factor are written to one session`(backend: Backend) async throws {
        try await backend.with { store in
            _ = try await store.add(try Backend.account("OP-12"))
            try await store.add(try Backend.session(1, of: "OP-12", created: 1), most: 2)
            try await store.add(try Backend.session(2, of: "OP-12", created: 2), most: 2)
            try await store.touch(Backend.lookup(1), at: Backend.at(70))
            try await store.stepUp(Backend.lookup(1), until: Backend.at(400))
            let first = try #require(try await store.session(Backend.lookup(1))?.session.times)
            #expect((first.created, first.seen) == (Backend.at(1), Backend.at(70)))
            #expect(first.steppedUpUntil == Backend.at(400))
            let second = try #require(try await store.session(Backend.lookup(2))?.session.times)
            #expect((second.seen, second.steppedUpUntil) == (Backend.at(2), nil))
        }
    }

    @Test(arguments: Backend.allCases)
    func `nobody ends a session of somebody else by its name`(backend: Backend) async throws {
        try await backend.with { store in
            let (own, other) = (try Backend.account("OP-12"), try Backend.account("OP-13"))
            _ = try await store.add(own)
            _ = try await store.add(other)
            try await store.add(try Backend.session(1, of: "OP-12"), most: 2)
            try await store.endSession("session-1", of: other.account.id)
            #expect(try await store.session(Backend.lookup(1)) != nil)
            try await store.endSession("session-1", of: own.account.id)
            #expect(try await store.session(Backend.lookup(1)) == nil)
        }
    }

    @Test(arguments: Backend.allCases)
    func `all sessions end but the one that is kept`(backend: Backend) async throws {
        try await backend.with { store in
            let id = try Backend.account("OP-12").account.id
            _ = try await store.add(try Backend.account("OP-12"))
            try await store.add(try Backend.session(1, of: "OP-12", created: 1), most: 2)
            try await store.add(try Backend.session(2, of: "OP-12", created: 2), most: 2)
            try await store.endSessions(of: id, except: Backend.lookup(1))
            #expect(try await store.sessions(of: id).map(\.id) == ["session-1"])
            try await store.endSessions(of: id, except: nil)
            #expect(try await store.sessions(of: id).isEmpty)
        }
    }
}
