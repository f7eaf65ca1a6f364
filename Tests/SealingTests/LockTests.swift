import Testing

@testable import Sealing

/// Passphrases and recovery keys: opening is the check, and a forged head costs nobody anything.
struct LockTests {
    private let secret = Samples.bytes(from: 50, 32)

    @Test func `the ordinary cost is what OWASP asks for`() {
        let cost = PassphraseCost.owasp
        #expect((cost.log2Rounds, cost.blockSize, cost.parallelism) == (17, 8, 1))
    }

    @Test func `a wrong passphrase, a wrong place and every altered byte are one fault`() throws {
        let locked = try lock()
        for wrong in ["otra clave", "clave de práctica ", "", "Clave de práctica"] {
            #expect(throws: SealingFault.unreadable) {
                try PassphraseLock.unlock(locked, with: wrong, in: Samples.context)
            }
        }
        #expect(throws: SealingFault.unreadable) {
            try PassphraseLock.unlock(locked, with: "clave de práctica", in: SealingContext("other"))
        }
        for position in locked.indices {
            var altered = locked
            altered[position] ^= 1
            #expect(throws: SealingFault.unreadable, "byte \(position)") {
                try PassphraseLock.unlock(altered, with: "clave de práctica", in: Samples.context)
            }
            #expect(throws: SealingFault.unreadable) {
                try PassphraseLock.unlock(
                    Array(locked.prefix(position)), with: "clave de práctica", in: Samples.context)
            }
        }
    }

    @Test(arguments: [(2, 0), (2, 21), (2, 255), (3, 0), (3, 17), (4, 0), (4, 5)] as [(Int, UInt8)])
    func `a head with an absurd cost is refused before any work`(position: Int, value: UInt8) throws {
        var forged = try lock()
        forged[position] = value
        #expect(throws: SealingFault.unreadable) { try PassphraseLock.cost(of: forged) }
        #expect(throws: SealingFault.unreadable) {
            try PassphraseLock.unlock(forged, with: "clave de práctica", in: Samples.context)
        }
    }

    @Test func `a lock says what it cost, so that a weaker one is made anew`() throws {
        let cost = try PassphraseLock.cost(of: lock())
        #expect(cost == (try Samples.cheap()))
        #expect(cost.isWeaker(than: .owasp))
        #expect(!PassphraseCost.owasp.isWeaker(than: cost))
        #expect(!PassphraseCost.owasp.isWeaker(than: .owasp))
        #expect(throws: SealingFault.unusable) {
            try PassphraseCost(log2Rounds: 20, blockSize: 8, parallelism: 1)
        }
    }

    @Test func `two secrets under one salt share no key stream`() throws {
        let other = Samples.bytes(from: 90, 32)
        let first = try lock()
        let second = try PassphraseLock.lock(
            other, with: "clave de práctica", cost: Samples.cheap(), salt: Samples.bytes(from: 0, 16),
            in: Samples.context)
        let streams = zip(first[33..<65], second[33..<65]).map { $0 ^ $1 }
        #expect(streams != zip(secret, other).map { $0 ^ $1 })
        #expect(throws: SealingFault.unusable) {
            try PassphraseLock.lock(
                other, with: "x", cost: Samples.cheap(), salt: [1], in: Samples.context)
        }
    }

    @Test func `a recovery key is read however it was copied`() throws {
        let key = try RecoveryKey(random: Samples.bytes(from: 200, 20))
        let locked = try key.lock(secret, in: Samples.context, random: SeededBytes(seed: 4).source)
        let plain = key.text
        let loose = plain.replacing("0", with: "o").replacing("1", with: "l")
        for copy in [
            plain, plain.lowercased(), plain.replacing("-", with: " "), plain.replacing("-", with: ""), loose,
        ] {
            #expect(try RecoveryKey(reading: copy).unlock(locked, in: Samples.context) == secret)
        }
    }

    @Test func `every wrong character of a recovery key is noticed while it is read`() throws {
        let characters = Array(try RecoveryKey(random: Samples.bytes(from: 200, 20)).text)
        for position in characters.indices where characters[position] != "-" {
            var wrong = characters
            wrong[position] = wrong[position] == "7" ? "8" : "7"
            #expect(throws: SealingFault.unreadable) { try RecoveryKey(reading: String(wrong)) }
            wrong.remove(at: position)
            #expect(throws: SealingFault.unreadable) { try RecoveryKey(reading: String(wrong)) }
        }
        #expect(throws: SealingFault.unreadable) { try RecoveryKey(reading: "") }
    }

    @Test func `another recovery key opens nothing`() throws {
        let locked = try RecoveryKey(random: Samples.bytes(from: 1, 20))
            .lock(secret, in: Samples.context, random: SeededBytes(seed: 5).source)
        #expect(throws: SealingFault.unreadable) {
            try RecoveryKey(random: Samples.bytes(from: 2, 20)).unlock(locked, in: Samples.context)
        }
    }

    private func lock() throws -> [UInt8] {
        try PassphraseLock.lock(
            secret, with: "clave de práctica", cost: Samples.cheap(), salt: Samples.bytes(from: 0, 16),
            in: Samples.context)
    }
}
