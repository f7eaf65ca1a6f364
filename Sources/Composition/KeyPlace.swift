public import CaseRegister

/// Where the keys of a house lie: beside the path of its data, or in a folder that every node was given.
public struct KeyPlace: Hashable, Sendable {
    /// What the names of the files begin with.
    public let path: String
    /// Whether they were given: then they are only read, and never made, renewed or changed here.
    public let isGiven: Bool

    /// The keys of a house on one machine, made at its first start.
    public init(besideData data: String) {
        path = data
        isGiven = false
    }

    /// The keys of a house of many nodes: `house.signing-key`, `house.app-keys`, `house.push-key` where
    /// browsers are woken, and `house.old-receipt-keys` where there were others before.
    public init(givenIn folder: String) {
        path = folder + "/house"
        isGiven = true
    }

    /// The keys should have been given and are not there.
    public static let missing = JournalFault.other(code: "house-keys-missing")
    /// The keys are others than the house has: what this node signs or opens would not be the house's.
    public static let other = JournalFault.other(code: "house-keys-other")
}
