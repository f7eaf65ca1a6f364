import CaseRegister
import JSON
import ReferralDomain
import Testing

/// The file of who did not answer says enough to act on, cites the journal, and cannot be changed unseen.
struct DossierTests {
    @Test func `it says who was told, when, by which way, and how long they kept silent`() throws {
        let body = try dossier().body
        let referrals = try #require(body["referrals"]?.array)
        #expect(referrals.map { $0["institution"]?.string } == ["upe", "fistrap"])
        #expect(referrals[0]["silentMinutes"]?.integer == 5, "it was answered after five minutes")
        #expect(referrals[1]["silentMinutes"]?.integer == 105, "nobody has answered yet")
        let hops = try #require(referrals[0]["hops"]?.array)
        #expect(
            hops.map { $0["event"]?.string } == [
                "referral-drafted", "referral-sent", "referral-acknowledged",
            ])
        #expect(hops[1]["channel"]?.string == "phone")
        #expect(hops[2]["proof"]?.string == "spoken-code")
        #expect(hops[1]["registered"]?.string == "2026-11-23T22:15:00-05:00")
    }

    @Test func `it names what is late with its rungs, and leaves out what is in time`() throws {
        let owed = try #require(try dossier().body["owed"]?.array)
        let silent = try #require(owed.first { $0["institution"]?.string == "fistrap" })
        #expect(silent["kind"]?.string == "acknowledge")
        #expect(silent["lateMinutes"]?.integer == 95)
        #expect(silent["rungs"]?.array?.map { $0["rung"]?.integer } == [1, 2])
        #expect(!owed.contains { $0["kind"]?.string == "monitor" })
    }

    @Test func `every hop and rung cites an entry of the chain of the case`() throws {
        let story = try story()
        let chain = JournalChain(digest: Self.digest)
        var hashes: [String] = []
        for recorded in story.history {
            hashes.append(
                chain.caseHash(of: JournalEntry(recorded), after: hashes.last ?? JournalChain.beginning))
        }
        let body = try dossier().body
        var citations: [JSON] = body["ladder"]?.array ?? []
        for referral in body["referrals"]?.array ?? [] { citations += referral["hops"]?.array ?? [] }
        #expect(citations.count == 7)
        for citation in citations {
            let version = try #require(citation["entry"]?["version"]?.integer)
            #expect(citation["entry"]?["hash"]?.string == hashes[Int(version) - 1])
        }
        #expect(body["chainEnd"]?.string == hashes.last)
        #expect(body["events"]?.integer == Int64(story.history.count))
    }

    @Test func `it carries no sealed text and no declared field of a person`() throws {
        let text = try dossier().sealed(digest: Self.digest).text()
        #expect(!text.contains("010203"), "who acknowledged stays sealed")
        #expect(!text.contains("c0ffee"), "what was sealed about the person stays out")
    }

    @Test func `a file with any value changed no longer fits its seal`() throws {
        let sealed = try dossier().sealed(digest: Self.digest) { _ in "signature" }
        let bytes = sealed.bytes()
        guard case .whole(let body, _) = Dossier.check(bytes, digest: Self.digest) else {
            Issue.record("an untouched file must be whole")
            return
        }
        #expect(body == (try dossier().body))
        #expect(sealed["signature"]?.string == "signature")
        guard case .whole = Dossier.check(sealed.bytes(.pretty), digest: Self.digest) else {
            Issue.record("layout is no change")
            return
        }
        let start = Array(#"{"dossier":"#.utf8).count
        for position in start..<(body.bytes().count + start) {
            var changed = bytes
            changed[position] ^= 1
            let check = Dossier.check(changed, digest: Self.digest)
            let isWhole = if case .whole = check { true } else { false }
            #expect(!isWhole, "byte \(position)")
        }
        #expect(Dossier.check(Array("{}".utf8), digest: Self.digest) == .unreadable)
    }

    @Test func `a case that nobody reported has no file`() throws {
        let none = Dossier(
            of: [], under: Rules.standard, at: try Lima.at("2026-11-24 00:00"), digest: Self.digest)
        #expect(none == nil)
    }

    private func dossier() throws -> Dossier {
        try #require(
            Dossier(
                of: try story().history, under: Rules.standard, at: try Lima.at("2026-11-24 00:00"),
                digest: Self.digest))
    }

    private func story() throws -> CaseStory {
        let start = try Lima.at("2026-11-23 22:15")
        var story = try CaseStory(at: start)
        story.tell(.personAdded(CaseStory.person, age: .minor), at: start)
        story.tell(.fieldSealed(field: "name", .identity, SealedBytes([0xC0, 0xFF, 0xEE])), at: start)
        let upe = story.refer(1, step: "child-measure", to: "upe", deadline: "D-15", at: start)
        let fistrap = story.refer(2, step: "notify-prosecutor", to: "fistrap", at: start)
        story.tell(.acknowledged(Proof.spoken, .phone), upe, at: try Lima.at("2026-11-23 22:20"))
        for (rung, time) in [(Rung.reminder, "22:25"), (.supervisor, "22:30")] {
            let climb = FileEvent.ladderClimbed(obligation: "acknowledge.\(fistrap.text)", rung)
            story.tell(climb, at: try Lima.at("2026-11-23 \(time)"))
        }
        return story
    }

    /// A sum in place of SHA-256, which this room does not have: four lanes of FNV-1a.
    private static let digest: Digest = { bytes in
        (0..<4).flatMap { lane -> [UInt8] in
            var hash: UInt64 = 0xCBF2_9CE4_8422_2325 &+ UInt64(lane)
            for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
            return withUnsafeBytes(of: hash.bigEndian) { Array($0) }
        }
    }
}
