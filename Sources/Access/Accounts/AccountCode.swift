public import CaseRegister
public import ReferralDomain

/// The code that an account is called by: two letters of the role and a number, such as `OP-12`.
public enum AccountCode {
    /// The account of a code as somebody types it: case and spaces do not matter; nil where it is none.
    public static func read(_ typed: String) -> ActorID? {
        let text = typed.filter { $0 != " " }.uppercased()
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].utf8.count == 2, (2...4).contains(parts[1].utf8.count),
            parts[0].utf8.allSatisfy({ (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }),
            parts[1].utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
        else { return nil }
        return try? ActorID(reading: text)
    }

    /// The first code of a role whose number no account and no open invitation has had.
    ///
    /// - Parameter taken: every code that was ever given.
    public static func next(for role: Role, after taken: some Sequence<ActorID>) -> ActorID? {
        let start = letters(of: role) + "-"
        let numbers = taken.compactMap { id in
            id.text.hasPrefix(start) ? Int(id.text.dropFirst(start.count)) : nil
        }
        let number = String((numbers.max() ?? 0) + 1)
        return read(start + (number.utf8.count < 2 ? "0" : "") + number)
    }

    /// The role that the letters of a code stand for; nil where it is the code of no account.
    public static func role(of id: ActorID) -> Role? {
        guard let read = read(id.text), read == id else { return nil }
        return Role.allCases.first { id.text.hasPrefix(letters(of: $0) + "-") }
    }

    private static func letters(of role: Role) -> String {
        switch role {
        case .sereno: "SE"
        case .operator: "OP"
        case .caseManager: "GC"
        case .officer: "OF"
        case .coordinator: "ST"
        case .analyst: "AN"
        case .administrator: "AD"
        case .auditor: "AU"
        case .privacyOfficer: "PR"
        }
    }
}
