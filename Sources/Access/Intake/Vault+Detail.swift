import CaseRegister
import Sealing

extension Vault {
    /// Opens the detail of a report, once the log says who opened it and why.
    ///
    /// - Throws: as `reveal`; `.notHeld` for whoever is not of the unit that it is sealed to.
    public func revealDetail(
        of record: IntakeRecord, because reason: String, by holder: KeyHolder
    ) async throws(VaultFault) -> RevealedText {
        guard let detail = record.detail, record.unit == holder.acting.unit else { throw .notHeld }
        let words = [record.id.text, Self.detailField]
        let leaf = try await admitReveal(of: words, because: reason, by: holder)
        do throws(VaultFault) {
            guard let keys = holder.keys else { throw .notHeld }
            let text = try sealing { () throws(SealingFault) in
                try keys.openText(detail.bytes, in: ReportIntake.place(of: record.id))
            }
            return RevealedText(text: String(decoding: text, as: UTF8.self), leaf: leaf)
        } catch {
            try await note(.revealFailed, on: words, because: reason, by: holder.acting)
            throw error
        }
    }

    private static let detailField = "report-detail"
}
