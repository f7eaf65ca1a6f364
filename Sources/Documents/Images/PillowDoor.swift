import Subprocess
import SystemPackage

/// Draws images anew with Pillow, a locked program of its own for each.
public struct PillowDoor: ImageDoor {
    private let queue = PressQueue(places: 2, seats: 8)
    private let run: PythonRun

    /// Debian installs Pillow for its own interpreter.
    public init() { self.init(python: .path("/usr/bin/python3")) }

    /// - Parameter script: what is run in place of ours; a test puts one that fails.
    init(python: Executable, script: String = Self.script) {
        run = PythonRun(python: python, script: script, longest: ImageLimits.keptBytes)
    }

    public func plain(_ upload: [UInt8]) async throws(ImageRefusal) -> PlainJPEG {
        if let refusal = ImageRefusal.atSight(upload) { throw refusal }
        do { try await queue.enter() } catch { throw .busy }
        let ending = await run.ending(of: upload)
        await queue.leave()
        switch ending {
        case .answered(let bytes):
            // A decoder that was taken over writes what it likes: it is read again, by other code.
            guard let plain = PlainJPEG(checking: bytes) else { throw .failed }
            return plain
        case .failed(let said): throw Self.refusal(said)
        case .notInstalled: throw .notInstalled
        }
    }

    private static func refusal(_ said: String) -> ImageRefusal {
        switch said.split(separator: "\n").last.map(String.init) {
        case "too-many-pixels": .tooManyPixels
        case "animated": .animated
        case "unreadable": .unreadable
        default: .failed
        }
    }

    static let script = String(decoding: PackageResources.redraw_py, as: UTF8.self)
}
