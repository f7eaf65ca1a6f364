import ArgumentParser
import Catalog
import Composition
import Foundation

/// What `ruta serve --practice` does before the doors open: accounts and cases, made the first time.
struct PracticeOpening {
    let place: RegisterPlace
    let catalog: ProtocolCatalog

    private var accounts: PracticeAccounts { PracticeAccounts(at: place) }

    /// Makes what is missing, and shows the accounts that were made: once.
    func prepare() async throws {
        try FileManager.default.createDirectory(
            at: URL(filePath: place.data).deletingLastPathComponent(), withIntermediateDirectories: true)
        if accounts.areThere {
            return Terminal.say(Words[.practiceKnown, ["path": accounts.path]])
        }
        try await fill()
        Terminal.say(Words[.practiceMaking])
        do {
            show(try await accounts.make(clock: SystemClock.now))
        } catch {
            switch error {
            case .fault(let fault): Terminal.warn(Words.of(fault, path: place.name))
            case .taken, .noFile, .unknownAccount:
                // Another node of this practice house has made them.
                if try PracticeMark.isSet(at: place) { return }
                Terminal.warn(Words[.practiceTaken, ["path": place.name]])
            }
            throw ExitCode(74)
        }
    }

    /// What to do now, once the address is known.
    func greet(at address: String) {
        Terminal.say(Words[.practiceEnter, ["address": address, "path": place.data]])
        Terminal.say(Words[.servePractice])
    }

    /// Invented cases for an empty journal; one that has cases keeps them.
    private func fill() async throws {
        do {
            _ = try await PracticeFill(catalog, cases: Self.cases, seed: 1, now: SystemClock.now())
                .run(at: place)
        } catch {
            switch error {
            case .notEmpty: break
            case .fault(let fault):
                Terminal.warn(Words.of(fault, path: place.name))
                throw ExitCode(74)
            case .generator:
                Terminal.warn(Words[.serveStorageOther, ["path": place.name, "code": "generator"]])
                throw ExitCode(74)
            }
        }
    }

    private func show(_ cards: [PracticeAccounts.Card]) {
        Terminal.say(Words[.practiceAccountsTitle, ["path": accounts.path]])
        let roles = catalog.content.codes["roles"]?.codes ?? []
        for card in cards {
            let role = roles.first { $0.id == card.role }?.label ?? card.role
            Terminal.say(
                Words[
                    .practiceAccountLine,
                    ["account": card.account, "passphrase": card.passphrase, "role": role, "unit": card.unit]]
            )
        }
    }

    private static let cases = 160
}
