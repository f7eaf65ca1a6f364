import Storage

/// A file that lies beside the database and goes into a backup with it, by the end of its name.
///
/// The tombstones are not among them: they must be younger than any backup.
enum HouseFile: String, CaseIterable {
    case signingKey = ".signing-key"
    case oldReceiptKeys = ".old-receipt-keys"
    case appKeys = ".app-keys"
    case checkpoints = ".checkpoints"

    /// All of them beside a database, whether they are there or not.
    static func all(beside data: String) -> [RegisterBackup.File] {
        allCases.map { RegisterBackup.File(name: $0.rawValue, path: data + $0.rawValue) }
    }
}
