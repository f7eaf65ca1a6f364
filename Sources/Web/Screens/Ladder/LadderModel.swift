import Catalog
import CaseRegister

/// The ladder in force: what happens, and when, while nobody answers. Read from the catalogue, not changed here.
struct LadderModel: Equatable, Sendable {
    let edition: String
    let rows: [Row]
    /// Whom each rung tells, the first rung first.
    let rungs: [String]

    struct Row: Equatable, Sendable {
        let duty: String
        /// Who owes it.
        let owner: String?
        /// In milliseconds; nil where a rule of time gives the term.
        let goal: Int64?
        /// In milliseconds after the end of the term, by rung.
        let delays: [Int64]
        /// In milliseconds; nil where silence does not matter.
        let keepInLoop: Int64?
    }

    init(_ catalog: ProtocolCatalog) {
        let content = catalog.content
        let kinds = content.codes["obligation-kinds"]
        edition = catalog.edition.version
        rows = content.ladder.map { row in
            let kind = kinds?.code(row.id.text)
            return Row(
                duty: kind?.label ?? row.id.text, owner: kind?.owner, goal: row.goalMilliseconds,
                delays: row.rungsMilliseconds, keepInLoop: row.keepInLoopMilliseconds)
        }
        rungs = Rung.allCases.map { content.label(of: $0.word, in: "rungs") ?? $0.word }
    }
}
