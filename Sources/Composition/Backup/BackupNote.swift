import CaseRegister
import Foundation
import JSON
import Storage

/// What lies in clear beside a backup: its manifest, how long it is and its SHA-256, so that whoever has no key can see
/// that it is whole and how old it is. Nothing of a person is in it.
struct BackupNote: Hashable, Sendable {
    let manifest: BackupManifest
    /// The name of the file of the backup, without its folder.
    let file: String
    let length: Int64
    /// 64 hexadecimal digits.
    let sha256: String

    static let ending = ".json"

    init(_ manifest: BackupManifest, file: String, length: Int64, sha256: String) {
        self.manifest = manifest
        self.file = file
        self.length = length
        self.sha256 = sha256
    }

    /// Reads a note; nil where it is none.
    init?(at path: String) {
        guard let bytes = FileManager.default.contents(atPath: path),
            let json = try? JSON(parsing: Array(bytes)), let manifest = BackupManifest(json),
            let file = json["file"]?.string, !file.contains("/"), let length = json["length"]?.integer,
            let sha256 = json["sha256"]?.string
        else { return nil }
        self.init(manifest, file: file, length: length, sha256: sha256)
    }

    func write(in folder: String) throws(JournalFault) {
        var members = manifest.json.object ?? []
        members += [
            JSON.Member("file", .string(file)), JSON.Member("length", .integer(length)),
            JSON.Member("sha256", .string(sha256)),
        ]
        let note = try SyncedFile(folder + "/" + file + Self.ending)
        try note.write(JSON.object(members).bytes(.pretty) + [UInt8(ascii: "\n")])
        try note.finish()
    }
}
