/// Comparing secrets without telling by the time it took how far they agree.
public enum ConstantTime {
    /// Whether two byte strings are the same; only a difference in length returns early.
    public static func areEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        guard left.count == right.count else { return false }
        var difference: UInt8 = 0
        for position in left.indices { difference |= left[position] ^ right[position] }
        return difference == 0
    }

    /// Whether two texts have the same UTF-8 bytes; only a difference in length returns early.
    public static func areEqual(_ left: String, _ right: String) -> Bool {
        areEqual(Array(left.utf8), Array(right.utf8))
    }
}
