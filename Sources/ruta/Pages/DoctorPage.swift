import Composition
import JSON

/// What the doctor found, on a page of the command line.
enum DoctorPage {
    /// `bien        Disco: …`
    static func line(_ finding: DoctorFinding) -> String {
        let state = word(finding.state)
        let gap = String(repeating: " ", count: max(1, width - state.count))
        return state + gap + Words.of(finding)
    }

    static func json(_ finding: DoctorFinding) -> JSON {
        [
            "subject": .string(finding.subject.rawValue), "state": .string(finding.state.rawValue),
            "text": .string(Words.of(finding)),
        ]
    }

    private static func word(_ state: DoctorFinding.State) -> String {
        switch state {
        case .good: Words[.doctorGood]
        case .bad: Words[.doctorBad]
        case .unknown: Words[.doctorUnknown]
        }
    }

    private static let width = 12
}
