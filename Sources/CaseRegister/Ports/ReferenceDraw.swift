public import ReferralDomain

/// Draws references until one is free.
public struct ReferenceDraw: Sendable {
    private let random: any RandomSource

    public init(from random: any RandomSource) { self.random = random }

    /// A reference that no case has yet.
    ///
    /// There are seventeen thousand million of them, so a second try is rare and a thirtieth means that the
    /// source is not random at all.
    ///
    /// - Throws: `.other` where no free reference was found, and what `isTaken` throws.
    public func reference(
        unless isTaken: (CaseReference) throws(JournalFault) -> Bool
    ) throws(JournalFault) -> CaseReference {
        for _ in 0..<Self.tries {
            let bytes = random.bytes(Self.bytesNeeded)
            guard bytes.count >= Self.bytesNeeded else { break }
            let reference = CaseReference(random: bytes)
            if try !isTaken(reference) { return reference }
        }
        throw .other(code: "no-free-reference")
    }

    private static let tries = 30
    private static let bytesNeeded = 2 * (CaseReference.length - 1)
}
