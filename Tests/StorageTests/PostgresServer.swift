import CaseRegister
import Foundation
import Synchronization
import Testing

@testable import Storage

/// A PostgreSQL of its own for the tests, from the packages of Debian, in memory where there is such a disk.
///
/// It orders texts as Spanish does, so that whatever must be ordered by bytes has to say so. It ends with the
/// tests, however they end: a shell beside it waits for the end of a pipe that only this program holds.
final class PostgresServer: Sendable {
    /// The one server of this run, started by the first story that asks.
    static func shared() throws -> PostgresServer { try started.get() }

    private static let started = Result { try PostgresServer() }

    private let folder: String
    private let lifeline: Pipe
    private let admin: PostgresPool
    private let made = Mutex(0)
    /// Whether a story asks for a second database: eight that hold one and wait for another would wait for ever.
    @TaskLocal private static var isInside = false
    /// All stories at once would want more connections and memory than there are.
    private let turnstile = Turnstile(most: 8)

    /// A server for a story that changes how the whole of it works; it ends when nobody holds it.
    init() throws {
        let programs = try #require(
            Self.programs, "PostgreSQL is not installed: bin/setup test installs it")
        folder = try Self.makeFolder()
        lifeline = Pipe()
        let said = Pipe()
        let shell = Process()
        shell.executableURL = URL(filePath: "/bin/sh")
        shell.arguments = ["-c", Self.script, "sh", programs, folder]
        shell.standardInput = lifeline
        shell.standardOutput = said
        try shell.run()
        let answer = String(decoding: said.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        try #require(answer == "ready\n", "the server did not start; it said: \(answer)")
        admin = PostgresPool(of: 1, at: try Self.address(in: folder, "postgres"), Self.patient)
    }

    /// Makes an empty database and gives its address to a story; it is dropped afterwards.
    func withDatabase<Value>(
        _ story: (PostgresAddress, _ name: String) async throws -> Value
    ) async throws -> Value {
        let isWithinAnother = Self.isInside
        if !isWithinAnother { await turnstile.enter() }
        defer { if !isWithinAnother { turnstile.leave() } }
        let number = made.withLock { made in
            made += 1
            return made
        }
        let name = "story_\(number)"
        try await run("CREATE DATABASE \(name)")
        let outcome: Result<Value, any Error>
        do {
            let address = try Self.address(in: folder, name)
            outcome = .success(try await Self.$isInside.withValue(true) { try await story(address, name) })
        } catch {
            outcome = .failure(error)
        }
        try await run("DROP DATABASE \(name) WITH (FORCE)")
        return try outcome.get()
    }

    /// Runs a statement as the owner of the server.
    func run(_ text: String) async throws {
        try await admin.run { _ = try $0.execute(text) }
    }

    /// Limits for stories that run beside many others on a busy machine.
    static let patient: PostgresLimits = {
        var limits = PostgresLimits()
        limits.patience = .seconds(600)
        limits.lock = .seconds(60)
        limits.statement = .seconds(120)
        limits.commit = .seconds(60)
        return limits
    }()

    private static func address(in folder: String, _ name: String) throws -> PostgresAddress {
        try PostgresAddress("postgres://ruta@/\(name)?host=\(folder)")
    }

    private static let programs: String? = {
        let root = "/usr/lib/postgresql"
        let versions = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
        return versions.sorted { $0.localizedStandardCompare($1) == .orderedAscending }.last.map {
            "\(root)/\($0)/bin"
        }
    }()

    /// A folder of the account that may run a server: root may not.
    private static func makeFolder() throws -> String {
        let memory = "/dev/shm"
        let place =
            access(memory, W_OK) == 0
            ? memory : FileManager.default.temporaryDirectory.path(percentEncoded: false)
        var name = Array("\(place)/ruta-postgres-XXXXXX".utf8CString)
        try #require(mkdtemp(&name) != nil)
        let folder = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        if getuid() == 0 {
            let account = try #require(getpwnam("postgres"), "there is no account postgres")
            try #require(chown(folder, account.pointee.pw_uid, account.pointee.pw_gid) == 0)
        }
        return folder
    }

    /// Says `ready` and closes its output once the server answers; ends it when nobody holds the input any
    /// more.
    private static let script = """
        as() { if [ "$(id -u)" = 0 ]; then
            setpriv --reuid postgres --regid postgres --clear-groups "$@"; else "$@"; fi; }
        cd "$2"
        as "$1/initdb" -D "$2/data" -A trust -U ruta -E UTF8 --no-sync --no-instructions \\
            --locale=C.UTF-8 --locale-provider=icu --icu-locale=es >"$2/said" 2>&1 &&
        as "$1/pg_ctl" -D "$2/data" -w -s -l "$2/log" start \\
            -o "-c listen_addresses='' -c unix_socket_directories='$2' -c max_connections=400" >>"$2/said" 2>&1 &&
        echo ready || { cat "$2/said" "$2/log"; }
        exec >&-
        cat >/dev/null
        as "$1/pg_ctl" -D "$2/data" -m immediate -s stop
        cd / && rm -rf "$2"
        """
}
