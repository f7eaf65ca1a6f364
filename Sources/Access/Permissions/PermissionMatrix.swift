import JSON
public import ReferralDomain

/// Which role may open which page: read from one file, which the tests read as well.
public struct PermissionMatrix: Sendable {
    /// By the name of the page.
    public let pages: [String: Set<Role>]

    /// The matrix that this program carries: `Permissions.json`.
    public static let carried = PermissionMatrix(reading: PackageResources.Permissions_json)

    /// Reads a matrix; what cannot be read gives nobody anything.
    init(reading bytes: [UInt8]) {
        let members = (try? JSON(parsing: bytes))?["pages"]?.object ?? []
        pages = Dictionary(
            members.map { member in
                (member.key, Set((member.value.array ?? []).compactMap(\.string).compactMap(Role.init)))
            }, uniquingKeysWith: { $0.intersection($1) })
    }

    /// Whether a role may open a page; a page that the matrix does not know is nobody's.
    public func mayOpen(_ page: String, as role: Role) -> Bool { pages[page]?.contains(role) ?? false }
}
