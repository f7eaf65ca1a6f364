import JSON
import Testing

struct JSONRoundTripTests {
    @Test(arguments: Array(1...20) as [UInt64])
    func `whatever is written is read back the same`(seed: UInt64) throws {
        var random = Seeded(seed: seed)
        for _ in 0..<200 {
            let value = JSON.arbitrary(depth: 5, using: &random)
            for layout in [JSON.Layout.compact, .pretty] {
                #expect(try JSON(parsing: value.bytes(layout)) == value)
            }
            let canonical = value.bytes(.canonical)
            #expect(try JSON(parsing: canonical).bytes(.canonical) == canonical)
        }
    }
}

extension JSON {
    /// Any value, with the texts and numbers that break careless readers.
    fileprivate static func arbitrary(depth: Int, using random: inout Seeded) -> JSON {
        switch Int.random(in: 0..<(depth > 0 ? 6 : 4), using: &random) {
        case 0: return .null
        case 1: return .boolean(Bool.random(using: &random))
        case 2: return .integer(number(using: &random))
        case 3: return .string(text(using: &random))
        case 4:
            return .array(
                (0..<Int.random(in: 0...4, using: &random)).map { _ in
                    arbitrary(depth: depth - 1, using: &random)
                })
        default:
            return .object(
                (0..<Int.random(in: 0...12, using: &random)).map { place in
                    Member("\(place)" + text(using: &random), arbitrary(depth: depth - 1, using: &random))
                })
        }
    }

    private static func number(using random: inout Seeded) -> Int64 {
        let edges: [Int64] = [0, 1, -1, 9, 10, .max, .min, .min + 1, .max - 1]
        let any = Int64.random(in: .min ... .max, using: &random)
        return Bool.random(using: &random) ? any : edges.randomElement(using: &random) ?? any
    }

    private static func text(using random: inout Seeded) -> String {
        var scalars = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0...20, using: &random) {
            let limits: [UInt32] = [0x20, 0x80, 0x800, 0x1_0000, 0x11_0000]
            let limit = limits.randomElement(using: &random) ?? 0x80
            if let scalar = Unicode.Scalar(UInt32.random(in: 1..<limit, using: &random)) {
                scalars.append(scalar)
            }
        }
        return String(scalars)
    }
}
