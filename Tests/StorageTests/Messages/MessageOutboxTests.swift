import CaseRegister
import Notifications
import ReferralDomain
import Testing

@testable import Storage

/// Of many programs on one database one sends a message, and what a dead one held is sent all the same.
struct MessageOutboxTests {
    @Test(arguments: DatabaseKind.allCases)
    func `what one sender holds no other sends, whatever is due besides`(kind: DatabaseKind) async throws {
        try await PostOffice.open(on: kind) { post in
            for number in 1...12 { try await Self.address(post, number) }
            let held = try await post.claim(as: 1, most: 8)
            #expect(held.count == 8)
            let gate = ScriptedGate(.email)
            try await post.work(try post.neighbour(gate))
            #expect(gate.sent.count == 4)
            #expect(Set(gate.sent.map(\.id)).isDisjoint(with: held.map(\.message.id)))
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func `two senders at once send everything, and nothing twice`(kind: DatabaseKind) async throws {
        try await PostOffice.open(on: kind) { post in
            for number in 1...30 { try await Self.address(post, number) }
            let gate = ScriptedGate(.email)
            let (one, other) = (try post.sender(gate), try post.neighbour(gate))
            try await withThrowingTaskGroup(of: Void.self) { group in
                for sender in [one, other] { group.addTask { try await post.work(sender) } }
                try await group.waitForAll()
            }
            #expect(gate.sent.count == 30)
            #expect(Set(gate.sent.map(\.id)).count == 30)
            #expect(try await post.outbox.count() == [.delivered: 30])
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func `two senders tell a case of one arrival once`(kind: DatabaseKind) async throws {
        try await PostOffice.open(on: kind) { post in
            try await post.address(1, .email, "guardia@upe.example")
            let referral = try await post.refer()
            let held = try #require(try await post.claim(as: 1).first)
            let channel = try #require(held.channels.first)
            let taken = MessageResult("taken", by: channel, then: .delivered)
            #expect(try await post.outbox.settle(held, taken, at: post.now))
            let gate = ScriptedGate(.email)
            let (one, other) = (try post.sender(gate), try post.neighbour(gate))
            try await withThrowingTaskGroup(of: Void.self) { group in
                for sender in [one, other] { group.addTask { try await sender.tellCases() } }
                try await group.waitForAll()
            }
            try await one.tellCases()
            let told = try await post.referral(referral).hops.filter { $0.state == .delivered }
            #expect(told.count == 1)
            #expect(try await post.outbox.untold(most: 5).isEmpty)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func `a claim that ran out is taken over, and whoever lost it writes nothing`(
        kind: DatabaseKind
    ) async throws {
        try await PostOffice.open(on: kind) { post in
            try await Self.address(post, 1)
            let lost = try #require(try await post.claim(as: 1).first)
            post.turn(seconds: 89)
            #expect(try await post.claim(as: 2).isEmpty)
            #expect(try await post.claim(as: 1).isEmpty, "not even whoever holds it sends it a second time")
            post.turn(seconds: 1)
            let taken = try #require(try await post.claim(as: 2).first)
            #expect(taken.message.id == lost.message.id)
            #expect(taken.attempt == 2)
            let failed = MessageResult("smtp-451", by: nil, then: .failed)
            #expect(try await !post.outbox.settle(lost, failed, at: post.now))
            let done = MessageResult("taken", by: taken.channels.first, then: .delivered)
            #expect(try await post.outbox.settle(taken, done, at: post.now))
            #expect(try await !post.outbox.settle(taken, failed, at: post.now), "it is written down once")
            #expect(try await post.outbox.count() == [.delivered: 1])
        }
    }

    /// An address of the child unit, whose code is a message that is due at once.
    private static func address(_ post: PostOffice, _ number: Int) async throws {
        try await post.address(UInt8(number), .email, "guardia\(number)@upe.example", isProved: false)
    }
}
