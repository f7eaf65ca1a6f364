import CaseRegister
import ReferralDomain
import Synchronization
import Testing

@testable import Web

/// Whoever changes a queue need not think of the bell: it follows the journal.
// Against a hang only: the minutes count while a test waits behind the others for its turn.
@Suite(.timeLimit(.minutes(60)))
struct QueueBellTests {
    static let never: @Sendable () async throws -> Void = {
        try await Task.sleep(for: .seconds(3_600))
    }

    /// A journal of which only the growth is told.
    private final class Grown: Sendable {
        let pulse = JournalPulse()
        private let stands = Mutex(JournalGrowth(end: 5, queues: []))
        private let counts = Mutex<[String: Int]>([:])

        func grow(in queues: Set<String>?) {
            stands.withLock { $0 = JournalGrowth(end: $0.end + 1, queues: queues) }
        }

        func count(_ queue: String, _ open: Int) { counts.withLock { $0[queue] = open } }

        func bell(pause: @escaping @Sendable () async throws -> Void = QueueBellTests.never) -> QueueBell {
            QueueBell(
                QueueBell.Sight(
                    growth: { position in
                        self.stands.withLock { stands in
                            stands.end == position ? JournalGrowth(end: stands.end, queues: []) : stands
                        }
                    },
                    count: { queue in
                        QueueCount(open: self.counts.withLock { $0[queue, default: 0] }, late: 0)
                    }), after: pulse, pause: pause)
        }
    }

    @Test func `a beat is heard in its own town only`() async throws {
        let journal = Grown()
        let bell = journal.bell()
        let other = await bell.listen(to: ["150132"])
        let own = await bell.listen(to: ["150135", "150135-reserved"])
        journal.grow(in: ["150135-reserved"])
        await journal.pulse.beat()
        for await tick in own where tick == .changed { break }
        await bell.close()
        var heard: [QueueBell.Tick] = []
        for await tick in other { heard.append(tick) }
        #expect(heard.isEmpty)
    }

    @Test func `what cannot be told apart is heard everywhere`() async throws {
        let journal = Grown()
        let bell = journal.bell()
        let line = await bell.listen(to: ["150132"])
        journal.grow(in: nil)
        await journal.pulse.beat()
        for await tick in line where tick == .changed { break }
        await bell.close()
    }

    @Test func `what another program wrote is found at the next look`() async throws {
        let journal = Grown()
        let bell = journal.bell(pause: { await Task.yield() })
        let line = await bell.listen(to: ["150135"])
        journal.grow(in: ["150135"])
        for await tick in line where tick == .changed { break }
        await bell.close()
    }

    @Test func `a case that left a queue, and an hour that passed, are found by counting`() async throws {
        let journal = Grown()
        journal.count("150135", 4)
        let bell = journal.bell(pause: { await Task.yield() })
        let line = await bell.listen(to: ["150135"])
        journal.count("150135", 3)
        journal.grow(in: ["150132"])
        for await tick in line where tick == .changed { break }
        journal.count("150135", 2)
        for await tick in line where tick == .changed { break }
        await bell.close()
    }

    @Test func `a queue in which nothing happens is kept open and nothing more`() async throws {
        let bell = Grown().bell(pause: { await Task.yield() })
        let line = await bell.listen(to: ["150135"])
        var heard: [QueueBell.Tick] = []
        for await tick in line {
            heard.append(tick)
            if heard.count == 20 { break }
        }
        #expect(heard.allSatisfy { $0 == .beat })
        await bell.close()
    }

    @Test func `what happened while the journal could not be read is heard afterwards`() async throws {
        let isBroken = Mutex(true)
        let bell = QueueBell(
            QueueBell.Sight(
                growth: { _ in isBroken.withLock { $0 } ? nil : JournalGrowth(end: 7, queues: []) },
                count: { _ in nil }), after: JournalPulse(), pause: { await Task.yield() })
        let line = await bell.listen(to: ["150135"])
        isBroken.withLock { $0 = false }
        for await tick in line where tick == .changed { break }
        await bell.close()
    }

    @Test func `a beat pushes out no change that was not heard yet`() async throws {
        let journal = Grown()
        let looks = Mutex(0)
        let bell = journal.bell(pause: {
            // One change, then many looks in which nothing happens, while nobody takes a tick.
            let look = looks.withLock { looks in
                looks += 1
                return looks
            }
            if look == 1 { journal.grow(in: ["150135"]) }
            if look == 40 { try await Self.never() }
            await Task.yield()
        })
        let line = await bell.listen(to: ["150135"])
        while looks.withLock({ $0 }) < 40 { await Task.yield() }
        var ticks = line.makeAsyncIterator()
        #expect(await ticks.next() == .changed)
        await bell.close()
    }

    @Test func `more listeners than there is room for get no line`() async throws {
        let bell = Grown().bell()
        var lines: [AsyncStream<QueueBell.Tick>] = []
        for _ in 0..<QueueBell.most { lines.append(await bell.listen(to: ["150135"])) }
        #expect(await !bell.hasRoom)
        var refused = await bell.listen(to: ["150135"]).makeAsyncIterator()
        #expect(await refused.next() == nil)
        await bell.close()
        #expect(lines.count == QueueBell.most)
    }

    @Test func `a tick says that something changed and nothing else`() {
        let now = Instant(millisecondsSinceEpoch: 1_000)
        #expect(QueueStream.text(.changed, at: now) == "event: cambio\ndata: 1000\n\n")
        #expect(QueueStream.text(.beat, at: now) == ": \n\n")
    }
}
