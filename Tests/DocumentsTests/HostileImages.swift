import Foundation
import Subprocess
import SystemPackage

/// The hostile files of the door of images, as `hostile_images.py` makes them from one seed.
struct HostileImages {
    private let files: [File]

    /// One file and what must come of it.
    struct File: Sendable {
        let name: String
        let bytes: [UInt8]

        /// Nil where it may be taken or refused.
        var isTaken: Bool? {
            switch name.split(separator: " ").first {
            case "yes": true
            case "no": false
            default: nil
            }
        }

        /// How the picture is turned, from 1 to 8; nil where it does not say.
        var turn: Int? {
            name.firstMatch(of: /^yes turned (\d)/).flatMap { Int($0.output.1) }
        }
    }

    /// What stands in every file that has room for it.
    static let canary = "CANARIO"

    /// Made once for all tests: packing the bombs takes seconds. A task, since several tests wait for the same one.
    private static let made = Task { try await HostileImages() }

    /// All of them.
    static var files: [File] { get async throws { try await made.value.files } }

    private init() async throws {
        let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "hostile_images.py")
        let run = try await Subprocess.run(
            .path("/usr/bin/python3"), arguments: ["-I", script.path(percentEncoded: false)],
            output: .bytes(limit: 256 << 20), error: .string(limit: 64 << 10))
        guard run.terminationStatus.isSuccess else { throw Broken(said: run.standardError) }
        var rest = run.standardOutput[...]
        var files: [File] = []
        while !rest.isEmpty {
            let lengths = [Self.number(&rest), Self.number(&rest)]
            let name = String(decoding: rest.prefix(lengths[0]), as: UTF8.self)
            rest = rest.dropFirst(lengths[0])
            files.append(File(name: name, bytes: Array(rest.prefix(lengths[1]))))
            rest = rest.dropFirst(lengths[1])
        }
        self.files = files
    }

    /// The files could not be made.
    struct Broken: Error {
        let said: String
    }

    private static func number(_ bytes: inout ArraySlice<UInt8>) -> Int {
        defer { bytes = bytes.dropFirst(4) }
        return bytes.prefix(4).reduce(0) { $0 << 8 | Int($1) }
    }
}
