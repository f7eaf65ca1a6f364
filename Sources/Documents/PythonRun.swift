import CKernel
import Subprocess
import SystemPackage

/// Runs a script of ours in a program of its own, with Debian's Python: it is given bytes, and what it writes is taken.
///
/// It inherits no variable and no secret of ours. How long it may run and what else it may do is said in the script.
struct PythonRun: Sendable {
    let python: Executable
    let script: String
    /// The longest answer that is taken, in bytes.
    let longest: Int

    /// How the program ended.
    enum Ending: Equatable {
        /// By itself and content, with what it wrote.
        case answered([UInt8])
        /// With a fault, or by force; the text is what it said last.
        case failed(String)
        /// Python or a module of it is not there.
        case notInstalled
    }

    /// Runs the script once on these bytes.
    func ending(of input: [UInt8]) async -> Ending {
        do {
            let sheet = try Self.memory(holding: input)
            let run = try await Subprocess.run(
                python, arguments: ["-I", "-c", script], environment: .custom(["LC_ALL": "C.UTF-8"]),
                input: .fileDescriptor(sheet, closeAfterSpawningProcess: true),
                output: .bytes(limit: longest), error: .string(limit: Self.longestWord))
            if run.terminationStatus.isSuccess { return .answered(run.standardOutput) }
            let said = run.standardError
            return said.contains(Self.noModule) ? .notInstalled : .failed(said)
        } catch let fault as SubprocessError where fault.code == .executableNotFound {
            return .notInstalled
        } catch { return .failed("") }
    }

    /// A file that is in memory only, to be read from its beginning.
    ///
    /// A pipe would have to be written to while the program runs, and one that ends early would end ours with it.
    private static func memory(holding bytes: [UInt8]) throws -> FileDescriptor {
        let number = kernel_memory_file("ruta-paper")
        guard number >= 0 else { throw PressFault.failed }
        let file = FileDescriptor(rawValue: number)
        do {
            try file.writeAll(bytes)
            try file.seek(offset: 0, from: .start)
        } catch {
            try? file.close()
            throw error
        }
        return file
    }

    private static let noModule = "No module named"
    /// What Python says of a fault, in bytes.
    private static let longestWord = 16 << 10
}
