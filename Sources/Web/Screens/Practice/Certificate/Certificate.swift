import Access
import CaseRegister
import ReferralDomain
import Sealing

/// That under one code the first course and three scenes were passed; made of what the house has kept, and nothing else.
struct Certificate: Equatable, Sendable {
    let shift: ShiftCode
    /// When the last of the three scenes was passed.
    let at: Instant
    let scenes: [Passed]
    /// Eight characters that this house can make again from its own book.
    let check: String

    struct Passed: Equatable, Sendable {
        let scene: String
        let score: Int
    }

    /// The first that the results of a code give; nil while something is missing.
    ///
    /// The first, and not the best: what is practised later must not change a paper that was printed.
    init?(_ results: [DrillResult], of shift: ShiftCode) {
        let passed = results.filter { $0.shift == shift && $0.isPassed }
        guard let course = passed.first(where: { $0.kind == .course }),
            let scenes = Self.scenes(passed.filter { $0.kind == .scene }), let last = scenes.last
        else { return nil }
        self.shift = shift
        at = last.endedAt
        self.scenes = scenes.map { Passed(scene: $0.subject, score: $0.score) }
        let ids = ([course] + scenes).map(\.id.text).joined(separator: " ")
        check = HashText.sha256(of: Array("\(shift.text) \(ids)".utf8)).prefix(8).uppercased()
    }

    /// The first three different scenes that were passed within a day of each other.
    private static func scenes(_ passed: [DrillResult]) -> [DrillResult]? {
        for (position, last) in passed.enumerated() {
            var found: [DrillResult] = []
            for result in passed[...position].reversed()
            where result.endedAt.adding(milliseconds: shiftLength) >= last.endedAt
                && !found.contains(where: { $0.subject == result.subject })
            {
                found.insert(result, at: 0)
            }
            if found.count >= needed { return Array(found.suffix(needed)) }
        }
        return nil
    }

    static let needed = 3
    private static let shiftLength: Int64 = 86_400_000
}
