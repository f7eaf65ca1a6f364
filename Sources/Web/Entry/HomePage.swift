import ReferralDomain

/// The page on which each role begins.
enum HomePage {
    static func of(_ role: Role) -> PagePattern {
        switch role {
        case .operator, .caseManager: .queue
        case .officer: .inbox
        case .coordinator: .board
        case .administrator: .accounts
        case .auditor: .log
        case .privacyOfficer: .reviews
        case .sereno: .reports
        case .analyst: .account
        }
    }
}
