import CaseRegister
import Foundation
import Sealing

/// The key by which the makers of browsers know the house: one file among its keys, mode 0600.
///
/// Browsers ask for an address for this key alone: with another one nobody is woken until everybody asked again.
enum PushKeyFile {
    /// Reads the file, or makes it where there is none.
    ///
    /// - Throws: `.readOnly` where it can neither be read nor written, `.damaged` where it holds something else, and
    ///   `KeyPlace.missing` where it should have been given.
    static func open(in keys: KeyPlace, random: any RandomSource) throws(JournalFault) -> BundleSigner {
        let file = URL(filePath: keys.path + suffix)
        if !FileManager.default.fileExists(atPath: file.path(percentEncoded: false)) {
            if keys.isGiven { throw KeyPlace.missing }
            try PrivateFile.write(Data(drawn(random)), to: file)
        }
        guard let bytes = try? Data(contentsOf: file) else { throw .readOnly }
        do { return try BundleSigner(privateRaw: Array(bytes)) } catch { throw .damaged }
    }

    /// A number of the curve: one in four thousand million draws is none, and is drawn again.
    private static func drawn(_ random: any RandomSource) -> [UInt8] {
        while true {
            let bytes = random.bytes(BundleSigner.length)
            if (try? BundleSigner(privateRaw: bytes)) != nil { return bytes }
        }
    }

    static let suffix = ".push-key"
}
