import CaseRegister

extension ReportJournal {
    /// What a report was refused with; nil where it was acknowledged.
    func refusal(of report: StreetReport) async -> JournalFault? {
        do throws(JournalFault) {
            _ = try await record(report, stamp: .street(at: 1))
            return nil
        } catch {
            return error
        }
    }
}
