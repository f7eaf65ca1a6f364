import ArgumentParser
import CaseRegister
import Composition

/// `ruta journal verify`: whether anything in the journal was altered, taken out, put in or cut off.
struct JournalVerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: Words[.journalVerifyAbstract],
        discussion: Words[.journalVerifyDiscussion])

    @Argument(help: ArgumentHelp(Words[.journalExportFile], valueName: Words[.fileValue]))
    var export: String?

    @OptionGroup var data: DataOption

    @Option(help: ArgumentHelp(Words[.journalCheckpointOption], valueName: Words[.fileValue]))
    var checkpoint: String?

    @Option(help: ArgumentHelp(Words[.journalKeyOption], valueName: Words[.journalKeyValue]))
    var key: String?

    @Option(help: ArgumentHelp(Words[.journalHeadOption], valueName: Words[.journalPointValue]))
    var head: [String] = []

    @Flag(help: ArgumentHelp(Words[.journalPayloadsFlag]))
    var payloads = false

    func run() throws {
        let checkpoint = try checkpointFile()
        let outcome = try outcome(try witness(checkpoint))
        if let finding = outcome.finding {
            Terminal.say(
                Words[
                    .journalBroken, ["position": String(finding.position), "what": Words.of(finding.fault)]])
            throw ExitCode.failure
        }
        Terminal.say(
            Words[
                .journalWhole, ["count": Figures.grouped(Int(outcome.count)), "head": outcome.head.text]])
        if let checkpoint { Terminal.say(Words[.journalWitnessed, ["path": checkpoint]]) }
        if checkpoint == nil, head.isEmpty { Terminal.say(Words[.journalUnwitnessed]) }
        if checkpoint != nil, key == nil { Terminal.say(Words[.journalUnsigned]) }
    }

    private func outcome(_ witness: JournalRoom.Witness) throws -> JournalRoom.Outcome {
        guard export == nil || (data.data == nil && data.database == nil) else {
            Terminal.warn(Words[.journalOneSource])
            throw ExitCode.validationFailure
        }
        let place = try data.place()
        return try failing(at: export ?? place.name) { () throws(JournalRoom.Failure) in
            guard let export else { return try JournalRoom.verify(place, witness) }
            return try JournalRoom.verify(export: export, witness)
        }
    }

    /// The file that was named, else the one beside the database; an export has none beside it.
    private func checkpointFile() throws -> String? {
        if let checkpoint { return checkpoint }
        return export == nil ? JournalRoom.checkpoints(besideData: try data.place().data) : nil
    }

    private func witness(_ checkpoint: String?) throws -> JournalRoom.Witness {
        var witness = JournalRoom.Witness()
        witness.readsPayloads = payloads
        for text in head {
            guard let anchor = JournalAnchor(text: text) else {
                Terminal.warn(Words[.journalHeadBad, ["text": Words.typed(text)]])
                throw ExitCode.validationFailure
            }
            witness.anchors.append(anchor)
        }
        if let checkpoint {
            witness.anchors += try failing(at: checkpoint) { () throws(JournalRoom.Failure) in
                try JournalRoom.anchors(inCheckpoints: checkpoint, key: key)
            }
        }
        return witness
    }

    /// A journal that cannot be read is neither whole nor broken: 2. A signature of another key is broken: 1.
    private func failing<Value>(
        at path: String, _ body: () throws(JournalRoom.Failure) -> Value
    ) throws -> Value {
        do {
            return try body()
        } catch {
            Terminal.warn(Words.of(error, path: path))
            if case .checkpoint(.signature) = error { throw ExitCode.failure }
            throw ExitCode(2)
        }
    }
}
