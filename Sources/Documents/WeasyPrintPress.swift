import CKernel
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
            let sheet = try Self.memory(holding: page)
            let run = try await Subprocess.run(
                python, arguments: ["-I", "-c", Self.script], environment: .custom(["LC_ALL": "C.UTF-8"]),
                input: .fileDescriptor(sheet, closeAfterSpawningProcess: true),
                output: .bytes(limit: Self.longest), error: .string(limit: Self.longestWord))
            if run.terminationStatus.isSuccess, run.standardOutput.starts(with: Self.mark) {
                return .success(run.standardOutput)
            }
            return .failure(run.standardError.contains(Self.noModule) ? .notInstalled : .failed)
        } catch let fault as SubprocessError where fault.code == .executableNotFound {
            return .failure(.notInstalled)
        } catch { return .failure(.failed) }
    }

    /// A file that is in memory only, to be read from its beginning.
    ///
    /// A pipe would have to be written to while the program runs, and one that ends early would end ours with it.
    private static func memory(holding page: [UInt8]) throws -> FileDescriptor {
        let number = kernel_memory_file("ruta-paper")
        guard number >= 0 else { throw PressFault.failed }
        let file = FileDescriptor(rawValue: number)
        do {
            try file.writeAll(page)
            try file.seek(offset: 0, from: .start)
        } catch {
            try? file.close()
            throw error
        }
        return file
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
