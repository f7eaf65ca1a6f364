import ReferralDomain

/// The compiled form: little numbers, no strings, read by the server and by the phone alike.
///
/// `52 55 54 41` ("RUTA"), format 1, then facts (count; value count and askable flag of each), levels
/// (count; program of each) and steps (count; see ``Rulebook/writeStep(_:to:)``). A program is its length in one
/// byte and its bytes. All counts are one byte.
extension Rulebook {
    /// Why bytes are not a rulebook.
    public enum Unreadable: Error, Equatable {
        case format
        case truncated
        case program(at: Int)
        case trailing(Int)
    }

    /// Reads a compiled catalogue.
    ///
    /// - Throws: `Unreadable` where a byte is missing, left over or not of the format.
    public init(compiled bytes: [UInt8]) throws(Unreadable) {
        var reader = Reader(bytes: bytes)
        for expected in Self.signature {
            guard try reader.next() == expected else { throw .format }
        }
        var domains: [ValueSet] = []
        var askable = FactSet()
        for fact in 0..<Int(try reader.next()) {
            domains.append(.all(count: Int(try reader.next())))
            if try reader.next() == 1 { askable.insert(fact) }
        }
        reader.facts = domains.count
        var levels: [ConditionProgram] = []
        for _ in 0..<Int(try reader.next()) { levels.append(try reader.program()) }
        var steps: [StepRule] = []
        for _ in 0..<Int(try reader.next()) { steps.append(try reader.step()) }
        guard reader.position == bytes.count else { throw .trailing(bytes.count - reader.position) }
        self.init(domains: domains, askable: askable, steps: steps, levels: levels)
    }

    /// The compiled form of this rulebook.
    public var compiled: [UInt8] {
        var bytes = Self.signature
        bytes.append(UInt8(domains.count))
        for (fact, values) in domains.enumerated() {
            bytes.append(UInt8(values.count))
            bytes.append(askable.contains(fact) ? 1 : 0)
        }
        bytes.append(UInt8(levels.count))
        for level in levels { Self.writeProgram(level, to: &bytes) }
        bytes.append(UInt8(steps.count))
        for step in steps { Self.writeStep(step, to: &bytes) }
        return bytes
    }

    private static let signature: [UInt8] = [0x52, 0x55, 0x54, 0x41, 1]
    private static let none: UInt8 = 0xFF

    /// Phase, precaution, institution, three settled tests (fact `FF` = none, values), program, variants.
    private static func writeStep(_ step: StepRule, to bytes: inout [UInt8]) {
        bytes.append(step.phase.rawValue)
        bytes.append(step.isPrecaution ? 1 : 0)
        bytes.append(step.institution)
        for test in [step.offOnceSettled, step.onOnceSettled, step.firstOnceSettled] {
            bytes.append(test.map { UInt8($0.fact) } ?? none)
            bytes.append(test?.values.bits ?? 0)
        }
        writeProgram(step.condition, to: &bytes)
        bytes.append(UInt8(step.variants.count))
        for variant in step.variants {
            bytes.append(variant.institution)
            writeProgram(variant.condition, to: &bytes)
        }
    }

    private static func writeProgram(_ program: ConditionProgram, to bytes: inout [UInt8]) {
        bytes.append(UInt8(program.bytes.count))
        bytes.append(contentsOf: program.bytes)
    }

    /// Walks over the bytes once, refusing to step beyond them.
    private struct Reader {
        let bytes: [UInt8]
        var position = 0
        var facts = 0

        mutating func next() throws(Unreadable) -> UInt8 {
            guard position < bytes.count else { throw .truncated }
            defer { position += 1 }
            return bytes[position]
        }

        mutating func program() throws(Unreadable) -> ConditionProgram {
            let start = position
            let length = Int(try next())
            guard position + length <= bytes.count else { throw .truncated }
            let part = Array(bytes[position..<(position + length)])
            guard let program = ConditionProgram.checked(part, facts: facts) else {
                throw .program(at: start)
            }
            position += length
            return program
        }

        mutating func settledTest() throws(Unreadable) -> SettledTest? {
            let fact = try next()
            let values = ValueSet(bits: try next())
            if fact == Rulebook.none { return nil }
            guard Int(fact) < facts else { throw .format }
            return SettledTest(fact: Int(fact), values: values)
        }

        mutating func step() throws(Unreadable) -> StepRule {
            guard let phase = Phase(rawValue: try next()) else { throw .format }
            let isPrecaution = try next() == 1
            let institution = try next()
            let off = try settledTest()
            let on = try settledTest()
            let first = try settledTest()
            let condition = try program()
            var variants: [StepRule.InstitutionVariant] = []
            for _ in 0..<Int(try next()) {
                let other = try next()
                variants.append(.init(condition: try program(), institution: other))
            }
            return StepRule(
                phase: phase, condition: condition, isPrecaution: isPrecaution, institution: institution,
                variants: variants, settled: .init(off: off, on: on, first: first))
        }
    }
}
