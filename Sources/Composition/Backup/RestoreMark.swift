import CaseRegister
import Foundation

/// A file beside a database into which a house is being put back, from before the first key lies there until all of it
/// does.
///
/// Whoever finds it after a power cut knows that the keys beside an empty register are nobody's house: a restore that
/// is repeated goes on, and nothing else opens the register.
struct RestoreMark {
    private let path: String

    init(besideData data: String) { path = data + ".restoring" }

    /// The fault of whoever opens a register that is only half put back.
    static let underWay = JournalFault.other(code: "restore-under-way")

    var isThere: Bool { FileManager.default.fileExists(atPath: path) }

    /// Returns once the mark is on the disk.
    func set() throws(JournalFault) {
        guard !isThere else { return }
        try SyncedFile(path).finish()
    }

    /// Returns once the disk knows that it is gone.
    func clear() throws(JournalFault) {
        guard unlink(path) == 0 || errno == ENOENT else { throw SyncedFile.fault(errno) }
        try SyncedFile.syncFolder(URL(filePath: path).deletingLastPathComponent().path(percentEncoded: false))
    }
}
