import Crypto
import Foundation
import Testing

@testable import Sealing

/// What phones seal and sign, held to the vector of the standard and to samples that another program made.
struct IntakeTests {
    @Test func `the vector of RFC 9180 A.3 opens, and no altered byte of it`() throws {
        let sample = try AppSample("hpke-rfc9180")
        let pair = try IntakeKeyPair(privateRaw: sample.hex("recipient", "scalar"))
        let sealed = IntakeKeyPair.Sealed(enc: try sample.hex("enc"), box: try sample.hex("box"))
        let suite = HPKE.Ciphersuite(kem: .P256_HKDF_SHA256, kdf: .HKDF_SHA256, aead: .AES_GCM_128)
        let info = String(decoding: try sample.hex("info"), as: UTF8.self)
        let associated = String(decoding: try sample.hex("associated"), as: UTF8.self)
        let opened = try pair.open(sealed, info: info, associated: associated, under: suite)
        #expect(opened == (try sample.hex("plain")))
        for position in sealed.box.indices {
            var box = sealed.box
            box[position] ^= 1
            #expect(throws: SealingFault.unreadable) {
                try pair.open(
                    .init(enc: sealed.enc, box: box), info: info, associated: associated, under: suite)
            }
        }
    }

    @Test(arguments: ["report", "report-unsigned"])
    func `a report that another program sealed opens to its plain text`(name: String) throws {
        let sample = try AppSample(name)
        let pair = try IntakeKeyPair(privateRaw: sample.hex("intake", "scalar"))
        #expect(pair.publicKey.text == (try sample.text("intake", "public")))
        #expect(pair.publicKey.id == (try sample.text("intake", "id")))
        let sealed = try sample.sealed()
        let associated = try sample.text("associated")
        let plain = String(
            decoding: try pair.open(sealed, info: "ruta-report-1", associated: associated), as: UTF8.self)
        #expect(plain.utf8.count.isMultiple(of: 256))
        #expect(plain.hasPrefix(try sample.text("plain")))
        #expect(plain.dropFirst(try sample.text("plain").count).allSatisfy { $0 == " " })
        #expect(throws: SealingFault.unreadable) {
            try pair.open(sealed, info: "ruta-report-2", associated: associated)
        }
        #expect(throws: SealingFault.unreadable) {
            try pair.open(sealed, info: "ruta-report-1", associated: associated + " ")
        }
        #expect(throws: SealingFault.unreadable) {
            try pair.open(.init(enc: [], box: sealed.box), info: "ruta-report-1", associated: associated)
        }
    }

    @Test func `a signature of another program holds, for its text and under its key only`() throws {
        let sample = try AppSample("ecdsa")
        let key = try PointKey(text: sample.text("key", "public"))
        let (text, signature) = (try sample.text("text"), try sample.text("signature"))
        #expect(key.isSignature(signature, of: text))
        #expect(!key.isSignature(signature, of: text + "."))
        for wrong in ["", "AA", String(signature.dropLast(1)), signature + "A", "=" + signature.dropFirst()] {
            #expect(!key.isSignature(wrong, of: text))
        }
        let other = try BundleSigner(privateRaw: Samples.bytes(from: 3, 32))
        #expect(!other.publicKey.isSignature(signature, of: text))
        #expect(other.publicKey.isSignature(try other.sign(text), of: text))
    }

    @Test func `bytes that are no point of the curve are no key`() throws {
        let good = try PointKey(text: AppSample("ecdsa").text("key", "public")).raw
        let short = [2] + Array(good[1...32])
        let bad: [[UInt8]] = [[], Array(good.dropLast()), short, good.map { _ in 0 }, Array(good.reversed())]
        for raw in bad { #expect(throws: SealingFault.unusable) { try PointKey(raw: raw) } }
        #expect(throws: SealingFault.unusable) {
            try IntakeKeyPair(privateRaw: Array(repeating: 0, count: 32))
        }
        #expect(throws: SealingFault.unusable) { try BundleSigner(privateRaw: [1, 2, 3]) }
    }

    @Test func `the bundle of another program is signed as ours is read`() throws {
        let sample = try AppSample("bundle")
        let signer = try BundleSigner(privateRaw: sample.hex("key", "scalar"))
        #expect(signer.publicKey.text == (try sample.text("key", "public")))
        let signed = try sample.text("signed")
        #expect(signer.publicKey.isSignature(try sample.headerText("signature"), of: signed))
        #expect(signer.publicKey.isSignature(try signer.sign(signed), of: signed))
    }

    @Test func `a retired key opens for thirty days and not a moment longer`() throws {
        let old = try IntakeKeyPair(privateRaw: Samples.bytes(from: 3, 32))
        let new = try IntakeKeyPair(privateRaw: Samples.bytes(from: 9, 32))
        let ring = IntakeRing(current: new, retired: [.init(pair: old, until: 1_000)])
        #expect(ring.pair(new.publicKey.id, at: 5_000)?.publicKey == new.publicKey)
        #expect(ring.pair(old.publicKey.id, at: 999)?.publicKey == old.publicKey)
        #expect(ring.pair(old.publicKey.id, at: 1_000) == nil)
        #expect(ring.pair("0000000000000000", at: 0) == nil)
    }

    @Test func `a short message of another program opens, and no altered byte of it`() throws {
        let sample = try AppSample("sms")
        let key = SMSKey(raw: try sample.hex("keyHex"))
        let words = try sample.text("body").split(separator: " ")
        let body = try #require(Base64URL.bytes(of: String(words[2])))
        #expect(SMSKey.device(in: body) == 4_471)
        #expect(try key.open(body) == (try sample.hex("plain")))
        for position in body.indices {
            var altered = body
            altered[position] ^= 1
            #expect(throws: SealingFault.unreadable) { try key.open(altered) }
        }
        #expect(throws: SealingFault.unreadable) { try key.open([]) }
        #expect(SMSKey.device(in: []) == nil)
    }

    @Test func `every device has its own key of short messages`() throws {
        let secret = Samples.bytes(from: 1, 32)
        let keys = try [1, 2, 256].map { try SMSKey(of: $0, secret: secret).raw }
        #expect(Set(keys).count == 3)
        #expect(try SMSKey(of: 1, secret: secret).raw == keys[0])
        #expect(throws: SealingFault.unusable) { try SMSKey(of: 1, secret: [1]) }
    }
}
