/// Where a sealed text belongs: it opens in the same place only.
///
/// Two rows whose envelopes were swapped do not open, although both keys are at hand.
public struct SealingContext: Hashable, Sendable {
    /// The netstrings of the parts.
    let bytes: [UInt8]

    /// A place, from the large to the small: table, case, person, field.
    public init(_ parts: String...) { self.init(parts: parts) }

    /// A place whose parts are in a list.
    public init(parts: [String]) { bytes = Netstrings.bytes(of: ["ruta-context-1"] + parts) }
}
