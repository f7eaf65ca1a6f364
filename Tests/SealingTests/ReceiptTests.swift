import Testing

@testable import Sealing

/// A receipt convinces without the server, and only in the form in which it was signed.
struct ReceiptTests {
    @Test(arguments: ReceiptStatement.Kind.allCases)
    func `every kind comes back as it was signed`(kind: ReceiptStatement.Kind) throws {
        let (signer, verifier) = try Self.keys()
        let receipt = try signer.sign(Samples.statement(kind))
        #expect(try verifier.verify(receipt.text) == receipt)
        #expect(receipt.statement.kind == kind)
    }

    @Test func `a receipt about the case alone has no referral`() throws {
        let (signer, verifier) = try Self.keys()
        let head = ReceiptStatement.Head(position: 1, hash: String(repeating: "0", count: 64))
        let receipt = try signer.sign(
            ReceiptStatement(.report, case: "K7Q2-M3X9", by: ("pnp", -1), head: head))
        let read = try verifier.verify(receipt.text)
        #expect(read.statement.referral == nil)
        #expect(read.statement.instantMilliseconds == -1)
    }

    @Test func `a file is signed as it is, in its form, and by its house`() throws {
        let (signer, verifier) = try Self.keys()
        let file = Array("{\"a\":1}".utf8)
        let signature = try signer.sign(file: file, form: "ruta-test-1")
        #expect(try FileSignature(reading: signature.text) == signature)
        #expect(verifier.isSigned(file, form: "ruta-test-1", by: signature))
        #expect(!verifier.isSigned(file, form: "ruta-test-2", by: signature))
        #expect(!verifier.isSigned(file + [0x20], form: "ruta-test-1", by: signature))
        #expect(!ReceiptVerifier(keys: []).isSigned(file, form: "ruta-test-1", by: signature))
        let other = try ReceiptSigner(seed: SigningSeed(random: Array(repeating: 3, count: 32)))
        #expect(!ReceiptVerifier(keys: [other.publicKey]).isSigned(file, form: "ruta-test-1", by: signature))
        let text = Array(signature.text.utf8)
        for position in text.indices {
            var altered = text
            altered[position] = altered[position] == UInt8(ascii: "x") ? UInt8(ascii: "y") : UInt8(ascii: "x")
            let read = try? FileSignature(reading: String(decoding: altered, as: UTF8.self))
            #expect(!(read.map { verifier.isSigned(file, form: "ruta-test-1", by: $0) } ?? false))
        }
    }

    @Test func `every altered character of the text is refused`() throws {
        let (signer, verifier) = try Self.keys()
        let text = Array(try signer.sign(Samples.statement()).text.utf8)
        for position in text.indices {
            for other in [UInt8(ascii: "A"), UInt8(ascii: "B"), UInt8(ascii: "."), UInt8(ascii: " ")]
            where other != text[position] {
                var altered = text
                altered[position] = other
                #expect(throws: SealingFault.unreadable) {
                    try verifier.verify(String(decoding: altered, as: UTF8.self))
                }
            }
        }
    }

    @Test func `a receipt of another server is refused, and an old key still verifies`() throws {
        let (signer, _) = try Self.keys()
        let other = try ReceiptSigner(seed: SigningSeed(random: Samples.bytes(from: 61, 32)))
        let receipt = try signer.sign(Samples.statement())
        #expect(throws: SealingFault.unreadable) {
            try ReceiptVerifier(keys: [other.publicKey]).verify(receipt.text)
        }
        #expect(throws: SealingFault.unreadable) { try ReceiptVerifier(keys: []).verify(receipt.text) }
        let both = try ReceiptVerifier(file: "\(other.publicKey.text)\n\(signer.publicKey.text)")
        #expect(try both.verify(receipt.text) == receipt)
    }

    @Test(arguments: [
        "", "RUTA-RECEIPT-KEY-1", "RUTA-RECEIPT-KEY-1 abc",
        "OTHER Hdvx9Mi6v94huyGReAZy59Nspep9L_w8nTaSrUbwuvE",
    ])
    func `a line that is no key spoils the file, unless it is empty`(line: String) throws {
        if line.isEmpty {
            _ = try ReceiptVerifier(file: line)
        } else {
            #expect(throws: SealingFault.unreadable) { try ReceiptVerifier(file: line) }
        }
    }

    @Test(arguments: ["Persona de práctica 1", "", String(repeating: "a", count: 65), "upe ñ"])
    func `no name fits where the institution stands`(institution: String) throws {
        let (signer, _) = try Self.keys()
        let head = ReceiptStatement.Head(position: 1, hash: String(repeating: "0", count: 64))
        #expect(throws: SealingFault.unusable) {
            try signer.sign(ReceiptStatement(.sent, case: "K7Q2-M3X9", by: (institution, 0), head: head))
        }
    }

    @Test func `the short code has its check character and changes with every bit`() throws {
        let (signer, _) = try Self.keys()
        var codes: Set<String> = []
        for kind in ReceiptStatement.Kind.allCases {
            codes.insert(try signer.sign(Samples.statement(kind)).shortCode)
        }
        #expect(codes.count == ReceiptStatement.Kind.allCases.count)
        let alphabet = Array("2346789ABCDEFGHJKMNPQRTUVWXYZ")
        for code in codes {
            let values = try code.filter { $0 != "-" }.map { try #require(alphabet.firstIndex(of: $0)) }
            #expect(values.enumerated().reduce(0) { $0 + ($1.offset + 1) * $1.element } % 29 == 0)
        }
    }

    @Test func `a receipt is short enough for a printed code`() throws {
        let (signer, _) = try Self.keys()
        #expect(try signer.sign(Samples.statement()).text.utf8.count <= 300)
    }

    private static func keys() throws -> (ReceiptSigner, ReceiptVerifier) {
        let signer = try ReceiptSigner(seed: SigningSeed(random: Samples.bytes(from: 60, 32)))
        return (signer, ReceiptVerifier(keys: [signer.publicKey]))
    }
}
