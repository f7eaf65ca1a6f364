public import Catalog
import JSON
public import ReferralDomain
public import Sealing

/// The signed catalogue that phones take: two lines, a header and the content.
public struct AppBundle: Sendable {
    public var bytes: [UInt8] { packed.plain }
    /// The content line alone, to see whether another bundle says anything new.
    let content: [UInt8]
    let packed: Packed
    let tag: String

    /// How many bytes a bundle may have, so that the slowest network carries it.
    public static let mostBytes = 200_000

    /// Composes and signs.
    ///
    /// - Parameters:
    ///   - since: since when the catalogue is in force.
    ///   - made: later than that of every bundle before; phones take nothing else.
    /// - Throws: never for a key that was read.
    public init(
        of catalog: ProtocolCatalog, sealedTo intake: PointKey, since: Instant, made: Instant,
        signer: BundleSigner
    ) throws(SealingFault) {
        try self.init(
            content: BundleContent(catalog: catalog, intake: intake, since: since).json.bytes(.canonical),
            version: catalog.edition.version, made: made, signer: signer)
    }

    init(content: [UInt8], version: String, made: Instant, signer: BundleSigner) throws(SealingFault) {
        let hash = HashText.sha256(of: content)
        let milliseconds = made.millisecondsSinceEpoch
        let signature = try signer.sign("ruta-bundle-1\n\(version)\n\(milliseconds)\n\(hash)")
        let header: JSON = [
            "format": 1, "hash": .string(hash), "key": .string(signer.publicKey.id),
            "made": .integer(milliseconds), "signature": .string(signature), "version": .string(version),
        ]
        packed = Packed(header.bytes(.canonical) + [UInt8(ascii: "\n")] + content + [UInt8(ascii: "\n")])
        self.content = content
        tag = "\"\(hash.prefix(16))-\(milliseconds)\""
    }
}
