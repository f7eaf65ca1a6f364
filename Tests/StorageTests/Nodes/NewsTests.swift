import CaseRegister
import ReferralDomain
import Testing

@testable import Storage

/// What one node hears of another: that something was committed, and never what.
// Against a hang only: the minutes count while a test waits behind the others for its turn.
@Suite(.timeLimit(.minutes(60)))
struct NewsTests {
    private typealias Story = (_ one: PostgresDatabase, _ other: PostgresDatabase, _ name: String)
        async throws -> Void

    private func withNodes(_ story: Story) async throws {
        try await PostgresServer.shared().withDatabase { address, name in
            let one = try PostgresDatabase(at: address, PostgresServer.patient)
            let other = try PostgresDatabase(at: address, PostgresServer.patient)
            try await story(one, other, name)
            try one.close()
            try other.close()
        }
    }

    private static let epoch: @Sendable () -> Instant = { Instant(millisecondsSinceEpoch: 0) }

    /// Takes what is heard until this comes.
    private static func hear(_ wanted: SQLNews, _ news: inout AsyncStream<SQLNews>.AsyncIterator) async throws
    {
        while true {
            let heard = try #require(await news.next(), "the line ended before \(wanted)")
            if heard == wanted { return }
        }
    }

    @Test func `what one node has recorded, another hears without looking`() async throws {
        try await withNodes { one, other, _ in
            var news = try #require(other.news(against: Self.epoch)).makeAsyncIterator()
            try await Self.hear(.everything, &news)
            let journal = try StoredCaseJournal(on: one)
            _ = try await journal.record(try Reports.report(1), stamp: .street(at: 1))
            try await Self.hear(.changed(.journal), &news)
        }
    }

    @Test func `what was undone is told to nobody`() async throws {
        try await withNodes { one, other, _ in
            var news = try #require(other.news(against: Self.epoch)).makeAsyncIterator()
            try await Self.hear(.everything, &news)
            _ = await one.fault { session in
                try session.tell(.directory)
                throw JournalFault.locked
            }
            try await one.write { try $0.tell(.ladder) }
            while true {
                let heard = try #require(await news.next())
                #expect(heard != .changed(.directory))
                if heard == .changed(.ladder) { break }
            }
        }
    }

    @Test func `a line that was lost is opened anew, and everything is read again`() async throws {
        try await withNodes { one, other, name in
            var news = try #require(other.news(against: Self.epoch)).makeAsyncIterator()
            try await Self.hear(.everything, &news)
            try await PostgresServer.shared().run(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '\(name)'")
            try await Self.hear(.lost, &news)
            try await Self.hear(.everything, &news)
            try await one.write { try $0.tell(.directory) }
            try await Self.hear(.changed(.directory), &news)
        }
    }

    @Test func `the clock of the database is told against ours, and is known at the start`() async throws {
        try await withNodes { one, _, _ in
            let start = try #require(try one.clockAtStart(against: Self.epoch))
            #expect(start > 1_700_000_000_000, "the clock of the machine is set")
            var news = try #require(one.news(against: Self.epoch)).makeAsyncIterator()
            while true {
                // Our clock stands at zero, so that theirs is ahead by all of its time.
                guard case .clock(let ahead) = try #require(await news.next()) else { continue }
                #expect(ahead >= start)
                break
            }
        }
    }

    @Test func `what a newer release tells is passed over`() async throws {
        try await withNodes { one, other, _ in
            var news = try #require(other.news(against: Self.epoch)).makeAsyncIterator()
            try await Self.hear(.everything, &news)
            try await one.write { try $0.run("SELECT pg_notify('ruta_change', 'from-tomorrow')") }
            try await one.write { try $0.tell(.journal) }
            try await Self.hear(.changed(.journal), &news)
        }
    }

    @Test func `a file tells nothing and has no clock of its own`() async throws {
        try await World.withJournal { _, database, _ in
            #expect(database.news(against: Self.epoch) == nil)
            let clock = try database.clockAtStart(against: Self.epoch)
            #expect(clock == nil)
        }
    }
}
