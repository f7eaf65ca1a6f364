public import CaseRegister
import Foundation
public import ReferralDomain
import Sealing

/// Renews the intake key of a house whose keys are given to its nodes: no node does it by itself.
///
/// The new file has the old keys too, so that what phones sealed to them is opened for thirty days more.
public enum IntakeKeyRenewal {
    /// Why there is no new file; the old one is never changed.
    public enum Fault: Error, Hashable {
        /// There is no old file, or it cannot be read.
        case unreachable
        /// Other accounts of the machine may read the old file.
        case openToOthers
        /// The old file is none of the keys of the app.
        case damaged
        /// There is a file already where the new one should be.
        case taken
        case fault(JournalFault)
    }

    /// Writes the new file, and returns once it is on the disk.
    public static func run(
        from old: String, to new: String, random: any RandomSource, at now: Instant
    ) throws(Fault) {
        guard !FileManager.default.fileExists(atPath: new) else { throw .taken }
        var status = stat()
        guard stat(old, &status) == 0 else { throw .unreachable }
        guard status.st_mode & 0o077 == 0 else { throw .openToOthers }
        guard let bytes = FileManager.default.contents(atPath: old) else { throw .unreachable }
        let text: String
        do {
            text = try AppKeyFile.withNewIntakeKey(
                String(decoding: bytes, as: UTF8.self), random: random, at: now)
        } catch {
            throw .damaged
        }
        do {
            let file = try SyncedFile(new)
            try file.write(Array(text.utf8))
            try file.finish()
        } catch {
            throw .fault(error)
        }
    }
}
