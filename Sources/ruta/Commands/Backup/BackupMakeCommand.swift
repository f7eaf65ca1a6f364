import ArgumentParser
import CaseRegister
import Composition

/// `ruta backup`: one backup now, or one every so many seconds until the program is ended.
struct BackupMakeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "make", abstract: Words[.backupMakeAbstract],
        discussion: Words[.backupMakeDiscussion])

    @Option(help: ArgumentHelp(Words[.backupTo], valueName: Words[.folderValue]))
    var to: String

    @Option(help: ArgumentHelp(Words[.backupRecipients], valueName: Words[.fileValue]))
    var recipients: String

    @Option(help: ArgumentHelp(Words[.backupEvery], valueName: Words[.secondsValue]))
    var every: Int?

    @Option(help: ArgumentHelp(Words[.backupFullHours], valueName: Words[.hoursValue]))
    var fullHours: Int?

    @Option(help: ArgumentHelp(Words[.backupKeep], valueName: Words[.practiceNumberValue]))
    var keep: Int?

    @OptionGroup var data: DataOption

    func run() async throws {
        guard [every, fullHours, keep].allSatisfy({ ($0 ?? 1) > 0 }) else {
            Terminal.warn(Words[.backupNumberBad])
            throw ExitCode.validationFailure
        }
        guard every != nil || (fullHours == nil && keep == nil) else {
            Terminal.warn(Words[.backupEveryMissing])
            throw ExitCode.validationFailure
        }
        let place = try data.place()
        let room: BackupRoom
        do {
            room = BackupRoom(
                of: place, in: to, to: try BackupKeys.recipients(in: recipients), random: SystemRandom())
        } catch {
            throw BackupPage.refusal(error, recipients)
        }
        guard let every else {
            do {
                return BackupPage.show(try room.makeFull(at: SystemClock.now()))
            } catch {
                throw BackupPage.refusal(error, folder: to, place)
            }
        }
        try await go(on: room, of: place, every: .seconds(every))
    }

    /// A round that fails is said, and the next one tries again: this goes on until the program is ended.
    private func go(on room: BackupRoom, of place: RegisterPlace, every: Duration) async throws {
        let fullMilliseconds = Int64(fullHours ?? Self.hours) * 3_600_000
        var next = ContinuousClock.now
        while true {
            do {
                BackupPage.show(
                    try room.makeDue(
                        at: SystemClock.now(), fullMilliseconds: fullMilliseconds,
                        keep: keep ?? Self.kept))
            } catch {
                _ = BackupPage.refusal(error, folder: to, place)
            }
            next = max(next + every, ContinuousClock.now)
            try await Task.sleep(until: next, clock: .continuous)
        }
    }

    private static let hours = 24
    private static let kept = 14
}
