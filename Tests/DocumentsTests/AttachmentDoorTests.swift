import Foundation
import Subprocess
import SystemPackage
import Testing

@testable import Documents

/// Three hundred files that somebody sends by mistake or on purpose: each is refused in a word, or a plain picture comes out
/// in which nothing of its file is left but pixels. The decoder may die of one; the house does not.
struct AttachmentDoorTests {
    @Test func `three hundred hostile files are refused or become a picture and nothing else`() async throws {
        let files = try await HostileImages.files
        #expect(files.count >= 300)
        #expect(Set(files.map(\.name)).count == files.count, "two files of one name")
        let door = PillowDoor()
        let halves = [0, 1].map { half in
            files.enumerated().filter { $0.offset % 2 == half }.map(\.element)
        }
        async let first = Self.judge(halves[0], at: door)
        async let second = Self.judge(halves[1], at: door)
        let (findings, taken) = await (first.findings + second.findings, first.taken + second.taken)
        #expect(findings == [])
        #expect(taken > 60 && taken < files.count - 150, "\(taken)")
        #expect(files.count { Self.text($0.bytes).contains(HostileImages.canary) } > 100)
    }

    /// What is wrong with what came of these files, and how many were taken.
    private static func judge(
        _ files: [HostileImages.File], at door: PillowDoor
    ) async -> (findings: [String], taken: Int) {
        var (findings, taken) = ([String](), 0)
        for file in files {
            do throws(ImageRefusal) {
                let picture = try await door.plain(file.bytes)
                taken += 1
                findings += wrong(with: picture, of: file)
            } catch {
                if file.isTaken == true { findings.append("\(file.name): \(error)") }
                if error == .busy || error == .notInstalled { findings.append("\(file.name): \(error)") }
            }
        }
        return (findings, taken)
    }

    private static func wrong(with picture: PlainJPEG, of file: HostileImages.File) -> [String] {
        var wrong: [String] = []
        let markers = JPEGMarkers(picture.bytes)
        if file.isTaken == false { wrong.append("was taken") }
        if !markers.arePlain { wrong.append("markers \(markers.found), \(markers.behind) behind the end") }
        if text(picture.bytes).contains(HostileImages.canary) { wrong.append("the canary came out") }
        if picture.bytes.count > ImageLimits.keptBytes { wrong.append("\(picture.bytes.count) bytes") }
        if max(picture.width, picture.height) > ImageLimits.keptSide { wrong.append("too wide") }
        if let turn = file.turn, (picture.width > picture.height) != (turn < 5) {
            wrong.append("not turned: \(picture.width) by \(picture.height)")
        }
        return wrong.map { "\(file.name): \($0)" }
    }

    @Test func `a picture in which something was left is found, by both who look`() async throws {
        let files = try await HostileImages.files
        let first = try #require(files.first { $0.name == "yes not one point too many" })
        let plain = try await PillowDoor().plain(first.bytes).bytes
        #expect(PlainJPEG(checking: plain) != nil && JPEGMarkers(plain).arePlain)
        let plants: [(String, [UInt8])] = [
            (
                "a place",
                Array(plain.prefix(20)) + [0xFF, 0xE1, 0, 8] + Array("Exif\0\0".utf8) + plain.dropFirst(20)
            ),
            ("a comment", Array(plain.prefix(20)) + [0xFF, 0xFE, 0, 4, 65, 66] + plain.dropFirst(20)),
            ("a tail", plain + Array("PK".utf8)), ("no end", plain.dropLast(2)),
            ("a second scan", plain.dropLast(2) + [0xFF, 0xDA, 0, 2, 0xFF, 0xD9]),
        ]
        for (name, planted) in plants {
            #expect(PlainJPEG(checking: planted) == nil, "\(name)")
            #expect(!JPEGMarkers(planted).arePlain, "\(name)")
        }
        // Cameras write such ones: each of them must be found before it was drawn anew.
        for file in files where file.name.hasPrefix("yes turned") && file.name.hasSuffix("jpeg") {
            #expect(PlainJPEG(checking: file.bytes) == nil, "\(file.name)")
            #expect(!JPEGMarkers(file.bytes).arePlain && Self.text(file.bytes).contains(HostileImages.canary))
        }
    }

    @Test func `each kind of file is known by its beginning`() async throws {
        let expected: [(String, FileKind)] = [
            ("no other pdf", .pdf), ("no other docx", .archive), ("no other gzip", .archive),
            ("no other 7z", .archive), ("no other heic", .heic), ("no other avif", .heic),
            ("no other svg", .page), ("no other html", .page), ("no other svg behind a mark", .page),
            ("no other mp4", .film), ("no other webm", .film), ("no other avi", .film),
            ("no other gif", .otherImage), ("no other tiff", .otherImage), ("no other text", .unknown),
            ("no empty", .empty),
        ]
        let files = try await HostileImages.files
        for (name, kind) in expected {
            let file = try #require(files.first { $0.name == name }, "\(name)")
            #expect(FileKind(of: file.bytes) == kind, "\(name)")
            await #expect(throws: ImageRefusal.foreign(kind)) { try await PillowDoor().plain(file.bytes) }
        }
    }

    @Test func `what is too much is told apart from what is broken`() async throws {
        let expected: [(String, ImageRefusal)] = [
            ("no five megabytes and a byte", .tooLarge), ("no bomb black", .tooManyPixels),
            ("no jpeg bomb", .tooManyPixels), ("no webp bomb", .tooManyPixels),
            ("no one point too many", .tooManyPixels), ("no animated png", .animated),
            ("no animated webp", .animated), ("any cut jpeg 5", .unreadable),
        ]
        let files = try await HostileImages.files
        for (name, refusal) in expected {
            let file = try #require(files.first { $0.name == name }, "\(name)")
            await #expect(throws: refusal, "\(name)") { try await PillowDoor().plain(file.bytes) }
        }
    }

    @Test(arguments: [
        "import os; os.kill(os.getpid(), 9)", "import signal; signal.raise_signal(signal.SIGALRM)",
        "import os; os.abort()", "bytearray(1 << 60)", "pass", "print('x' * 2_000_000)",
        "raise SystemExit(3)",
        "import resource as r; r.setrlimit(r.RLIMIT_CPU, (1, 1))\nwhile True: pass",
    ])
    func `a decoder that dies is a refusal, and the next image is taken`(script: String) async throws {
        await #expect(throws: ImageRefusal.failed) {
            try await PillowDoor(python: Self.python, script: script).plain(Self.beginning)
        }
    }

    @Test func `a decoder that was taken over brings nothing else out`() async throws {
        let script = "import sys; sys.stdout.buffer.write(sys.stdin.buffer.read())"
        let camera = try #require(try await HostileImages.files.first { $0.name == "yes turned 6 jpeg" })
        await #expect(throws: ImageRefusal.failed) {
            try await PillowDoor(python: Self.python, script: script).plain(camera.bytes)
        }
    }

    @Test func `once locked the decoder opens no file and no connection, and starts nothing`() async throws {
        // The same script, up to where it begins to read; then what an intruder would try.
        let start = PillowDoor.script.replacing("\nmain()\n", with: "\n")
        #expect(start != PillowDoor.script)
        for locks in ["limit()", "lock()", "limit(); lock()"] {
            let script = start + Self.tries.replacing("LOCKS", with: locks)
            await #expect(throws: ImageRefusal.animated, "\(locks)") {
                try await PillowDoor(python: Self.python, script: script).plain(Self.beginning)
            }
        }
        await #expect(throws: ImageRefusal.failed, "without a lock the tries succeed") {
            let script = start + Self.tries.replacing("LOCKS", with: "pass")
            return try await PillowDoor(python: Self.python, script: script).plain(Self.beginning)
        }
    }

    /// Ends with a word that the door knows where every try was refused, and otherwise with one that it does not.
    private static let tries = """
        import os, socket
        LOCKS
        # Without the list of calls a program may still be started; it gets the same limits.
        starts = [os.fork] if "lock" in "LOCKS" else []
        for attempt in [lambda: os.open("/etc/passwd", 0), socket.socket, os.pipe] + starts:
            try:
                attempt()
            except OSError:
                continue
            sys.exit("succeeded")
        sys.exit("animated")
        """

    @Test func `a house without the program says so`() async {
        await #expect(throws: ImageRefusal.notInstalled) {
            try await PillowDoor(python: .path("/nowhere/python3")).plain(Self.beginning)
        }
        await #expect(throws: ImageRefusal.notInstalled) {
            try await PillowDoor(python: Self.python, script: "import no_such_module").plain(Self.beginning)
        }
    }

    private static let python = Executable.path("/usr/bin/python3")
    /// What the door takes for a JPEG at sight.
    private static let beginning: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0]

    /// Bytes in which plain words can be looked for.
    private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
