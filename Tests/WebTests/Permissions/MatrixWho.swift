import CaseRegister

/// Who asks: a member, nobody, or a member whose session has ended.
enum MatrixWho: Sendable {
    case member(StaffMember)
    case nobody
    case ended(StaffMember)

    /// Everybody of the town, and those without a session.
    ///
    /// Nobody comes first: what a public page counts, it has then not counted for others.
    static let everybody = [.nobody] + StaffMember.everybody.map(MatrixWho.member) + [.ended(.operator)]

    var name: String {
        switch self {
        case .member(let member): member.acting.account.text
        case .nobody: "nobody"
        case .ended(let member): member.acting.account.text + " after the end"
        }
    }

    /// Who has a live session.
    var acting: Acting? {
        guard case .member(let member) = self else { return nil }
        return member.acting
    }

    var isNobody: Bool {
        if case .nobody = self { return true }
        return false
    }

    /// What the cookie holds.
    var token: String? {
        switch self {
        case .member(let member): member.token + ".fresh"
        case .nobody: nil
        case .ended(let member): "ended-" + member.token
        }
    }

    /// The token of the forms of a live session.
    var formToken: String? {
        guard case .member(let member) = self else { return nil }
        return member.formToken
    }
}
