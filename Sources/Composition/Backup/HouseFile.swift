import Storage

/// A file that lies beside the database and goes into a backup with it, by the end of its name.
///
/// The tombstones are not among them: they must be younger than any backup.
enum HouseFile: String, CaseIterable {
    case signingKey = ".signing-key"
    case oldReceiptKeys = ".old-receipt-keys"
    case appKeys = ".app-keys"
    case pushKey = ".push-key"
    case checkpoints = ".checkpoints"

    /// Where it lies: keys that every node was given in their folder, everything else beside the database.
    func path(in place: RegisterPlace) -> String {
        (self == .checkpoints ? place.data : place.keys.path) + rawValue
    }

    /// All of them in a house, whether they are there or not.
    static func all(in place: RegisterPlace) -> [RegisterBackup.File] {
        allCases.map { RegisterBackup.File(name: $0.rawValue, path: $0.path(in: place)) }
    }
}
