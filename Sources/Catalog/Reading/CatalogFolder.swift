import Foundation

/// The files of a catalogue as bytes, in the order of their paths.
///
/// The only place in this room that touches the file system; a check of a changed copy starts from here too.
public struct CatalogFolder: Sendable {
    /// Bytes by path below the folder, such as `steps/2-notify.yaml`.
    public var files: [String: [UInt8]]

    public init(files: [String: [UInt8]]) { self.files = files }

    /// Reads every `.yaml` file below a folder; anything else there is left alone.
    ///
    /// - Throws: `Unreadable` where the folder or one of its files cannot be read.
    public init(at path: String) throws(Unreadable) {
        let root = URL(filePath: path, directoryHint: .isDirectory).resolvingSymlinksInPath()
        guard let walk = FileManager.default.enumerator(atPath: root.path(percentEncoded: false)) else {
            throw Unreadable(path: path)
        }
        files = [:]
        for case let name as String in walk where name.hasSuffix(".yaml") {
            let file = root.appending(path: name)
            do {
                files[name] = [UInt8](try Data(contentsOf: file))
            } catch {
                throw Unreadable(path: file.path(percentEncoded: false))
            }
        }
        if files.isEmpty { throw Unreadable(path: path) }
    }

    /// The folder, or a file in it, cannot be read.
    public struct Unreadable: Error, Equatable {
        public let path: String
    }

    /// What a fingerprint of the whole catalogue covers: every path and every byte, in one order.
    var fingerprintInput: [UInt8] {
        var input: [UInt8] = []
        for path in files.keys.sorted() {
            input.append(contentsOf: path.utf8)
            input.append(0)
            let bytes = files[path] ?? []
            withUnsafeBytes(of: UInt64(bytes.count).bigEndian) { input.append(contentsOf: $0) }
            input.append(contentsOf: bytes)
        }
        return input
    }
}
