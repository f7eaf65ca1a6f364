import CaseRegister
import Foundation
import Sealing
import Storage

/// Whether the keys of a house are there, closed to others, and those that signed the ends of its journal.
struct KeyProbe {
    let place: RegisterPlace

    /// - Parameter head: the end of the journal; a house without an entry needs no keys yet.
    func findings(head: JournalAnchor?) -> [DoctorFinding] {
        guard head != nil else { return [.keys] }
        if let fault = HouseFile.keys.lazy.compactMap(fault(of:)).first { return [fault] }
        guard let signer = try? ReceiptKeyFile(besideData: place.data).signer() else {
            return [.keyDamaged(path: HouseSigner.path(beside: place.data))]
        }
        do {
            let anchors = try CheckpointTail(data: place.data, signer: signer).ends()
            return [.keys, try isContradicted(by: anchors, head) ? .journalContradicted : nil].compactMap(
                \.self)
        } catch JournalCheckpoint.Misread.signature {
            return [.keyForeign(path: HouseSigner.path(beside: place.data))]
        } catch {
            return [.keys, .journalContradicted]
        }
    }

    private func fault(of file: HouseFile) -> DoctorFinding? {
        let path = place.data + file.rawValue
        guard let found = try? FileManager.default.attributesOfItem(atPath: path),
            let mode = found[.posixPermissions] as? NSNumber
        else { return .keyMissing(path: path) }
        return mode.intValue & 0o077 == 0 ? nil : .keyOpen(path: path)
    }

    /// Whether another hash stands where a signed end says, or nothing any more.
    private func isContradicted(by anchors: [JournalAnchor], _ head: JournalAnchor?) throws -> Bool {
        if anchors.contains(where: { $0.position > head?.position ?? 0 }) { return true }
        return try place.journal().contradicts(anchors)
    }
}

extension HouseFile {
    /// Those without which the house is not the house.
    fileprivate static let keys = [HouseFile.signingKey, .appKeys]
}
