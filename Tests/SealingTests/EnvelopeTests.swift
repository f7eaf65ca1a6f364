import Testing

@testable import Sealing

/// An envelope opens with its key in its place, and otherwise not at all and always with the same answer.
struct EnvelopeTests {
    @Test(arguments: [0, 1, 59, 60, 61, 124, 5_000])
    func `a text of any length comes back`(length: Int) throws {
        let plain = Samples.bytes(from: 1, length)
        let sealed = try Self.seal(plain)
        #expect(try Envelope.open(sealed, with: Samples.key(), in: Samples.context) == plain)
    }

    @Test func `every flipped bit of every byte is one and the same fault`() throws {
        let sealed = try Self.seal(Samples.plain)
        for position in sealed.indices {
            for bit in 0..<8 {
                var altered = sealed
                altered[position] ^= 1 << UInt8(bit)
                #expect(throws: SealingFault.unreadable) {
                    try Envelope.open(altered, with: Samples.key(), in: Samples.context)
                }
            }
        }
    }

    @Test func `every shortened or lengthened envelope is the same fault`() throws {
        let sealed = try Self.seal(Samples.plain)
        for length in 0..<sealed.count {
            #expect(throws: SealingFault.unreadable) {
                try Envelope.open(Array(sealed.prefix(length)), with: Samples.key(), in: Samples.context)
            }
        }
        #expect(throws: SealingFault.unreadable) {
            try Envelope.open(sealed + [0], with: Samples.key(), in: Samples.context)
        }
    }

    @Test func `another key, another place and a place cut elsewhere are the same fault`() throws {
        let sealed = try Self.seal(Samples.plain)
        #expect(throws: SealingFault.unreadable) {
            try Envelope.open(sealed, with: Samples.key(1), in: Samples.context)
        }
        let others = [
            SealingContext("person", "case", "identity", "document"),
            SealingContext("person", "case", "identity"), SealingContext("person", "case", "identityname"),
            SealingContext("person", "case", "identity", "name", ""), SealingContext(),
            SealingContext("person,4:case", "identity", "name"),
        ]
        for other in others {
            #expect(throws: SealingFault.unreadable) {
                try Envelope.open(sealed, with: Samples.key(), in: other)
            }
        }
    }

    @Test func `two rows that were swapped do not open`() throws {
        let (first, second) = (SealingContext("field", "1", "name"), SealingContext("field", "2", "name"))
        let random = SeededBytes(seed: 1).source
        let one = try Envelope.seal(Array("uno".utf8), with: Samples.key(), in: first, random: random)
        let two = try Envelope.seal(Array("dos".utf8), with: Samples.key(), in: second, random: random)
        #expect(throws: SealingFault.unreadable) { try Envelope.open(two, with: Samples.key(), in: first) }
        #expect(throws: SealingFault.unreadable) { try Envelope.open(one, with: Samples.key(), in: second) }
    }

    @Test func `names of one to sixty bytes give envelopes of one length`() throws {
        let lengths = try Set((1...60).map { try Self.seal(Samples.bytes(from: 65, $0)).count })
        #expect(lengths == [22 + 64 + 16])
    }

    @Test func `a hundred thousand envelopes have a hundred thousand nonces`() throws {
        let random = SeededBytes(seed: 7).source
        let key = try Samples.key()
        var seen: Set<[UInt8]> = []
        for _ in 0..<100_000 {
            let sealed = try Envelope.seal([1], with: key, in: Samples.context, random: random)
            seen.insert(Array(sealed[10..<22]))
        }
        #expect(seen.count == 100_000)
    }

    @Test func `a source that gives too little and a text that is too long are mistakes of the program`()
        throws
    {
        #expect(throws: SealingFault.unusable) {
            try Envelope.seal([1], with: Samples.key(), in: Samples.context, random: { _ in [] })
        }
        #expect(throws: SealingFault.unusable) {
            try Self.seal(Array(repeating: 0, count: 1 << 20 + 1))
        }
        #expect(throws: SealingFault.unusable) { try SealingKey(random: [1]) }
    }

    @Test func `what is filled wrongly inside is unreadable though the key is right`() throws {
        let filled = try Padding.filled([1, 2, 3])
        #expect(try Padding.emptied(filled) == [1, 2, 3])
        for position in filled.indices where !(4..<7).contains(position) {
            var altered = filled
            altered[position] ^= 0x40
            #expect(throws: SealingFault.unreadable) { try Padding.emptied(altered) }
        }
        #expect(throws: SealingFault.unreadable) { try Padding.emptied([]) }
        #expect(throws: SealingFault.unreadable) { try Padding.emptied(filled + filled) }
    }

    @Test func `a key that was locked with another comes back, and a text is no key`() throws {
        let random = SeededBytes(seed: 2).source
        let locked = try Envelope.seal(
            key: Samples.key(9), with: Samples.key(), in: Samples.context, random: random)
        let opened = try Envelope.openKey(locked, with: Samples.key(), in: Samples.context)
        #expect(opened.rawBytes == Samples.bytes(from: 9, 32))
        let text = try Self.seal([1, 2, 3])
        #expect(throws: SealingFault.unreadable) {
            try Envelope.openKey(text, with: Samples.key(), in: Samples.context)
        }
    }

    private static func seal(_ plain: [UInt8]) throws -> [UInt8] {
        try Envelope.seal(
            plain, with: Samples.key(), in: Samples.context, random: SeededBytes(seed: 3).source)
    }
}
