import Testing

@testable import Sealing

/// The codes of authenticator apps: another program makes them, so every digit must agree.
struct TimeCodeTests {
    private let secret = Array("12345678901234567890".utf8)

    @Test(
        arguments: [
            (59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"),
            (1_234_567_890, "89005924"), (2_000_000_000, "69279037"), (20_000_000_000, "65353130"),
        ] as [(Int64, String)])
    func `the vectors of RFC 6238 come out`(seconds: Int64, code: String) {
        #expect(TimeCode.code(secret: secret, step: TimeCode.step(at: seconds * 1_000), digits: 8) == code)
        #expect(TimeCode.code(secret: secret, at: seconds * 1_000) == String(code.suffix(6)))
    }

    @Test func `a code holds for its step and the two beside it and says which`() {
        let code = TimeCode.code(secret: secret, at: 300_000)
        #expect(TimeCode.matches(code, secret: secret, at: 300_000) == 10)
        #expect(TimeCode.matches(code, secret: secret, at: 270_000) == 10)
        #expect(TimeCode.matches(code, secret: secret, at: 359_999) == 10)
        #expect(TimeCode.matches(code, secret: secret, at: 269_999) == nil)
        #expect(TimeCode.matches(code, secret: secret, at: 360_000) == nil)
        #expect(TimeCode.matches(" \(code.prefix(3)) \(code.suffix(3))", secret: secret, at: 300_000) == 10)
        #expect(TimeCode.matches("", secret: secret, at: 300_000) == nil)
    }

    @Test func `a moment before 1970 has the step below`() {
        #expect(TimeCode.step(at: -1) == -1)
        #expect(TimeCode.step(at: -30_000) == -1)
        #expect(TimeCode.step(at: -30_001) == -2)
    }

    @Test func `the address of an app carries the secret in base 32 and the account escaped`() {
        #expect(
            TimeCode.provisioningText(account: "op-01 ñ", secret: secret)
                == "otpauth://totp/Ruta:op-01%20%C3%B1?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Ruta")
    }
}
