import ArgumentParser
import Catalog
import JSON
import ReferralDomain
import RouteEngine

/// `ruta route --batch`: one situation a line in, one compact route a line out, as fast as lines come.
struct RouteBatch {
    private let catalog: ProtocolCatalog
    private let stepKeys: [[UInt8]]
    private let factNames: [[UInt8]]
    private let levelNames: [[UInt8]]

    init(_ catalog: ProtocolCatalog) {
        self.catalog = catalog
        stepKeys = catalog.content.steps.map { Array("\"\($0.id)\":\"".utf8) }
        factNames = catalog.content.facts.map { Array("\"\($0.id)\"".utf8) }
        levelNames = catalog.content.levels.map { Array("\"\($0.id)\"".utf8) }
    }

    /// Reads standard input to its end and answers what has come so far before it waits for more.
    ///
    /// - Throws: `ExitCode` 65 (EX_DATAERR) at the end when any line was bad; the other lines are answered.
    func run() throws {
        var rest: [UInt8] = []
        var line = 0
        var hasBadLine = false
        // One buffer for all answers: a new one for each part costs more than the answers in it.
        var output: [UInt8] = []
        while true {
            let chunk = Terminal.read(atMost: 1 << 16)
            if chunk.isEmpty { break }
            rest.append(contentsOf: chunk)
            output.removeAll(keepingCapacity: true)
            var start = 0
            while let end = rest[start...].firstIndex(of: 0x0A) {
                line += 1
                hasBadLine = !answer(Array(rest[start..<end]), line, to: &output) || hasBadLine
                start = end + 1
            }
            rest.removeFirst(start)
            Terminal.put(output)
        }
        if !rest.isEmpty {
            output.removeAll(keepingCapacity: true)
            hasBadLine = !answer(rest, line + 1, to: &output) || hasBadLine
            Terminal.put(output)
        }
        if hasBadLine { throw ExitCode(65) }
    }

    /// Answers one line; false when it was bad. A line of nothing but space is no situation and no error.
    private func answer(_ line: [UInt8], _ number: Int, to output: inout [UInt8]) -> Bool {
        if line.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) { return true }
        do {
            let known = try catalog.knowledge(of: try situation(line))
            write(catalog.rulebook.decide(known), to: &output)
            return true
        } catch {
            let refusal: JSON = ["error": .string(words(error)), "line": .integer(Int64(number))]
            output.append(contentsOf: refusal.text(.compact).utf8)
            output.append(0x0A)
            return false
        }
    }

    private func words(_ error: any Error) -> String {
        switch error {
        case let misread as Situation.Misread: Words.of(misread, catalog.content)
        case let misread as JSON.Misread: Words.of(misread)
        case let shape as LineShape: shape.words
        default: Words[.lineUnreadable]
        }
    }

    private func situation(_ line: [UInt8]) throws -> Situation {
        let value = try JSON(parsing: line)
        guard let members = value.object else { throw LineShape(words: Words[.lineShape]) }
        for member in members where !["district", "at", "facts"].contains(member.key) {
            throw LineShape(words: Words[.lineMember, ["member": Words.typed(member.key)]])
        }
        let district = try text("district", of: value, missing: .districtMissing)
        let moment = try text("at", of: value, missing: .timeMissing)
        guard let at = Instant(rfc3339: moment) else {
            throw LineShape(words: Words[.timeShape, ["text": Words.typed(moment)]])
        }
        var situation = Situation(district: Identifier(district), at: at)
        if let facts = value["facts"] {
            guard let answers = facts.object else { throw LineShape(words: Words[.factsShape]) }
            for answer in answers {
                let word = try text(answer.key, of: facts, missing: .factsShape)
                situation.answers[Identifier(answer.key)] = word
            }
        }
        return situation
    }

    /// The text of a member that must be there.
    private func text(_ member: String, of value: JSON, missing: CommandText) throws -> String {
        guard let found = value[member] else { throw LineShape(words: Words[missing]) }
        guard let text = found.string else {
            throw LineShape(words: Words[.memberNotText, ["member": Words.typed(member)]])
        }
        return text
    }

    private func write(_ decision: Decision, to output: inout [UInt8]) {
        output.append(contentsOf: "{\"steps\":{".utf8)
        var isFirst = true
        for step in decision.order where decision.statuses[Int(step)] != .notNeeded {
            if !isFirst { output.append(0x2C) }
            isFirst = false
            output.append(contentsOf: stepKeys[Int(step)])
            output.append(contentsOf: decision.statuses[Int(step)].id.utf8)
            output.append(0x22)
        }
        output.append(contentsOf: "},\"nextQuestions\":[".utf8)
        for (number, fact) in decision.questions.positions.enumerated() {
            if number > 0 { output.append(0x2C) }
            output.append(contentsOf: factNames[fact])
        }
        output.append(contentsOf: "],\"level\":".utf8)
        output.append(contentsOf: levelNames[Int(decision.level)])
        output.append(contentsOf: "}\n".utf8)
    }

    /// A line that is JSON, but not a situation.
    private struct LineShape: Error {
        let words: String
    }
}
