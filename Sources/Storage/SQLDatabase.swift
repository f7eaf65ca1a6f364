public import CaseRegister

/// A database that holds the register: many readers, one writer at a time, nothing acknowledged that could be
/// lost.
///
/// The stores know no other door than this one, so that they stand on either database.
public protocol SQLDatabase: Sendable {
    /// The fault that stopped all writes; nil while they are let through.
    var stoppedBy: JournalFault? { get }

    /// Runs one transaction and returns after its commit is on the disk; any error undoes all of it.
    ///
    /// The body may run again where the database asks for it, and so changes nothing outside.
    func write<Value: Sendable>(
        _ body: @escaping @Sendable (any SQLSession) throws -> Value
    ) async throws(JournalFault) -> Value

    /// Reads from one unchanging moment of the database, beside any writer.
    func read<Value: Sendable>(
        _ body: @escaping @Sendable (any SQLSession) throws -> Value
    ) async throws(JournalFault) -> Value

    /// Reads while the program starts.
    func readAtStart<Value>(_ body: (any SQLSession) throws -> Value) throws(JournalFault) -> Value

    /// Writes while the program starts.
    func writeAtStart<Value>(_ body: (any SQLSession) throws -> Value) throws(JournalFault) -> Value

    /// Removes what deleted rows left behind, as far as the database can.
    func forgetDeleted() async throws(JournalFault)

    /// Reads everything and says whether it is whole; for a nightly round, since it takes its time.
    ///
    /// - Throws: `.damaged` where it is so broken that it cannot even be checked.
    func isWhole() async throws(JournalFault) -> Bool

    /// Lets go of the database once running work has ended.
    func close() throws(JournalFault)
}
