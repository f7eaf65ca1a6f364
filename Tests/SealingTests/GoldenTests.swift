import Testing

@testable import Sealing

/// Every stored form, once written, opens for ever. The samples were made by another program:
/// `Tests/oracle/sealing.py`, with other libraries and its own HPKE.
struct GoldenTests {
    @Test func `an envelope opens and is written the same`() throws {
        let sample = try Samples.hex(Golden.envelope)
        #expect(try Envelope.open(sample, with: Samples.key(), in: Samples.context) == Samples.plain)
        let again = try Envelope.seal(
            Samples.plain, with: Samples.key(), in: Samples.context, random: { _ in Samples.nonce })
        #expect(again == sample)
    }

    @Test func `what was sealed to a unit opens`() throws {
        let pair = try Samples.pair()
        #expect(HexText.text(of: pair.publicKey.raw) == Golden.unit)
        let key = try pair.unwrap(Samples.hex(Golden.wrappedKey), in: Samples.context)
        #expect(key.rawBytes == Samples.bytes(from: 0, 32))
        #expect(try pair.openText(Samples.hex(Golden.sealedText), in: Samples.context) == Samples.plain)
        let inner = try pair.unwrapPair(Samples.hex(Golden.wrappedPair), in: Samples.context)
        #expect(inner.privateRaw == Samples.bytes(from: 7, 32))
    }

    @Test func `a lock of a passphrase opens and is written the same, composed or not`() throws {
        let sample = try Samples.hex(Golden.passphrase)
        let secret = Samples.bytes(from: 50, 32)
        for typed in ["ca\u{F1}\u{F3}n y ma\u{F1}ana", "can\u{303}o\u{301}n y man\u{303}ana"] {
            #expect(try PassphraseLock.unlock(sample, with: typed, in: Samples.context) == secret)
            let again = try PassphraseLock.lock(
                secret, with: typed, cost: Samples.cheap(), salt: Samples.bytes(from: 0, 16),
                in: Samples.context)
            #expect(again == sample)
        }
    }

    @Test func `a recovery key is printed the same and opens`() throws {
        let key = try RecoveryKey(random: Samples.bytes(from: 200, 20))
        #expect(key.text == Golden.recovery)
        let opened = try RecoveryKey(reading: Golden.recovery)
            .unlock(Samples.hex(Golden.recoveryLock), in: Samples.context)
        #expect(opened == Samples.bytes(from: 50, 32))
    }

    @Test func `blind tokens stay what they are`() throws {
        let name = BlindIndex.token(of: "María  LÓPEZ", field: "name", key: try Samples.key())
        #expect(HexText.text(of: name) == Golden.blindName)
        let document = BlindIndex.token(of: "1234 5678", field: "document", key: try Samples.key())
        #expect(HexText.text(of: document) == Golden.blindDocument)
    }

    @Test func `a receipt verifies and is signed the same`() throws {
        let verifier = try ReceiptVerifier(file: "# keys\n\n\(Golden.receiptKey)\n")
        let receipt = try verifier.verify(Golden.receipt)
        #expect(receipt.statement == Samples.statement())
        #expect(receipt.keyID == Golden.receiptKeyID)
        #expect(receipt.shortCode == Golden.shortCode)
        let signer = try ReceiptSigner(seed: SigningSeed(random: Samples.bytes(from: 60, 32)))
        #expect(signer.publicKey.text == Golden.receiptKey)
        let again = try signer.sign(Samples.statement())
        #expect(again.statement == receipt.statement)
        #expect(try verifier.verify(again.text) == again)
        #expect(again.shortCode == receipt.shortCode)
    }

    @Test func `links, sessions and spoken codes are looked up under the same words`() throws {
        let link = try OneTimeLink(random: Samples.bytes(from: 32, 32))
        #expect(link.text == Golden.linkText)
        #expect(link.lookup == Golden.linkLookup)
        #expect(HexText.text(of: link.key.rawBytes) == Golden.linkKey)
        let session = try SessionToken(reading: Golden.linkText)
        #expect(session.lookup == Golden.sessionLookup)
        #expect(HexText.text(of: session.key.rawBytes) == Golden.sessionKey)
        let spoken = SpokenCode.stored("042137", salt: Samples.bytes(from: 0, 16), referral: "ref")
        #expect(spoken == Golden.spoken)
    }
}

private enum Golden {
    static let envelope = """
        01014b0391abe86055dd6465666768696a6b6c6d6e6f481bde70298c24ed510c3ec8be004a8d3001a769ff059013\
        87e0ac48fba3a54894e940c04c129b04fdf3783ffd42cacf1b5b98e7204a4128faf1acd6ef81a58a06f744b6c34b\
        3b14b3d9df310ac3fac9
        """
    static let unit = "e05b1ae322024838095ffdefd865468ddb77b14b2dd275175ea0ab4294fa6d7a"
    static let wrappedKey = """
        01017ea13ddfcbacd8a13542dece890886486fb8024d0d3cc7f95ed8bb4efad66b73d439839b85607a6f987ee72a\
        b23f09ec3e17f7df6cdf6c1c82ac32f6b1573e501e755dd3ee160f976288268dd1844724
        """
    static let sealedText = """
        01027ea13ddfcbacd8a13542dece890886486fb8024d0d3cc7f95ed8bb4efad66b73d438818ed1000e1bff198c01\
        da5727935cc544af0ca3196aba8428edad4a204f1263acef19c6b8302edb3016b1a2cb0b392ffd04e097c62fbd2c\
        13a90e7e8ff39d373d5cefc6f595688839524e52c519
        """
    static let wrappedPair = """
        01037ea13ddfcbacd8a13542dece890886486fb8024d0d3cc7f95ed8bb4efad66b73d33088928a6971669f67fc33\
        ad2612f5391efcd663d66715859509cf8e6e0569f4aa28474b90d4d71b1deeeef956aba1
        """
    static let passphrase = """
        0101040801000102030405060708090a0b0c0d0e0f35581061ae1ee1fdfe2ecd4f8e62a700d5378ee81b55f98cda\
        04164b2e24482b3fb4e94c7707bf290efd79bade43798e94d78ada88208c7967923207
        """
    static let recovery = "S34W-NJYC-SQ7C-ZM6H-TB9X-9NEP-TZCD-KPPV-27J4"
    static let recoveryLock = """
        0101cd1d722f698060eb6465666768696a6b6c6d6e6fcc53d864179c74ab85a35993a40d4389e53a3a87a14c466c\
        0e2deaefbd1e8bbd7e368db8e29527820785553659e8918f339ea607e517972360c243f3b89f7d9eaba971baf02e\
        52e2d91b8f308faee9f2
        """
    static let blindName = "7c92700ffdd4944e1bf112865b4b4fad204b330b776efa36ba37385fb16fdb01"
    static let blindDocument = "9e562bb017154ed657a2ac00e2af56bd77e668dc9217db93483f3d02cbb2634c"
    static let receiptKey = "RUTA-RECEIPT-KEY-1 Hdvx9Mi6v94huyGReAZy59Nspep9L_w8nTaSrUbwuvE"
    static let receiptKeyID = "a6282351feb180e0"
    static let receipt = """
        RUTA1.AQNLN1EyLU0zWDkBAAECAwQFBgcICQoLDA0ODwN1cGUAAAGh7lZeewAAAAAAABJnAAECAwQFBgcICQoLDA0ODx\
        AREhMUFRYXGBkaGxwdHh-mKCNR_rGA4A.kl4QNgFj77VYZXTXIwEUT5f6lqsz6HH1O1sRZMI1U8t2pKfVzisn7KGn8Xy\
        Li9OLNvGdSdbR_UMwKEIOZVCMCA
        """
    static let shortCode = "V6BP-AKQX"
    static let linkText = "ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8"
    static let linkLookup = "a5a5c7e56d5b8d9e386ea794a4ce1f94e9c4b26e921abe7e09f69cbb719591ca"
    static let sessionLookup = "15fe8a92851abb26faf3ea0766c601f3fd1d18aaa9ddad579f348bc078998c4c"
    static let linkKey = "ff4ac4b4ea0bf3b01fa0ea496a3466d5a8504354867199d67dfb4284ebe79d57"
    static let sessionKey = "0d435a143bd2ca6d9f2bd351e1d5b34fdb1d25acb076574524b9879e84e3ae72"
    static let spoken = "b5e6fd24c61242284475d6b1a1c3e74e94a0f7fe666ea39f780e88b768e0644a"
}
