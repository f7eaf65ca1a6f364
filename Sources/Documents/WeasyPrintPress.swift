import Subprocess
import SystemPackage

/// Presses papers with WeasyPrint, a program of its own for each: it reads the page and writes the PDF, touches no file,
/// fetches nothing and inherits no secret of ours.
public struct WeasyPrintPress: PaperPress {
    private let queue = PressQueue(places: 2, seats: 16)
    private let run: PythonRun

    /// Debian installs WeasyPrint for its own interpreter.
    public init() { self.init(python: .path("/usr/bin/python3")) }

    init(python: Executable) {
        run = PythonRun(
            python: python, script: String(decoding: PackageResources.press_py, as: UTF8.self),
            longest: Self.longest)
    }

    public func pdf(of page: [UInt8]) async throws(PressFault) -> [UInt8] {
        try await queue.enter()
        let ending = await run.ending(of: page)
        await queue.leave()
        switch ending {
        case .answered(let file) where file.starts(with: Self.mark): return file
        case .answered, .failed: throw .failed
        case .notInstalled: throw .notInstalled
        }
    }

    /// How a PDF begins.
    private static let mark = Array("%PDF-".utf8)
    /// The longest PDF that is taken, in bytes.
    private static let longest = 8 << 20
}
