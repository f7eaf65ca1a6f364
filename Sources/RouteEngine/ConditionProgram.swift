public import ReferralDomain

/// A condition as a few bytes in prefix order, judged on what is known without guessing.
///
/// `test fact values`, `all n …`, `any n …`, `not …`; `all 0` always holds. What nobody has asked is open,
/// never failed (docs/vocabulary.md).
public struct ConditionProgram: Equatable, Sendable {
    /// The bytes of the program, already checked to be whole.
    public let bytes: [UInt8]

    /// Operation codes of the compiled form.
    public enum Operation {
        public static let test: UInt8 = 1
        public static let all: UInt8 = 2
        public static let any: UInt8 = 3
        public static let not: UInt8 = 4
    }

    /// Takes a program that ``ConditionProgram/checked(_:facts:)`` or the catalogue's compiler has made.
    public init(unchecked bytes: [UInt8]) { self.bytes = bytes }

    /// A program from bytes of unknown origin, or nil where they are not one whole program.
    public static func checked(_ bytes: [UInt8], facts: Int) -> ConditionProgram? {
        var cursor = 0
        guard isWhole(bytes, at: &cursor, facts: facts, depth: 0), cursor == bytes.count else { return nil }
        return ConditionProgram(unchecked: bytes)
    }

    /// Judges the condition on what is known.
    public func judge(_ knowledge: Knowledge) -> Judgement {
        var cursor = 0
        return Self.judge(bytes, at: &cursor, knowledge)
    }

    /// Every fact that the condition touches.
    public var facts: FactSet {
        var touched = FactSet()
        var cursor = 0
        while cursor < bytes.count {
            switch bytes[cursor] {
            case Operation.test:
                touched.insert(Int(bytes[cursor + 1]))
                cursor += 3
            case Operation.not: cursor += 1
            default: cursor += 2
            }
        }
        return touched
    }

    /// Judges the condition that begins at the cursor, and moves the cursor behind it.
    static func judge(_ code: [UInt8], at cursor: inout Int, _ knowledge: Knowledge) -> Judgement {
        let operation = code[cursor]
        switch operation {
        case Operation.test:
            let fact = Int(code[cursor + 1])
            let verdict = knowledge[fact].verdict(in: ValueSet(bits: code[cursor + 2]))
            cursor += 3
            return Judgement(verdict: verdict, openFacts: verdict == .open ? .only(fact) : FactSet())
        case Operation.not:
            cursor += 1
            let inner = judge(code, at: &cursor, knowledge)
            return Judgement(verdict: inner.verdict.negated, openFacts: inner.openFacts)
        default:
            let count = Int(code[cursor + 1])
            cursor += 2
            return judgeParts(count, code, at: &cursor, knowledge, isAll: operation == Operation.all)
        }
    }

    private static func judgeParts(
        _ count: Int, _ code: [UInt8], at cursor: inout Int, _ knowledge: Knowledge, isAll: Bool
    ) -> Judgement {
        var verdict: Verdict = isAll ? .holds : .fails
        var open = FactSet()
        for _ in 0..<count {
            let part = judge(code, at: &cursor, knowledge)
            verdict = isAll ? min(verdict, part.verdict) : max(verdict, part.verdict)
            open.formUnion(part.openFacts)
        }
        // A settled whole hangs on nothing, whatever is still open inside it.
        return Judgement(verdict: verdict, openFacts: verdict == .open ? open : FactSet())
    }

    private static func isWhole(_ bytes: [UInt8], at cursor: inout Int, facts: Int, depth: Int) -> Bool {
        guard depth <= 8, cursor < bytes.count else { return false }
        let operation = bytes[cursor]
        if operation == Operation.not {
            cursor += 1
            return isWhole(bytes, at: &cursor, facts: facts, depth: depth + 1)
        }
        guard cursor + 1 < bytes.count else { return false }
        let operand = Int(bytes[cursor + 1])
        if operation == Operation.test {
            guard cursor + 2 < bytes.count, operand < facts else { return false }
            cursor += 3
            return true
        }
        guard operation == Operation.all || operation == Operation.any else { return false }
        cursor += 2
        for _ in 0..<operand {
            guard isWhole(bytes, at: &cursor, facts: facts, depth: depth + 1) else { return false }
        }
        return true
    }
}
