import ArgumentParser
import Composition
import JSON

/// `ruta doctor`: what the house stands on, each thing with what was found and what to do.
struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: Words[.doctorAbstract], discussion: Words[.doctorDiscussion])

    @OptionGroup var data: DataOption

    @Option(help: ArgumentHelp(Words[.doctorBackups], valueName: Words[.folderValue]))
    var backups: String?

    @Flag(help: ArgumentHelp(Words[.doctorJSON]))
    var json = false

    func run() throws {
        let folder = backups ?? ServerSettings.backupFolder
        let findings = Doctor(of: try data.place(), backups: folder).examine()
        if json {
            Terminal.say(JSON.array(findings.map(DoctorPage.json)).text(.pretty))
        } else {
            for finding in findings { Terminal.say(DoctorPage.line(finding)) }
        }
        if findings.contains(where: { $0.state == .bad }) { throw ExitCode.failure }
    }
}
