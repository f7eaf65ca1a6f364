import CKernel
import Foundation

/// How the disk under a folder takes writes, as far as it can be seen from a program.
public struct DiskProbe: Sendable {
    /// A clock that only goes forward, in nanoseconds.
    let nanoseconds: @Sendable () -> UInt64
    /// Sends a file to the disk.
    let sync: @Sendable (Int32) -> Int32
    /// How many bytes are free under a folder; nil where nobody says.
    let free: @Sendable (String) -> Int64?

    /// The machine's own.
    public static let system = DiskProbe(
        nanoseconds: SystemClock.nanoseconds, sync: { fdatasync($0) },
        free: { path in
            let found = try? FileManager.default.attributesOfFileSystem(forPath: path)
            return (found?[.systemFreeSize] as? NSNumber)?.int64Value
        })

    func findings(in folder: String) -> [DoctorFinding] { [syncs(in: folder), space(in: folder)] }

    /// The median of some writes that were each sent to the disk.
    private func syncs(in folder: String) -> DoctorFinding {
        if Self.memory.contains(kernel_file_system_kind(folder)) { return .inMemory(path: folder) }
        let path = folder + "/.ruta-doctor"
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { return .syncsUnknown(path: folder) }
        defer {
            close(descriptor)
            unlink(path)
        }
        let block = [UInt8](repeating: 0x55, count: Self.blockLength)
        var times: [UInt64] = []
        for _ in 0..<Self.rounds {
            guard write(descriptor, block, block.count) == block.count else {
                return .syncsUnknown(path: folder)
            }
            let start = nanoseconds()
            guard sync(descriptor) == 0 else { return .syncsUnknown(path: folder) }
            times.append(nanoseconds() - start)
        }
        let median = Int64(times.sorted()[times.count / 2] / 1_000)
        if median < Self.impossible { return .syncsTooFast(microseconds: median) }
        return median < Self.doubtful ? .syncsFast(microseconds: median) : .syncs(microseconds: median)
    }

    private func space(in folder: String) -> DoctorFinding {
        guard let free = free(folder) else { return .spaceUnknown(path: folder) }
        let mebibytes = free >> 20
        return mebibytes < Self.leastMebibytes
            ? .spaceLow(mebibytes: mebibytes) : .space(mebibytes: mebibytes)
    }

    private static let rounds = 64
    private static let blockLength = 4_096
    /// In microseconds: a command to a disk and its answer alone take longer, whatever the disk.
    private static let impossible: Int64 = 10
    /// In microseconds: flash without a protected cache takes longer to write.
    private static let doubtful: Int64 = 300
    private static let leastMebibytes: Int64 = 1_024
    /// The kernel's numbers of tmpfs and ramfs (`man 2 statfs`).
    private static let memory: Set<Int64> = [0x0102_1994, 0x8584_58F6]
}
