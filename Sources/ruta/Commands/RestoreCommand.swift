import ArgumentParser
import Composition

/// `ruta restore`: a house put back from its backup on an empty host, all of it or nothing.
struct RestoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: Words[.restoreAbstract],
        discussion: Words[.restoreDiscussion])

    @Argument(help: ArgumentHelp(Words[.restoreFile], valueName: Words[.fileValue]))
    var file: String

    @Option(help: ArgumentHelp(Words[.restoreIncrement], valueName: Words[.fileValue]))
    var increment: String?

    @Option(help: ArgumentHelp(Words[.backupKeyOption], valueName: Words[.fileValue]))
    var key: String

    @Option(help: ArgumentHelp(Words[.restoreTombstones], valueName: Words[.fileValue]))
    var tombstones: String?

    @OptionGroup var data: DataOption

    func run() throws {
        guard let tombstones else {
            Terminal.warn(Words[.restoreTombstonesMissing])
            throw ExitCode.validationFailure
        }
        let place = try data.place()
        let room = RestoreRoom(file, increment: increment, with: try BackupPage.pair(in: key))
        do {
            let outcome = try room.restore(to: place, tombstones: tombstones)
            Terminal.say(Words[outcome.wasThere ? .restoreWasThere : .restoreDone, ["path": place.name]])
            BackupPage.show(outcome)
            if outcome.passedOver > 0 {
                Terminal.say(
                    Words[.restorePassedOver, ["count": Figures.grouped(Int(outcome.passedOver))]])
            }
            Terminal.say(Words[.restoreNext])
        } catch {
            let said = [file, increment ?? file, tombstones].map(Words.typed)
            Terminal.warn(Words.of(error, place, full: said[0], increment: said[1], tombstones: said[2]))
            throw ExitCode.failure
        }
    }
}
