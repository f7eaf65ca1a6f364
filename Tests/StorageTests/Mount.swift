import Foundation
import Testing

/// A small disk in memory, which can be filled and made read-only without harm. Needs the rights of root.
enum Mount {
    /// Whether this machine lets us make one.
    static let isPossible: Bool = {
        let folder = FileManager.default.temporaryDirectory.path + "/ruta-mount-\(getpid())"
        guard mkdir(folder, 0o700) == 0 else { return false }
        defer { rmdir(folder) }
        guard mount("tmpfs", folder, "tmpfs", 0, "size=64k") == 0 else { return false }
        return umount2(folder, Int32(MNT_DETACH)) == 0
    }()

    /// Runs a story on a disk of one megabyte.
    static func withDisk(_ story: (_ folder: String) async throws -> Void) async throws {
        try await World.withFolder { folder in
            let disk = folder + "/disk"
            try #require(mkdir(disk, 0o700) == 0)
            try #require(mount("tmpfs", disk, "tmpfs", 0, "size=1m") == 0)
            defer { umount2(disk, Int32(MNT_DETACH)) }
            try await story(disk)
        }
    }

    /// Makes a disk read-only.
    static func makeReadOnly(_ disk: String) throws {
        let flags = UInt(MS_REMOUNT) | UInt(MS_RDONLY)
        try #require(mount("tmpfs", disk, "tmpfs", flags, nil) == 0)
    }
}
