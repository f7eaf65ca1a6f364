import Access
import CaseRegister
import Catalog

/// The ladder in force: what happens, and when, while nobody answers. The catalogue's times, and those that two
/// people have changed since.
struct LadderModel: Equatable, Sendable {
    let edition: String
    let rows: [Row]
    /// Whom each rung tells, the first rung first.
    let rungs: [String]

    struct Row: Equatable, Sendable {
        let kind: Obligation.Kind
        let duty: String
        /// Who owes it.
        let owner: String?
        /// What is in force.
        let now: Times
        /// What the catalogue says.
        let published: Times
        /// In milliseconds; nil where silence does not matter.
        let keepInLoop: Int64?
        /// The changes of this kind, the newest first.
        let changes: [LadderChange]

        /// The proposal that waits for a second person.
        var waiting: LadderChange? { changes.first.flatMap { $0.approved == nil ? $0 : nil } }
        /// The version that the next change follows.
        var version: Int { changes.first?.version ?? 0 }
    }

    struct Times: Equatable, Sendable {
        /// In milliseconds; nil where a rule of time gives the term.
        let goal: Int64?
        /// In milliseconds after the end of the term, by rung.
        let delays: [Int64]
    }

    init(_ catalog: ProtocolCatalog, _ changes: [LadderChange]) {
        let content = catalog.content
        let kinds = content.codes["obligation-kinds"]
        let inForce = changes.inForce
        edition = catalog.edition.version
        rows = content.ladder.compactMap { row in
            guard let kind = Obligation.Kind(rawValue: row.id.text) else { return nil }
            let code = kinds?.code(row.id.text)
            let published = Times(goal: row.goalMilliseconds, delays: row.rungsMilliseconds)
            let changed = inForce[kind]?.times.map { times in
                Times(goal: published.goal == nil ? nil : times.goal ?? published.goal, delays: times.rungs)
            }
            return Row(
                kind: kind, duty: code?.label ?? row.id.text, owner: code?.owner, now: changed ?? published,
                published: published, keepInLoop: row.keepInLoopMilliseconds,
                changes: changes.filter { $0.kind == kind }.sorted { $0.version > $1.version })
        }
        rungs = Rung.allCases.map { content.label(of: $0.word, in: "rungs") ?? $0.word }
    }
}
