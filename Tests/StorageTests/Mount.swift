import Foundation
import Testing

/// A small disk in memory, which can be filled and made read-only without harm.
///
/// Needs the rights of root: where they are missing the tests fail and say so, since a disk that nobody has filled has
/// not been tried.
enum Mount {
    /// Runs a story on a disk of one megabyte.
    static func withDisk(_ story: (_ folder: String) async throws -> Void) async throws {
        try await World.withFolder { folder in
            let disk = folder + "/disk"
            try #require(mkdir(disk, 0o700) == 0)
            let isMounted = mount("tmpfs", disk, "tmpfs", 0, "size=2m") == 0
            try #require(isMounted, "a disk cannot be mounted: run the tests as root")
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
