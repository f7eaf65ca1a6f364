public import CaseRegister

/// Where the results of drills are kept, in a practice house only.
public protocol DrillBook: Sendable {
    /// Keeps a result; the same id again changes nothing, and what stands is given back.
    func keep(_ result: DrillResult) async throws(JournalFault) -> DrillResult

    /// What was done under one code, the oldest first.
    func results(of shift: ShiftCode) async throws(JournalFault) -> [DrillResult]

    /// The newest drills of all codes, at most so many.
    func newest(_ most: Int) async throws(JournalFault) -> [DrillResult]
}
