import CaseRegister
import Foundation
import ReferralDomain
import Sealing
import Testing

@testable import Composition

/// The keys of the app: a private file, an intake key a year, the one before for thirty days.
struct AppKeyFileTests {
    private static let day: Int64 = 86_400_000

    private func withFolder(_ story: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.path + "/ruta-keys-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try story(folder + "/ruta.sqlite")
    }

    private func open(_ data: String, day: Int64) throws -> AppKeyFile {
        try AppKeyFile.open(
            in: KeyPlace(besideData: data), random: SystemRandom(),
            at: Instant(millisecondsSinceEpoch: day * Self.day))
    }

    @Test func `the file is made once, readable by its owner only, and read again`() throws {
        try withFolder { data in
            let first = try open(data, day: 1)
            let attributes = try FileManager.default.attributesOfItem(atPath: data + ".app-keys")
            #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
            let again = try open(data, day: 300)
            #expect(again.bundle.publicKey == first.bundle.publicKey)
            #expect(again.intake.current.publicKey == first.intake.current.publicKey)
            #expect(again.smsSecret == first.smsSecret)
            #expect(!FileManager.default.fileExists(atPath: data + ".app-keys.new"))
        }
    }

    @Test func `after a year a new intake key is given out, and the old one opens for thirty days`() throws {
        try withFolder { data in
            let first = try open(data, day: 1)
            let old = first.intake.current.publicKey.id
            let second = try open(data, day: 367)
            #expect(second.intake.current.publicKey.id != old)
            #expect(second.bundle.publicKey == first.bundle.publicKey)
            #expect(second.intake.pair(old, at: 396 * Self.day) != nil)
            #expect(second.intake.pair(old, at: 397 * Self.day) == nil)
            #expect(try open(data, day: 390).intake.pair(old, at: 390 * Self.day) != nil)
            let text = try String(contentsOfFile: data + ".app-keys", encoding: .utf8)
            #expect(text.split(separator: "\n").count == 4)
            _ = try open(data, day: 400)
            let later = try String(contentsOfFile: data + ".app-keys", encoding: .utf8)
            #expect(later.split(separator: "\n").count == 3)
        }
    }

    @Test func `a renewed file seals to a new key and opens what was sealed to the one before`() throws {
        try withFolder { data in
            let first = try open(data, day: 1)
            let (old, new) = (data + ".app-keys", data + ".new.app-keys")
            let before = try Data(contentsOf: URL(filePath: old))
            let now = Instant(millisecondsSinceEpoch: 200 * Self.day)
            try IntakeKeyRenewal.run(from: old, to: new, random: SystemRandom(), at: now)
            #expect(try Data(contentsOf: URL(filePath: old)) == before)
            let attributes = try FileManager.default.attributesOfItem(atPath: new)
            #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
            let second = try open(data + ".new", day: 200)
            #expect(second.intake.current.publicKey != first.intake.current.publicKey)
            #expect(second.intake.pair(first.intake.current.publicKey.id, at: 229 * Self.day) != nil)
            #expect(second.bundle.publicKey == first.bundle.publicKey && second.smsSecret == first.smsSecret)
            #expect(throws: IntakeKeyRenewal.Fault.taken) {
                try IntakeKeyRenewal.run(from: old, to: new, random: SystemRandom(), at: now)
            }
        }
    }

    @Test func `a clock that is behind does not make the new key the older one`() throws {
        try withFolder { data in
            let first = try open(data, day: 100)
            try IntakeKeyRenewal.run(
                from: data + ".app-keys", to: data + ".new.app-keys", random: SystemRandom(),
                at: Instant(millisecondsSinceEpoch: Self.day))
            let second = try open(data + ".new", day: 101)
            #expect(second.intake.current.publicKey != first.intake.current.publicKey)
        }
    }

    @Test func `keys that others may read, and what is no file of keys, are not renewed`() throws {
        try withFolder { data in
            _ = try open(data, day: 1)
            let (old, new) = (data + ".app-keys", data + ".new")
            let now = Instant(millisecondsSinceEpoch: 200 * Self.day)
            try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: old)
            #expect(throws: IntakeKeyRenewal.Fault.openToOthers) {
                try IntakeKeyRenewal.run(from: old, to: new, random: SystemRandom(), at: now)
            }
            try PrivateFile.write(Data("bundle 1 AAAA\n".utf8), to: URL(filePath: data))
            #expect(throws: IntakeKeyRenewal.Fault.damaged) {
                try IntakeKeyRenewal.run(from: data, to: new, random: SystemRandom(), at: now)
            }
            #expect(!FileManager.default.fileExists(atPath: new))
        }
    }

    @Test(arguments: ["", "bundle 1 AAAA\n", "nonsense", "intake x AQ\n"])
    func `a file that holds something else stops the start and is left as it is`(text: String) throws {
        try withFolder { data in
            try Data(text.utf8).write(to: URL(filePath: data + ".app-keys"))
            #expect(throws: JournalFault.damaged) { try open(data, day: 1) }
            #expect(try String(contentsOfFile: data + ".app-keys", encoding: .utf8) == text)
        }
    }
}
