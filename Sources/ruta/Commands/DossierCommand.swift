import Access
import ArgumentParser
import CaseRegister
import Catalog
import Composition
import Foundation
import JSON
import Sealing

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

    @Option(help: ArgumentHelp(Words[.dossierKey], valueName: Words[.fileValue]))
    var key: String?

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
            file = try await DossierDesk.file(of: reference, in: RegisterPlace(data: data), under: whole)
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
            if let key { try verify(Array(data), with: key) }
        case .altered:
            Terminal.warn(Words[.dossierAltered])
            throw ExitCode(65)
        case .unreadable:
            Terminal.warn(Words[.dossierUnreadable])
            throw ExitCode(65)
        }
    }

    /// The signature as well, by a file of public keys, old ones among them.
    private func verify(_ file: [UInt8], with path: String) throws {
        guard let bytes = FileManager.default.contents(atPath: path),
            let text = String(validating: bytes, as: UTF8.self),
            let verifier = try? ReceiptVerifier(file: text)
        else {
            Terminal.warn(Words[.receiptKeyUnreadable, ["path": Words.typed(path)]])
            throw ExitCode(64)
        }
        switch DossierDesk.signature(of: file, by: verifier) {
        case .ours: Terminal.say(Words[.dossierSigned])
        case .missing:
            Terminal.warn(Words[.dossierUnsigned])
            throw ExitCode(65)
        case .foreign:
            Terminal.warn(Words[.dossierForeign])
            throw ExitCode(65)
        }
    }
}
