import CaseRegister

/// Why the server or the way to it refused; codes only, since the words of a server may quote what was
/// stored.
enum PostgresError: Error, Equatable {
    /// Nobody answered where the server should be, or it did not let us in.
    case noConnection
    /// The connection is lost; what was not committed is undone.
    case gone
    /// The connection was lost after a commit was asked for: nobody here knows whether it happened.
    case commitUnanswered
    /// The server refused with this SQLSTATE, five characters.
    case refused(state: String)

    /// Whether the transaction surely left nothing behind and may succeed when it is run again.
    var mayBeRepeated: Bool {
        switch self {
        case .gone: true
        case .noConnection, .commitUnanswered: false
        case .refused(let state): ["40001", "40P01"].contains(state)
        }
    }

    /// Whether what the server stores can no longer be trusted.
    ///
    /// A full disk is none of this: the server undoes the transaction and goes on, and where it cannot sync
    /// its log it stops itself.
    var isOfStorage: Bool {
        guard case .refused(let state) = self else { return false }
        return ["XX001", "XX002", "58030"].contains(state)
    }

    /// The same for whoever asked the register.
    var fault: JournalFault {
        switch self {
        case .noConnection: .other(code: "postgres-no-connection")
        case .gone: .other(code: "postgres-gone")
        case .commitUnanswered: .other(code: "postgres-commit-unanswered")
        case .refused(let state): Self.faults[state] ?? .other(code: "postgres-" + state)
        }
    }

    private static let faults: [String: JournalFault] = [
        "40001": .locked, "40P01": .locked, "55P03": .locked, "53300": .locked, "57P03": .locked,
        "25006": .readOnly, "42501": .readOnly, "53100": .diskFull,
        "XX001": .damaged, "XX002": .damaged,
    ]
}
