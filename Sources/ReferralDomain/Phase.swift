/// The part of a route to which a step belongs, in the order in which a case goes through them.
public enum Phase: UInt8, CaseIterable, Comparable, Sendable {
    case safety
    case notify
    case prosecutor
    case protection
    case followUp

    public static func < (left: Phase, right: Phase) -> Bool { left.rawValue < right.rawValue }
}
