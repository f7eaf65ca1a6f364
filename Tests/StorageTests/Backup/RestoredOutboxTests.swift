import CaseRegister
import Notifications
import ReferralDomain
import Testing

@testable import Storage

/// A message that waited when a backup was made: told twice is harmless, told months later is not, and not told is worst.
struct RestoredOutboxTests {
    @Test(arguments: DatabaseKind.allCases)
    func `within its time a restored message leaves, with the id under which it may have left before`(
        kind: DatabaseKind
    ) async throws {
        try await Self.restored(on: kind) { post, copy, sent in
            let outbox = StoredMessageOutbox(on: copy)
            let waiting = try #require(try await outbox.messages(.waiting, most: 5).first)
            #expect(waiting.standing.outcome == OutboxMessage.Standing.restored)
            let mail = ScriptedGate(.email)
            try await post.work(try post.sender(mail, on: copy))
            #expect(mail.sent.map(\.id) == sent)
            #expect(try await outbox.count() == [.delivered: 1])
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func `after its time it does not leave, and both the outbox and the case say so`(kind: DatabaseKind)
        async throws
    {
        try await Self.restored(on: kind) { post, copy, _ in
            post.turn(seconds: 90 * 86_400)
            let mail = ScriptedGate(.email)
            try await post.work(try post.sender(mail, on: copy))
            #expect(mail.sent.isEmpty)
            let letter = try #require(
                try await StoredMessageOutbox(on: copy).messages(.failed, most: 5).first)
            #expect(letter.standing.outcome == OutboxMessage.Standing.restored)
            let history = try await StoredCaseJournal(on: copy).history(of: post.caseID)
            #expect(CaseState(after: history).referral(letter.subject?.referral)?.isUnreached == true)
        }
    }

    /// A backup with one message that waits, which leaves afterwards; then the backup is put back elsewhere.
    private static func restored(
        on kind: DatabaseKind,
        _ story: (PostOffice, _ copy: any SQLDatabase, _ sent: [MessageID]) async throws -> Void
    ) async throws {
        try await PostOffice.open(on: kind) { post in
            try await post.address(1, .email, "guardia@upe.example")
            try await post.refer()
            let told = try BackupWorld.tell(try post.source(), id: "a")
            let mail = ScriptedGate(.email)
            try await post.work(try post.sender(mail))
            #expect(mail.sent.count == 1)
            try await kind.withDatabase { copy, _ in
                _ = try BackupWorld.restore(told, into: copy)
                try await story(post, copy, mail.sent.map(\.id))
            }
        }
    }
}

extension CaseState {
    fileprivate func referral(_ id: ReferralID?) -> Referral? { id.flatMap { referral($0) } }
}
