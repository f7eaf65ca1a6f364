import CaseRegister
import Foundation
import Sealing

/// The key with which the house signs receipts and the ends of its journal: a file beside the database, mode 0600.
///
/// It never stands in the database, so whoever rewrites that cannot sign what was rewritten.
enum HouseSigner {
    /// Reads the file, or makes it where there is none.
    ///
    /// - Throws: `.readOnly` where it can neither be read nor written, `.damaged` where it holds something else, and
    ///   `KeyPlace.missing` where it should have been given.
    static func open(in keys: KeyPlace, random: any RandomSource) throws(JournalFault) -> ReceiptSigner {
        let file = URL(filePath: path(beside: keys.path))
        if !FileManager.default.fileExists(atPath: file.path(percentEncoded: false)) {
            if keys.isGiven { throw KeyPlace.missing }
            try PrivateFile.write(Data(random.bytes(SigningSeed.length)), to: file)
        }
        guard let bytes = try? Data(contentsOf: file) else { throw .readOnly }
        do {
            return try ReceiptSigner(seed: SigningSeed(random: Array(bytes)))
        } catch {
            throw .damaged
        }
    }

    /// The public keys that the house had before: one line each, as `ruta receipt key` printed them.
    ///
    /// - Throws: `.damaged` where a line is no key, `.readOnly` where the file is there and cannot be read.
    static func old(beside data: String) throws(JournalFault) -> ReceiptVerifier {
        let file = URL(filePath: oldPath(beside: data))
        guard FileManager.default.fileExists(atPath: file.path(percentEncoded: false)) else {
            return ReceiptVerifier(keys: [])
        }
        guard let bytes = try? Data(contentsOf: file), let text = String(validating: bytes, as: UTF8.self)
        else { throw .readOnly }
        do { return try ReceiptVerifier(file: text) } catch { throw .damaged }
    }

    static func oldPath(beside data: String) -> String { data + ".old-receipt-keys" }

    static func path(beside data: String) -> String { data + ".signing-key" }
}
