import Access
public import CaseRegister
import Foundation
public import ReferralDomain
import Sealing
import Storage

/// The accounts of a practice town: made once with words drawn by chance, and kept in a file for whoever practises.
///
/// The file beside the database, mode 0600, holds every passphrase and second factor in the clear. A town of real
/// cases never has such a file: there `ruta setup` invites the first person, and nobody else knows the words.
public struct PracticeAccounts: Sendable {
    private let place: RegisterPlace

    public init(at place: RegisterPlace) { self.place = place }

    /// One account of the town.
    public struct Card: Hashable, Sendable {
        public let account: String
        public let role: String
        public let unit: String
        public let passphrase: String
        /// The second factor in base 32, for an authenticator app.
        public let secret: String
    }

    /// Why there are no accounts.
    public enum Failure: Error, Hashable {
        /// The database has accounts that this town did not make.
        case taken
        case fault(JournalFault)
        case noFile
        case unknownAccount
    }

    /// Where the words stand.
    public var path: String { place.data + ".practice-accounts" }

    /// Whether the town has its accounts already.
    public var areThere: Bool { FileManager.default.fileExists(atPath: path) }

    /// Makes the units and the accounts.
    public func make(clock: @escaping @Sendable () -> Instant) async throws(Failure) -> [Card] {
        do {
            return try await made(clock)
        } catch let fault as JournalFault {
            throw .fault(fault)
        } catch {
            throw .taken
        }
    }

    /// The cards in the file.
    public func cards() throws(Failure) -> [Card] {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { throw .noFile }
        return text.split(separator: "\n").compactMap { line in
            let parts = line.split(separator: "\t").map(String.init)
            guard parts.count == 5 else { return nil }
            return Card(
                account: parts[0], role: parts[1], unit: parts[2], passphrase: parts[3], secret: parts[4])
        }
    }

    /// The six digits of an account now, for somebody without an authenticator app.
    public func code(of account: String, at now: Instant) throws(Failure) -> String {
        let wanted = account.uppercased()
        guard let card = try cards().first(where: { $0.account.uppercased() == wanted }),
            let secret = TimeCode.secret(reading: card.secret)
        else { throw .unknownAccount }
        return TimeCode.code(secret: secret, at: now.millisecondsSinceEpoch)
    }

    private func made(_ clock: @escaping @Sendable () -> Instant) async throws -> [Card] {
        let database = try place.open()
        let random = SystemRandom()
        let store = StoredAccounts(on: database)
        let work = QueuedWork()
        let sessions = Sessions(store: store, throttle: EntryThrottle(), work: work, clock: clock)
        let desk = AccountDesk(store: store, sessions: sessions, work: work, clock: clock, random: random)
        guard try await desk.isEmpty() else { throw Failure.taken }
        var cards: [Card] = []
        for founding in PracticeUnits.all {
            let accounts = try await desk.foundForPractice(founding.card, roles: founding.roles) {
                Self.passphrase(random)
            }
            cards += accounts.map { made in
                Card(
                    account: made.account.id.text, role: made.account.role.rawValue,
                    unit: founding.card.name, passphrase: made.passphrase,
                    secret: TimeCode.secretText(made.factor))
            }
        }
        let lines = cards.map {
            [$0.account, $0.role, $0.unit, $0.passphrase, $0.secret].joined(separator: "\t")
        }
        try PrivateFile.write(Data((lines.joined(separator: "\n") + "\n").utf8), to: URL(filePath: path))
        try database.close()
        return cards
    }

    /// Four groups that are easy to type: 80 random bits.
    private static func passphrase(_ random: any RandomSource) -> String {
        let letters = Array("abcdefghjkmnpqrstuvwxyz23456789+".utf8)
        let drawn = random.bytes(16).map { letters[Int($0) % letters.count] }
        return stride(from: 0, to: 16, by: 4)
            .map { String(decoding: drawn[$0..<$0 + 4], as: UTF8.self) }.joined(separator: "-")
    }
}
