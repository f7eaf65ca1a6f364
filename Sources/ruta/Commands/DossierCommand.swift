import ArgumentParser
import CaseRegister
import Catalog
import Composition
import Foundation
import JSON

/// `ruta dossier`: the file of who did not answer in a case, sealed; and the check of such a file.
struct DossierCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dossier", abstract: Words[.dossierAbstract], discussion: Words[.dossierDiscussion])

    @OptionGroup var catalog: CatalogOption

    @Argument(help: ArgumentHelp(Words[.dossierCase], valueName: Words[.caseValue]))
    var reference: String?

    @Option(help: ArgumentHelp(Words[.dataOption], valueName: Words[.fileValue]))
    var data: String?

    @Option(help: ArgumentHelp(Words[.dossierCheck], valueName: Words[.fileValue]))
    var check: String?

    @Flag(help: ArgumentHelp(Words[.jsonFlag]))
    var json = false

    func run() async throws {
        if let check { return try verify(check) }
        guard let reference, let data else {
            Terminal.warn(Words[.dossierMissing])
            throw ExitCode(64)
        }
        guard FileManager.default.fileExists(atPath: data) else {
            Terminal.warn(Words[.dossierNoFile, ["path": Words.typed(data)]])
            throw ExitCode(66)
        }
        let whole = try catalog.load()
        let file: JSON?
        do {
            file = try await DossierDesk.file(of: reference, in: data, under: whole)
        } catch {
            Terminal.warn(Words.of(error, path: data))
            throw ExitCode(error == .locked ? 75 : 74)
        }
        guard let file, let body = file["dossier"] else {
            Terminal.warn(Words[.dossierNoCase, ["case": Words.typed(reference)]])
            throw ExitCode(66)
        }
        if json { return Terminal.say(file.text(.pretty)) }
        Terminal.say(DossierPage(body, sha256: file["sha256"]?.string ?? "", whole.content).text)
    }

    private func verify(_ path: String) throws {
        guard let data = FileManager.default.contents(atPath: path) else {
            Terminal.warn(Words[.dossierNoFile, ["path": Words.typed(path)]])
            throw ExitCode(66)
        }
        switch DossierDesk.check(Array(data)) {
        case .whole(let body, let hash):
            Terminal.say(Words[.dossierWhole, ["case": body["case"]?.string ?? "", "hash": hash]])
        case .altered:
            Terminal.warn(Words[.dossierAltered])
            throw ExitCode(65)
        case .unreadable:
            Terminal.warn(Words[.dossierUnreadable])
            throw ExitCode(65)
        }
    }
}
