import CaseRegister

@testable import Storage

extension SQLDatabase {
    /// What a write failed with; nil where it was committed.
    func fault(writing body: @escaping @Sendable (any SQLSession) throws -> Void) async -> JournalFault? {
        do throws(JournalFault) {
            try await write(body)
            return nil
        } catch {
            return error
        }
    }
}
