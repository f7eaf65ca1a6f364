import Access
import CaseRegister
import HTTPTypes
import ReferralDomain

/// The page of the exact search: what was typed where it was refused, or what was found.
struct SearchModel {
    let head: StaffHead
    var typed: Typed?
    var outcome: Outcome?

    /// What was typed, kept only where nothing was searched.
    struct Typed: Equatable {
        let field: String
        let text: String
        let reason: String
    }

    enum Outcome {
        /// The cases that the visitor may see; none looks the same as one that may not be seen.
        case found([Found])
        case refused(Refusal)
    }

    struct Found: Equatable {
        let id: CaseID
        let code: String
    }

    enum Refusal {
        case text, field, limit, fault, noKey

        init(_ fault: VaultFault) {
            switch fault {
            case .notIndexable: self = .text
            case .unknownReason: self = .field
            case .overLimit, .stepUpNeeded: self = .limit
            case .notHeld, .noReceiver, .lastHolder, .shredded: self = .noKey
            case .unreadable, .fault: self = .fault
            }
        }
    }

    var status: HTTPResponse.Status {
        guard case .refused(let refusal) = outcome else { return .ok }
        return switch refusal {
        case .text, .field: .unprocessableContent
        case .limit: .tooManyRequests
        case .fault: .serviceUnavailable
        case .noKey: .forbidden
        }
    }
}
