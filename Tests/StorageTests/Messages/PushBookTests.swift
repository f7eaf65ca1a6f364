import CaseRegister
import ReferralDomain
import Testing

@testable import Storage

/// A browser is woken by the event itself, by one sender, and by nobody once it is gone.
struct PushBookTests {
    @Test(arguments: DatabaseKind.allCases)
    func `a referral wakes the living accounts of its unit, and nobody else`(kind: DatabaseKind) async throws
    {
        try await PostOffice.open(on: kind, hasOutbox: false, wakes: true) { post in
            let book = try await Self.filled(post)
            #expect(try await Self.claim(book, post).isEmpty, "nothing has happened")
            try await post.refer()
            let woken = try await Self.claim(book, post).map(\.address.text)
            #expect(woken == ["https://push.example/OF-01"])
            #expect(try await post.outbox.count() == [:], "a house that only wakes writes no message")
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func `what is held by one sender is not taken by another until its time is over`(
        kind: DatabaseKind
    ) async throws {
        try await PostOffice.open(on: kind, wakes: true) { post in
            let book = try await Self.filled(post)
            try await post.refer()
            let lost = try #require(try await Self.claim(book, post, as: 1).first)
            #expect(try await Self.claim(book, post, as: 2).isEmpty)
            post.turn(seconds: 90)
            let taken = try #require(try await Self.claim(book, post, as: 2).first)
            try await book.settle(lost, .ended)
            #expect(try await book.count(of: Self.officer) == 1, "whoever lost it ends nothing")
            try await book.settle(taken, .done)
            #expect(try await Self.claim(book, post).isEmpty)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func `what comes while a browser is being woken wakes it once more`(kind: DatabaseKind) async throws {
        try await PostOffice.open(on: kind, wakes: true) { post in
            let book = try await Self.filled(post)
            try await post.refer()
            let first = try #require(try await Self.claim(book, post).first)
            try await post.refer(2)
            try await book.settle(first, .done)
            let second = try #require(try await Self.claim(book, post).first)
            try await book.settle(second, .done)
            #expect(try await Self.claim(book, post).isEmpty)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func `a browser that is gone is forgotten, and one that waits is tried later`(
        kind: DatabaseKind
    ) async throws {
        try await PostOffice.open(on: kind, wakes: true) { post in
            let book = try await Self.filled(post)
            try await post.refer()
            let first = try #require(try await Self.claim(book, post).first)
            try await book.settle(first, .again(at: post.now.adding(milliseconds: 5_000)))
            #expect(try await Self.claim(book, post).isEmpty)
            post.turn(seconds: 5)
            let second = try #require(try await Self.claim(book, post).first)
            #expect(second.attempt == 2)
            try await book.settle(second, .ended)
            #expect(try await book.count(of: Self.officer) == 0)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func `a browser wakes for whoever asked last, and an account has so many at most`(
        kind: DatabaseKind
    ) async throws {
        try await PostOffice.open(on: kind) { post in
            let book = try await Self.filled(post)
            try await book.add(try Self.subscription(9, "OP-12", at: "OF-01", post.now), most: 5)
            #expect(try await book.count(of: Self.officer) == 0)
            for number in 10...13 {
                let later = post.now.adding(milliseconds: Int64(number))
                try await book.add(
                    try Self.subscription(UInt8(number), "OF-01", at: "\(number)", later), most: 3)
            }
            #expect(try await book.count(of: Self.officer) == 3)
            try await book.removeAll(of: Self.officer)
            #expect(try await book.count(of: Self.officer) == 0)
            #expect(try await book.count(of: try ActorID(reading: "OP-12")) == 2)
        }
    }

    private static let officer: ActorID = try! ActorID(reading: "OF-01")

    /// A living account of the child unit, one that ended, and one of another unit, each with a browser.
    private static func filled(_ post: PostOffice) async throws -> StoredPushBook {
        let accounts = StoredAccounts(on: post.database)
        _ = try await accounts.add(AccountsBackend.unit("upe-lima"))
        _ = try await accounts.add(AccountsBackend.unit("central-150135"))
        let (past, future) = (post.now.adding(milliseconds: -1), post.now.adding(milliseconds: 86_400_000))
        for (code, unit, end) in [
            ("OF-01", "upe-lima", future), ("OF-02", "upe-lima", past), ("OP-12", "central-150135", future),
        ] {
            _ = try await accounts.add(AccountsBackend.account(code, unit: unit, until: end))
        }
        let book = StoredPushBook(on: post.database)
        for (number, code) in ["OF-01", "OF-02", "OP-12"].enumerated() {
            try await book.add(try subscription(UInt8(number), code, at: code, post.now), most: 5)
        }
        return book
    }

    private static func subscription(
        _ number: UInt8, _ account: String, at place: String, _ now: Instant
    ) throws -> PushSubscription {
        let address = try #require(PushAddress(reading: "https://push.example/\(place)"))
        return PushSubscription(
            PushID(random: Array(repeating: number, count: 16)), of: try ActorID(reading: account),
            at: address, added: now)
    }

    private static func claim(
        _ book: StoredPushBook, _ post: PostOffice, as number: UInt8 = 1
    ) async throws -> [ClaimedWake] {
        let sender = SenderID(random: Array(repeating: number, count: 16))
        let claim = SenderClaim(by: sender, until: post.now.adding(milliseconds: 90_000))
        return try await book.claim(claim, at: post.now, most: 8)
    }
}
