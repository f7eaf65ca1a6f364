import Crypto

/// SHA-256 (FIPS 180-4), the one digest of the house: of the catalogue, of the journal's chain, of assets.
public enum Fingerprint {
    public static func sha256(_ bytes: [UInt8]) -> [UInt8] {
        SHA256.hash(data: bytes).withUnsafeBytes { Array($0) }
    }
}
