import CaseRegister
import Foundation
import Sealing
import Storage

/// Compares the journal with the last signed ends beside its database, quickly enough for every start.
///
/// It looks at the hashes that stand in the rows; whether they are right is the work of `ruta journal verify`.
struct CheckpointTail: Sendable {
    let data: String
    let signer: ReceiptSigner

    /// What the ends say against the journal; nil where they agree or there are none.
    func alarm(of journal: StoredCaseJournal) async -> JournalAlarm? {
        guard let path = JournalRoom.checkpoints(besideData: data) else { return nil }
        let anchors: [JournalAnchor]
        do {
            anchors = try ends(in: path)
        } catch JournalCheckpoint.Misread.signature {
            return .foreign
        } catch {
            return .unreadable
        }
        guard let ends = try? await journal.head()?.position ?? 0 else { return nil }
        guard let signed = anchors.map(\.position).max() else { return nil }
        if let changed = try? await journal.firstContradiction(of: anchors) {
            return .rewritten(position: changed)
        }
        return ends < signed ? .rolledBack(ends: ends, signed: signed) : nil
    }

    /// The last ends of the file, some hundred of them.
    private func ends(in path: String) throws -> [JournalAnchor] {
        let file = try FileHandle(forReadingFrom: URL(filePath: path))
        defer { try? file.close() }
        let length = try file.seekToEnd()
        try file.seek(toOffset: length > Self.mostRead ? length - Self.mostRead : 0)
        var text = String(decoding: try file.readToEnd() ?? Data(), as: UTF8.self)
        if length > Self.mostRead, let border = text.range(of: "\n\n") {
            text = String(text[border.upperBound...])
        }
        let keys = try HouseSigner.old(beside: data).accepting(signer.publicKey)
        return try JournalCheckpoint.all(in: text) { keys.isSignature($1, of: $0) }.map(\.anchor)
    }

    private static let mostRead: UInt64 = 1 << 16
}
