import CaseRegister
import HTTPTypes

/// The page of an emergency access: what was typed comes back, but never a secret.
struct EmergencyModel: Sendable {
    let id: CaseID
    /// The code of the reason, empty where none was chosen.
    let reason: String
    /// The account of the second person, as it was typed.
    let account: String
    /// Why the case was not opened; nil before the first try.
    var failure: EmergencyFailure?

    /// The list of reasons.
    static let reasons = "glass-reasons"
    static let reasonField = ActField.reason.rawValue

    init(id: CaseID, _ fields: FormFields? = nil) {
        self.id = id
        reason = fields?[Self.reasonField] ?? ""
        account = fields?[SecondSignature.accountField] ?? ""
    }
}

/// Why a case was not opened in an emergency.
enum EmergencyFailure: Error, Equatable {
    case reasonMissing
    case signature(SignatureFailure)
    /// Three times within one hour.
    case tooOften
    /// There is no such case, or it is not for this visitor: the same words for both.
    case refused
    case broken

    /// The status that goes with it.
    var status: HTTPResponse.Status {
        switch self {
        case .reasonMissing, .refused: .unprocessableContent
        case .signature(let failure): failure.status
        case .tooOften: .tooManyRequests
        case .broken: .serviceUnavailable
        }
    }
    /// The word for it in the auditor's log.
    var word: String {
        switch self {
        case .reasonMissing: "reason-missing"
        case .signature(.samePerson): "same-person"
        case .signature(.otherUnit): "other-unit"
        case .signature(.entry): "signature"
        case .tooOften: "too-often"
        case .refused: "refused"
        case .broken: "broken"
        }
    }
}
