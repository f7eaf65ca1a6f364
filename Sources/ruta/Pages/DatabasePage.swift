import ArgumentParser
import CaseRegister
import Composition

/// What a database says of itself, on a page of the command line.
struct DatabasePage {
    private let summary: DatabaseRoom.Summary
    private let place: RegisterPlace

    init(_ summary: DatabaseRoom.Summary, of place: RegisterPlace) {
        self.summary = summary
        self.place = place
    }

    func show() {
        let (found, known) = (String(summary.schema), String(summary.known))
        Terminal.say(Words[.databaseSchema, ["path": place.name, "found": found, "known": known]])
        Terminal.say(Words[.databaseHead, ["head": summary.head?.text ?? "0"]])
        for (table, count) in summary.rows.sorted(by: { $0.key < $1.key }) {
            Terminal.say(Words[.databaseRows, ["table": table, "count": Figures.grouped(Int(count))]])
        }
    }

    /// Says why nothing came of it: 2 where the database cannot be used.
    static func refusal(_ fault: JournalFault, _ place: RegisterPlace) -> ExitCode {
        Terminal.warn(Words.of(fault, path: place.name))
        return ExitCode(2)
    }

    /// Says why there is no whole copy: 1 where the target or the source stands in the way.
    static func refusal(_ failure: DatabaseRoom.Failure, _ place: RegisterPlace) -> ExitCode {
        switch failure {
        case .fault(let fault): return refusal(fault, place)
        case .taken: Terminal.warn(Words[.databaseTaken, ["path": place.name]])
        case .changed(let table):
            Terminal.warn(Words[.databaseChanged, ["path": place.name, "table": table]])
        }
        return ExitCode.failure
    }
}
