import CaseRegister
import Crypto
import ReferralDomain
import Testing

/// Signed ends of the journal, kept outside the database.
struct CheckpointTests {
    private static let key = try? Curve25519.Signing.PrivateKey(
        rawRepresentation: [UInt8](repeating: 7, count: 32))

    @Test func `what is signed is written as the format says`() throws {
        let text = try Self.text(position: 12, at: 5)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count == 7)
        #expect(lines[0] == "ruta-checkpoint 1")
        #expect(lines[1...3] == ["12", Substring(String(repeating: "a", count: 64)), "5"])
        #expect(lines[4].hasPrefix("ed25519 ") && lines[4].utf8.count == 8 + 128)
    }

    @Test func `a file of many is read back in order`() throws {
        let text = try (1...3).map { try Self.text(position: $0, at: $0) }.joined()
        let read = try JournalCheckpoint.all(in: text, isSigned: Self.isSigned)
        #expect(read.map(\.anchor.position) == [1, 2, 3])
        #expect(try JournalCheckpoint.all(in: "", isSigned: Self.isSigned).isEmpty)
    }

    @Test(arguments: [("\n12\n", "\n13\n"), ("\n5\n", "\n6\n"), ("aaaa\n", "aaab\n")])
    func `a checkpoint that was changed is not signed`(found: String, planted: String) throws {
        let text = try Self.text(position: 12, at: 5)
        let forged = text.replacing(found, with: planted)
        #expect(forged != text)
        #expect(throws: JournalCheckpoint.Misread.signature(line: 1)) {
            try JournalCheckpoint.all(in: forged, isSigned: Self.isSigned)
        }
        #expect(try JournalCheckpoint.all(in: forged, isSigned: nil).count == 1)
    }

    @Test(arguments: [
        "x", "ruta-checkpoint 1\n", "ruta-checkpoint 2\n1\n2\n3\ned25519 00\n\n", "\n\n\n\n\n\n",
    ])
    func `a file of something else is refused`(text: String) {
        #expect(throws: JournalCheckpoint.Misread.form(line: 1)) {
            try JournalCheckpoint.all(in: text, isSigned: nil)
        }
    }

    @Test(arguments: [
        "", "1", "1:2", ":", "-1:\(String(repeating: "a", count: 64))",
        "x:\(String(repeating: "a", count: 64))",
    ])
    func `what is no end of a journal is not read as one`(text: String) {
        #expect(JournalAnchor(text: text) == nil)
    }

    private static func text(position: Int64, at milliseconds: Int64) throws -> String {
        let anchor = JournalAnchor(position: position, hash: String(repeating: "a", count: 64))
        let checkpoint = JournalCheckpoint(anchor, at: Instant(millisecondsSinceEpoch: milliseconds))
        let key = try #require(key)
        return try checkpoint.text { Array(try key.signature(for: $0)) }
    }

    private static func isSigned(_ statement: [UInt8], _ signature: [UInt8]) -> Bool {
        key?.publicKey.isValidSignature(signature, for: statement) ?? false
    }
}
