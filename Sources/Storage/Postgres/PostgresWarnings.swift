import CPQ

/// Counts what a server remarks beside its answers, at the level of a warning and above.
///
/// Its words may quote what is stored, so that nothing of them is kept. It is a class because libpq keeps its
/// address for as long as the connection is open.
final class PostgresWarnings {
    private(set) var count = 0

    /// Listens on a connection, which must be closed before this goes.
    func count(on connection: OpaquePointer) {
        let address = Unmanaged.passUnretained(self).toOpaque()
        _ = PQsetNoticeReceiver(
            connection,
            { address, result in
                guard let address, let result, PostgresWarnings.isWarning(result) else { return }
                Unmanaged<PostgresWarnings>.fromOpaque(address).takeUnretainedValue().count += 1
            }, address)
    }

    /// Whatever language the server speaks.
    private static func isWarning(_ result: OpaquePointer) -> Bool {
        guard let severity = PQresultErrorField(result, severityField) else { return false }
        return String(cString: severity) == "WARNING"
    }

    /// PG_DIAG_SEVERITY_NONLOCALIZED, which is a macro of a character.
    private static let severityField = CInt(UInt8(ascii: "V"))
}
