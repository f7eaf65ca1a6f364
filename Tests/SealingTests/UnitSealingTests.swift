import Testing

@testable import Sealing

/// What is sealed to a unit opens with the unit's key, in its place, as what it is.
struct UnitSealingTests {
    @Test func `keys, pairs and texts come back`() throws {
        let pair = try Samples.pair()
        let key = try UnitSealing.wrap(Samples.key(), to: pair.publicKey, in: Samples.context)
        #expect(try pair.unwrap(key, in: Samples.context).rawBytes == Samples.key().rawBytes)
        let inner = try UnitSealing.wrap(Samples.pair(9), to: pair.publicKey, in: Samples.context)
        #expect(try pair.unwrapPair(inner, in: Samples.context).publicKey == Samples.pair(9).publicKey)
        let text = try UnitSealing.sealText(Samples.plain, to: pair.publicKey, in: Samples.context)
        #expect(try pair.openText(text, in: Samples.context) == Samples.plain)
    }

    @Test func `every altered byte, every cut, another pair and another place are one fault`() throws {
        let pair = try Samples.pair()
        let sealed = try UnitSealing.wrap(Samples.key(), to: pair.publicKey, in: Samples.context)
        for position in sealed.indices {
            var altered = sealed
            altered[position] ^= 1
            #expect(throws: SealingFault.unreadable) { try pair.unwrap(altered, in: Samples.context) }
            #expect(throws: SealingFault.unreadable) {
                try pair.unwrap(Array(sealed.prefix(position)), in: Samples.context)
            }
        }
        #expect(throws: SealingFault.unreadable) { try Samples.pair(51).unwrap(sealed, in: Samples.context) }
        #expect(throws: SealingFault.unreadable) { try pair.unwrap(sealed, in: SealingContext("case")) }
    }

    @Test func `a key is no text, a text no key and a pair neither`() throws {
        let pair = try Samples.pair()
        let key = try UnitSealing.wrap(Samples.key(), to: pair.publicKey, in: Samples.context)
        let text = try UnitSealing.sealText(Samples.plain, to: pair.publicKey, in: Samples.context)
        let inner = try UnitSealing.wrap(Samples.pair(9), to: pair.publicKey, in: Samples.context)
        for other in [text, inner] {
            #expect(throws: SealingFault.unreadable) { try pair.unwrap(other, in: Samples.context) }
        }
        for other in [key, inner] {
            #expect(throws: SealingFault.unreadable) { try pair.openText(other, in: Samples.context) }
        }
        for other in [key, text] {
            #expect(throws: SealingFault.unreadable) { try pair.unwrapPair(other, in: Samples.context) }
        }
    }

    @Test func `the same key wrapped twice gives two texts`() throws {
        let unit = try Samples.pair().publicKey
        let first = try UnitSealing.wrap(Samples.key(), to: unit, in: Samples.context)
        #expect(try UnitSealing.wrap(Samples.key(), to: unit, in: Samples.context) != first)
    }

    @Test func `a public key of another length is refused, and so are the points that hide nothing`() throws {
        #expect(throws: SealingFault.unusable) { try UnitPublicKey(raw: [1, 2, 3]) }
        #expect(throws: SealingFault.unusable) { try UnitKeyPair(random: []) }
        let weak = [
            Array(repeating: 0, count: 32), [1] + Array(repeating: 0, count: 31),
            try Samples.hex("e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800"),
            try Samples.hex("5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157"),
            try Samples.hex("ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"),
            try Samples.hex("edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"),
            try Samples.hex("eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"),
        ]
        for point in weak { #expect(throws: SealingFault.unusable) { try UnitPublicKey(raw: point) } }
    }
}
