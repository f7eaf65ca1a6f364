import Subprocess
import SystemPackage

/// Presses papers with WeasyPrint, a program of its own for each: it reads the page and writes the PDF, touches no file,
/// fetches nothing and inherits no secret of ours.
public struct WeasyPrintPress: PaperPress {
    private let queue = PressQueue(places: 2, seats: 16)
    private let python: Executable

    /// Debian installs WeasyPrint for its own interpreter.
    public init() { self.init(python: .path("/usr/bin/python3")) }

    init(python: Executable) { self.python = python }

    public func pdf(of page: [UInt8]) async throws(PressFault) -> [UInt8] {
        try await queue.enter()
        let outcome = await press(page)
        await queue.leave()
        return try outcome.get()
    }

    private func press(_ page: [UInt8]) async -> Result<[UInt8], PressFault> {
        do {
            let run = try await Subprocess.run(
                python, arguments: ["-I", "-c", Self.script], environment: .custom(["LC_ALL": "C.UTF-8"]),
                input: .array(page), output: .bytes(limit: Self.longest), error: .string(limit: Self.longestWord))
            if run.terminationStatus.isSuccess, run.standardOutput.starts(with: Self.mark) {
                return .success(run.standardOutput)
            }
            return .failure(run.standardError.contains(Self.noModule) ? .notInstalled : .failed)
        } catch let fault as SubprocessError where fault.code == .executableNotFound {
            return .failure(.notInstalled)
        } catch { return .failure(.failed) }
    }

    private static let script = String(decoding: PackageResources.press_py, as: UTF8.self)
    /// How a PDF begins.
    private static let mark = Array("%PDF-".utf8)
    private static let noModule = "No module named 'weasyprint'"
    /// The longest PDF that is taken, in bytes.
    private static let longest = 8 << 20
    /// What Python says of a fault, in bytes.
    private static let longestWord = 16 << 10
}
