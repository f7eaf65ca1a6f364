/// A key that some screen declares: one enumeration a screen, its cases the words it needs.
public protocol TextKey: RawRepresentable<String>, CaseIterable, Sendable {}
