import CaseRegister
import Foundation
import Sealing
import Storage

/// Whether the keys of a house are there, closed to others, and those that signed the ends of its journal.
struct KeyProbe {
    let place: RegisterPlace

    /// What is found of the keys, and of the journal that they signed.
    ///
    /// - Parameter head: the end of the journal; a house without an entry has no keys yet.
    func findings(head: JournalAnchor?) -> [DoctorFinding] {
        guard let head else { return [.keysNotYet, .journalUnknown] }
        if let fault = HouseFile.keys.lazy.compactMap(fault(of:)).first { return [fault, .journalUnknown] }
        let path = HouseSigner.path(beside: place.keys.path)
        guard let signer = try? ReceiptKeyFile(in: place.keys).signer() else {
            return [.keyDamaged(path: path), .journalUnknown]
        }
        do {
            let anchors = try CheckpointTail(data: place.data, keys: place.keys, signer: signer).ends()
            if try isContradicted(by: anchors, head) { return [.keys, .journalContradicted] }
            return [.keys, anchors.isEmpty ? .journalUnknown : .journal(position: head.position)]
        } catch JournalCheckpoint.Misread.signature {
            return [.keyForeign(path: path), .journalUnknown]
        } catch {
            return [.keys, .journalContradicted]
        }
    }

    private func fault(of file: HouseFile) -> DoctorFinding? {
        let path = file.path(in: place)
        guard let found = try? FileManager.default.attributesOfItem(atPath: path),
            let mode = found[.posixPermissions] as? NSNumber
        else { return .keyMissing(path: path) }
        return mode.intValue & 0o077 == 0 ? nil : .keyOpen(path: path)
    }

    /// Whether another hash stands where a signed end says, or nothing any more.
    private func isContradicted(by anchors: [JournalAnchor], _ head: JournalAnchor) throws -> Bool {
        if anchors.contains(where: { $0.position > head.position }) { return true }
        return try place.journal().contradicts(anchors)
    }
}

extension HouseFile {
    /// Those without which the house is not the house.
    fileprivate static let keys = [HouseFile.signingKey, .appKeys]
}
