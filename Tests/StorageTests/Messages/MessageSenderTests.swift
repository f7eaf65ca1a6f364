import CaseRegister
import Notifications
import ReferralDomain
import Storage
import Testing

/// What is written with an event leaves, once or more, never not at all; and the case is told.
struct MessageSenderTests {
    @Test(arguments: DatabaseKind.allCases)
    func `a referral that is sent becomes a message, and its arrival a hop of the referral`(
        kind: DatabaseKind
    ) async throws {
        try await PostOffice.open(on: kind) { post in
            try await post.address(1, .email, "guardia@upe.example")
            let referral = try await post.refer()
            let gate = ScriptedGate(.email)
            try await post.work(try post.sender(gate))
            let sent = try #require(gate.sent.first)
            #expect(gate.sent.count == 1)
            #expect(sent.address.text == "guardia@upe.example")
            let code = try #require(try await post.state().reference?.text)
            #expect(sent.text == "Tiene 1 tarea. Ref. \(code).")
            #expect(try await post.referral(referral).hops.last?.state == .delivered)
            #expect(try await post.referral(referral).hops.last?.channel == .email)
            let history = try await post.journal.history(of: post.caseID)
            #expect(history.last?.stamp.actor == .messenger)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func `an act that is overtaken leaves no message behind`(kind: DatabaseKind) async throws {
        try await PostOffice.open(on: kind) { post in
            try await post.address(1, .email, "guardia@upe.example")
            let stands = try await post.state().version
            let draft = ReferralDraft(
                step: "child-measure", institution: "upe", unit: PostOffice.child.unit)
            let id = ReferralID(random: Array(repeating: 9, count: 16))
            await #expect(throws: AppendFailure.overtaken(stands: stands)) {
                try await post.journal.append(
                    [
                        NewEvent(.referral(id, .drafted(draft))), NewEvent(.referral(id, .sent(.inSystem))),
                    ], to: post.caseID, after: stands + 1,
                    stamp: Stamp(actor: PostOffice.centre.account, instant: post.now))
            }
            #expect(try await post.outbox.count() == [:])
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func `where nothing can leave nothing is written`(kind: DatabaseKind) async throws {
        try await PostOffice.open(on: kind, hasOutbox: false) { post in
            try await post.refer()
            #expect(try await post.outbox.count() == [:])
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func `after three failures of one channel the next one has its turn at once`(kind: DatabaseKind)
        async throws
    {
        try await PostOffice.open(on: kind) { post in
            try await post.address(1, .email, "guardia@upe.example")
            try await post.address(2, .sms, "987654321")
            let referral = try await post.refer()
            let mail = ScriptedGate(.email, then: .later("smtp-451"))
            let sms = ScriptedGate(.sms)
            let sender = try post.sender(mail, sms)
            for tries in 1...3 {
                try await post.work(sender)
                #expect(mail.sent.count == tries, "it waits before it tries the same channel again")
                if tries < 3 {
                    #expect(sms.sent.isEmpty)
                    post.turn(seconds: 60)
                }
            }
            #expect(sms.sent.count == 1)
            #expect(try await post.referral(referral).hops.last?.channel == .sms)
            #expect(Set((mail.sent + sms.sent).map(\.id)).count == 1, "every try carries the same id")
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func `an address that refuses for good is not tried again`(kind: DatabaseKind) async throws {
        try await PostOffice.open(on: kind) { post in
            try await post.address(1, .email, "guardia@upe.example")
            try await post.address(2, .sms, "987654321")
            try await post.refer()
            let (mail, sms) = (ScriptedGate(.email, then: .refused("smtp-550")), ScriptedGate(.sms))
            try await post.work(try post.sender(mail, sms))
            #expect(mail.sent.count == 1)
            #expect(sms.sent.count == 1)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func `when every channel failed the case says so, and a later arrival takes it back`(kind: DatabaseKind)
        async throws
    {
        try await PostOffice.open(on: kind) { post in
            try await post.address(1, .email, "guardia@upe.example")
            let referral = try await post.refer()
            let mail = ScriptedGate(.email, then: .later("smtp-no-answer"))
            let sender = try post.sender(mail)
            for _ in 1...3 {
                #expect(try await !post.referral(referral).isUnreached)
                try await post.work(sender)
                post.turn(seconds: 90)
            }
            #expect(try await post.referral(referral).isUnreached)
            #expect(try await post.outbox.unreached(among: [post.caseID]) == [post.caseID])
            let told = try await post.state().version
            for _ in 1...3 {
                try await post.work(sender)
                post.turn(seconds: 1_900)
            }
            #expect(try await post.state().version == told, "it is said once")
            mail.answer(.taken)
            try await post.work(sender)
            #expect(try await !post.referral(referral).isUnreached)
            #expect(try await post.referral(referral).state == .delivered)
            #expect(try await post.outbox.unreached(among: [post.caseID]).isEmpty)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func `a dead letter stays until somebody takes it up again`(kind: DatabaseKind) async throws {
        try await PostOffice.open(on: kind) { post in
            try await post.address(1, .email, "guardia@upe.example")
            let referral = try await post.refer()
            let mail = ScriptedGate(.email, then: .refused("smtp-550"))
            let sender = try post.sender(mail)
            try await post.work(sender)
            let letter = try #require(try await post.outbox.messages(.failed, most: 5).first)
            #expect(letter.standing.outcome == "smtp-550")
            #expect(try await post.referral(referral).isUnreached)
            post.turn(seconds: 40_000)
            try await post.work(sender)
            #expect(mail.sent.count == 1)
            mail.answer(.taken)
            #expect(try await post.outbox.retry(letter.id, at: post.now))
            #expect(try await !post.outbox.retry(letter.id, at: post.now), "it is none any more")
            try await post.work(sender)
            #expect(mail.sent.map(\.id) == [letter.id, letter.id])
            #expect(try await post.referral(referral).state == .delivered)
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func `a message whose time is over is a dead letter, whatever its server says later`(kind: DatabaseKind)
        async throws
    {
        try await PostOffice.open(on: kind) { post in
            try await post.address(1, .email, "guardia@upe.example")
            try await post.refer()
            let mail = ScriptedGate(.email, then: .taken)
            post.turn(seconds: 6 * 3_600 + 1)
            try await post.work(try post.sender(mail))
            #expect(mail.sent.isEmpty)
            #expect(try await post.outbox.messages(.failed, most: 5).first?.standing.outcome == "too-late")
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func `a unit without an address is unreached at once`(kind: DatabaseKind) async throws {
        try await PostOffice.open(on: kind) { post in
            let referral = try await post.refer()
            try await post.work(try post.sender(ScriptedGate(.email)))
            #expect(try await post.referral(referral).isUnreached)
            #expect(try await post.outbox.messages(.failed, most: 5).first?.standing.outcome == "no-channel")
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func `a crash between sending and writing it down sends it again, with the same id`(kind: DatabaseKind)
        async throws
    {
        try await PostOffice.open(on: kind) { post in
            try await post.address(1, .email, "guardia@upe.example")
            try await post.refer()
            let gate = ScriptedGate(.email)
            // The first node took the message and died.
            let held = try await post.claim(as: 9)
            #expect(held.count == 1)
            let sender = try post.sender(gate)
            try await post.work(sender)
            #expect(gate.sent.isEmpty, "nobody else touches it while the claim lasts")
            post.turn(seconds: 91)
            try await post.work(sender)
            #expect(gate.sent.map(\.id) == held.map(\.message.id))
            // The first node comes back and says what it had sent: too late, and nothing changes.
            let late = MessageResult("smtp-451", by: nil, then: .failed, warns: true)
            #expect(try await !post.outbox.settle(held[0], late, at: post.now))
            #expect(try await post.outbox.count() == [.delivered: 1])
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func `what was settled before it left does not leave`(kind: DatabaseKind) async throws {
        try await PostOffice.open(on: kind) { post in
            try await post.address(1, .email, "guardia@upe.example")
            let referral = try await post.refer()
            let proof = Proof(.account, by: SealedBytes([1]), of: "upe")
            _ = try await post.desk.perform(
                .referral(referral, .acknowledge(proof, .inSystem)), on: post.caseID, by: PostOffice.child)
            let gate = ScriptedGate(.email)
            try await post.work(try post.sender(gate))
            #expect(gate.sent.isEmpty)
            #expect(try await post.outbox.count() == [.needless: 1])
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func `the next rung goes by a channel that was not used yet`(kind: DatabaseKind) async throws {
        try await PostOffice.open(on: kind) { post in
            try await post.address(1, .email, "guardia@upe.example")
            try await post.address(2, .sms, "987654321")
            let referral = try await post.refer()
            let (mail, sms) = (ScriptedGate(.email), ScriptedGate(.sms))
            let sender = try post.sender(mail, sms)
            try await post.work(sender)
            #expect(mail.sent.count == 1)
            try await post.journal.climb(
                "acknowledge.\(referral.text)", .reminder, in: post.caseID, at: post.now)
            try await post.work(sender)
            #expect(mail.sent.count == 1)
            #expect(sms.sent.map(\.kind) == [.reminder])
            try await post.journal.climb(
                "acknowledge.\(referral.text)", .supervisor, in: post.caseID, at: post.now)
            try await post.work(sender)
            #expect(
                mail.sent.count + sms.sent.count == 3,
                "nobody gave an address of the supervisor: the office is told")
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func `a rung for the supervisor goes to the supervisor's address`(kind: DatabaseKind) async throws {
        try await PostOffice.open(on: kind) { post in
            try await post.address(1, .email, "guardia@upe.example")
            try await post.address(2, .email, "jefa@upe.example", for: .supervisor)
            let referral = try await post.refer()
            let mail = ScriptedGate(.email)
            let sender = try post.sender(mail)
            try await post.work(sender)
            try await post.journal.climb(
                "acknowledge.\(referral.text)", .reminder, in: post.caseID, at: post.now)
            try await post.journal.climb(
                "acknowledge.\(referral.text)", .supervisor, in: post.caseID, at: post.now)
            try await post.work(sender)
            #expect(mail.sent.filter { $0.kind == .overdue }.map(\.address.text) == ["jefa@upe.example"])
        }
    }

    @Test(arguments: DatabaseKind.allCases)
    func `what ended ninety days ago is forgotten, and nothing that waits`(kind: DatabaseKind) async throws {
        try await PostOffice.open(on: kind) { post in
            try await post.address(1, .email, "guardia@upe.example")
            try await post.refer()
            let sender = try post.sender(ScriptedGate(.email))
            try await post.work(sender)
            post.turn(seconds: 89 * 86_400)
            try await sender.forget()
            #expect(try await post.outbox.count() == [.delivered: 1])
            try await post.refer(2)
            post.turn(seconds: 2 * 86_400)
            try await sender.forget()
            #expect(try await post.outbox.count()[.delivered] == nil)
            #expect(try await post.outbox.count()[.waiting] == 1)
        }
    }
}
