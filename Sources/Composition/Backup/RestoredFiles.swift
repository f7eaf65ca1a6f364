import CaseRegister
import Foundation
import Storage

/// Puts the files of a house beside its database once all of them are whole.
///
/// It is a class because the files under way are shared with whoever takes them away again.
final class RestoredFiles: RegisterRestore.Files {
    private let data: String
    private let mark: RestoreMark
    private var files: [SyncedFile] = []

    init(beside data: String, marked mark: RestoreMark) {
        self.data = data
        self.mark = mark
    }

    /// Begins anew, in a register that is empty: whatever lies beside it is the rest of a restore that was cut short.
    func clear() throws(JournalFault) {
        try mark.set()
        for file in HouseFile.allCases { SyncedFile.remove(data + file.rawValue) }
        files = []
    }

    func begin(_ name: String) throws(JournalFault) {
        guard let known = HouseFile(rawValue: name) else { throw .damaged }
        files.append(try SyncedFile(data + known.rawValue))
    }

    func add(_ piece: [UInt8]) throws(JournalFault) {
        guard let file = files.last else { throw .damaged }
        try file.write(piece)
    }

    func finish() throws(JournalFault) {
        for file in files { try file.finish() }
    }

    /// Takes everything away again, after the database did not take its part.
    func undo() {
        for file in files { SyncedFile.remove(file.path) }
    }
}
