public import CaseRegister
public import Catalog
import Foundation
import ReferralDomain
import Sealing
import Storage
import Web

/// The signed bundle of a catalogue as one file: what phones take from `/app/paquete`.
public enum BundleFile {
    /// The bytes of the bundle.
    ///
    /// - Parameter data: the database beside which the keys lie. Without one the bundle is signed with a key that is
    ///   thrown away: good for measuring and for tests, and refused by every phone.
    /// - Throws: what keeps the keys from being read.
    public static func bytes(of catalog: ProtocolCatalog, keysBeside data: String?) throws(JournalFault)
        -> [UInt8]
    {
        let now = SystemClock.now()
        do {
            if let data {
                let keys = try AppKeyFile.open(
                    in: KeyPlace(besideData: data), random: SystemRandom(), at: now)
                return try bundle(of: catalog, keys.intake.current.publicKey, now, keys.bundle)
            }
            let passing = try BundleSigner(privateRaw: [1] + SystemRandom().bytes(BundleSigner.length - 1))
            return try bundle(of: catalog, passing.publicKey, now, passing)
        } catch let fault as JournalFault {
            throw fault
        } catch {
            throw .damaged
        }
    }

    private static func bundle(
        of catalog: ProtocolCatalog, _ intake: PointKey, _ now: Instant, _ signer: BundleSigner
    ) throws(SealingFault) -> [UInt8] {
        try AppBundle(of: catalog, sealedTo: intake, since: now, made: now, signer: signer).bytes
    }
}
