import ReferralDomain
import Testing

struct CaseReferenceTests {
    static let alphabet = Array("2346789ABCDEFGHJKMNPQRTUVWXYZ".utf8)

    /// References from seeded bytes, so that a failure can be repeated.
    static let samples: [CaseReference] = (0..<200).map { seed in
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
        return CaseReference(
            random: (0..<14).map { _ in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return UInt8(truncatingIfNeeded: state >> 33)
            })
    }

    @Test func `what was drawn can be read back in any letter case and grouping`() throws {
        for reference in Self.samples {
            #expect(try CaseReference(reading: reference.text.utf8) == reference)
            #expect(try CaseReference(reading: reference.text.lowercased().utf8) == reference)
            #expect(try CaseReference(reading: reference.utf8) == reference)
        }
    }

    @Test func `every single misheard character is caught`() {
        for reference in Self.samples.prefix(50) {
            for position in 0..<CaseReference.length {
                for other in Self.alphabet where other != reference.utf8[position] {
                    var heard = reference.utf8
                    heard[position] = other
                    #expect(throws: CaseReference.Misread.check) { try CaseReference(reading: heard) }
                }
            }
        }
    }

    @Test func `every swap of neighbours is caught`() {
        for reference in Self.samples {
            for position in 1..<CaseReference.length
            where reference.utf8[position] != reference.utf8[position - 1] {
                var heard = reference.utf8
                heard.swapAt(position, position - 1)
                #expect(throws: CaseReference.Misread.check) { try CaseReference(reading: heard) }
            }
        }
    }

    @Test func `what cannot be a reference says why`() {
        #expect(throws: CaseReference.Misread.length(3)) { try CaseReference(reading: "K7Q".utf8) }
        #expect(throws: CaseReference.Misread.character(at: 1)) {
            try CaseReference(reading: "K0Q2M3X9".utf8)
        }
        #expect(throws: CaseReference.Misread.length(0)) { try CaseReference(reading: "".utf8) }
    }
}
