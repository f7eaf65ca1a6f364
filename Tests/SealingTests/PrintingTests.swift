import Testing

@testable import Sealing

/// No secret is shown by printing, dumping or reflecting on it, alone or inside another value.
struct PrintingTests {
    private struct Holder { let inside: any Unprintable }

    @Test func `no secret prints`() throws {
        let bytes = Samples.bytes(from: 1, 32)
        let secrets: [any Unprintable] = [
            try SealingKey(random: bytes), try UnitKeyPair(random: bytes),
            try RecoveryKey(random: Array(bytes.prefix(20))), try SessionToken(random: bytes),
            try OneTimeLink(random: bytes), try SigningSeed(random: bytes),
            try ReceiptSigner(seed: SigningSeed(random: bytes)),
        ]
        for secret in secrets {
            var dumped = ""
            dump(Holder(inside: secret), to: &dumped)
            let name = String(describing: type(of: secret))
            for shown in ["\(secret)", String(reflecting: secret), "\(Holder(inside: secret))", dumped] {
                #expect(shown.contains(name))
                // Nothing of the bytes in any of the ways in which Swift shows bytes.
                #expect(!shown.contains("2, 3"))
                #expect(!shown.contains("0203"))
                #expect(!shown.contains("bytes"))
            }
        }
    }

    @Test func `the test sees a secret that prints`() throws {
        #expect("\(try LinkSecret(random: Samples.bytes(from: 1, 32)))".contains("2, 3"))
    }
}
