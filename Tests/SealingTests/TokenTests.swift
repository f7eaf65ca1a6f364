import Testing

@testable import Sealing

/// Links, sessions and spoken codes: what the server stores does not lead back to what was given out.
struct TokenTests {
    @Test func `a link and a session of the same bytes share neither look-up nor key`() throws {
        let bytes = Samples.bytes(from: 1, 32)
        let (link, session) = (try OneTimeLink(random: bytes), try SessionToken(random: bytes))
        #expect(link.lookup != session.lookup)
        #expect(link.key.rawBytes != session.key.rawBytes)
        #expect(session.lookup != HexText.text(of: session.key.rawBytes))
    }

    @Test func `a stolen row of the sessions opens nothing`() throws {
        let session = try SessionToken(random: Samples.bytes(from: 1, 32))
        let locked = try Envelope.seal(
            Samples.pair().privateRaw, with: session.key, in: Samples.context,
            random: SeededBytes(seed: 1).source)
        let found = try SealingKey(random: Samples.hex(session.lookup))
        #expect(throws: SealingFault.unreadable) {
            try Envelope.open(locked, with: found, in: Samples.context)
        }
        let again = try SessionToken(reading: session.text)
        #expect(try Envelope.open(locked, with: again.key, in: Samples.context) == Samples.pair().privateRaw)
    }

    @Test(arguments: [
        "", "abc", String(repeating: "A", count: 44), String(repeating: "=", count: 43),
        String(repeating: "A", count: 42) + "B",
    ])
    func `a text that no link was ever written as is refused`(text: String) {
        #expect(throws: SealingFault.unreadable) { try OneTimeLink(reading: text) }
        #expect(throws: SealingFault.unreadable) { try SessionToken(reading: text) }
    }

    @Test func `spoken codes are spread evenly over the million`() throws {
        let random = SeededBytes(seed: 11).source
        var tens = Array(repeating: 0, count: 10)
        for _ in 0..<50_000 {
            let code = try SpokenCode.draw(random: random)
            #expect(code.utf8.count == 6)
            tens[try #require(Int(code.prefix(1)))] += 1
        }
        // Five thousand each; six standard deviations are 403.
        #expect(tens.allSatisfy { (4_597...5_403).contains($0) }, "seed 11")
    }

    @Test func `a draw above the last whole million is drawn again`() throws {
        let draws = SeededDraws([[0xFF, 0xFF, 0xFF, 0xFF], [0, 0, 0, 42]])
        #expect(try SpokenCode.draw(random: draws.source) == "000042")
        #expect(throws: SealingFault.unusable) {
            try SpokenCode.draw(random: { Array(repeating: 0xFF, count: $0) })
        }
    }

    @Test func `a code counts for its referral only, however it is spaced`() {
        let salt = Samples.bytes(from: 1, 16)
        let stored = SpokenCode.stored("042137", salt: salt, referral: "a")
        #expect(SpokenCode.matches("042 137", stored: stored, salt: salt, referral: "a"))
        #expect(!SpokenCode.matches("042138", stored: stored, salt: salt, referral: "a"))
        #expect(!SpokenCode.matches("042137", stored: stored, salt: salt, referral: "b"))
        #expect(
            !SpokenCode.matches("042137", stored: stored, salt: Samples.bytes(from: 2, 16), referral: "a"))
        #expect(!stored.contains("042137"))
    }

    @Test func `comparing looks at every byte`() {
        #expect(ConstantTime.areEqual([1, 2, 3], [1, 2, 3]))
        #expect(!ConstantTime.areEqual([1, 2, 3], [1, 2, 4]))
        #expect(!ConstantTime.areEqual([1, 2, 3], [0, 2, 3]))
        #expect(!ConstantTime.areEqual([1, 2], [1, 2, 3]))
        #expect(ConstantTime.areEqual("", ""))
        #expect(!ConstantTime.areEqual("é", "e\u{301}"))
    }

    @Test func `every length of bytes comes back from base 32 and base 64, and in one form only`() {
        for coding in [BitText.base32, .base64URL, .spoken] {
            for length in 0..<40 {
                let bytes = Samples.bytes(from: 77, length)
                #expect(coding.bytes(of: coding.text(of: bytes)) == bytes)
            }
        }
        #expect(BitText.base64URL.bytes(of: "QQ") == [0x41])
        #expect(BitText.base64URL.bytes(of: "QR") == nil)
        #expect(BitText.base64URL.bytes(of: "Q") == nil)
        #expect(BitText.base64URL.bytes(of: "Q=") == nil)
    }
}
