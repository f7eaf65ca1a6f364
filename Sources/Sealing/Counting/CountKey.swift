import Crypto

/// The secret of one institution for one count: a scalar of P-256 with which points are blinded.
///
/// It is made for one count and thrown away after it. Blinding commutes: what one institution blinds and the other
/// blinds again is the same in either order, so equal persons meet and nobody can unblind the other's points.
public struct CountKey: Sendable {
    private let scalar: P256.KeyAgreement.PrivateKey

    /// A key from 32 random bytes; nil where they are no scalar, which happens once in four thousand million tries.
    public init?(random bytes: [UInt8]) {
        guard let scalar = try? P256.KeyAgreement.PrivateKey(rawRepresentation: bytes) else { return nil }
        self.scalar = scalar
    }

    /// As it lies in its file.
    public var bytes: [UInt8] { Array(scalar.rawRepresentation) }

    /// The person's point, blinded once.
    public func blinded(_ token: CountToken, in session: CountSession) -> CountPoint {
        var counter: UInt32 = 0
        while true {
            // Half of all hashes are the place of a point: the first one is taken, the same for everybody.
            let fields = ["ruta-count-1", session.text, String(counter), token.text]
            let place = Array(SHA256.hash(data: Netstrings.bytes(of: fields)))
            if let point = CountPoint(place), let blinded = try? blinded(point) { return blinded }
            counter += 1
        }
    }

    /// A point blinded once more.
    ///
    /// - Throws: where it is no point of the curve.
    public func blinded(_ point: CountPoint) throws -> CountPoint {
        let shared = try scalar.sharedSecretFromKeyAgreement(with: point.publicKey())
        guard let blinded = CountPoint(shared.withUnsafeBytes { Array($0) }) else {
            throw CryptoKitError.incorrectParameterSize
        }
        return blinded
    }
}
