import Access
import CaseRegister
import ReferralDomain
import Sealing

/// What the control centre sees where it asks for an acknowledgement.
struct ProofModel: Sendable {
    let head: StaffHead
    let visit: ProofVisit
    let outcome: Outcome
    /// What was typed in the last try.
    let form: ProofForm?
    /// What was signed of this referral, in the order in which it happened.
    var receipts: [SignedReceipt] = []
    let now: Instant

    /// What came of the last try.
    enum Outcome: Sendable {
        case nothing
        /// Shown once.
        case link(String, code: String)
        /// Shown once.
        case code(String)
        case failed(AcknowledgementFailure, ProofAct)
        /// Who acknowledged, for one look.
        case signer(RevealedSigner)
        /// Who acknowledged stays under lock.
        case locked(VaultFault)
    }
}

/// One referral whose receiver must say who has it.
struct ProofVisit: Sendable {
    let visitor: Visitor
    let caseID: CaseID
    let reference: CaseReference
    let referral: Referral

    /// Whether nobody of the receiver has been named yet.
    var isAwaited: Bool {
        switch referral.state {
        case .called, .sent, .delivered: true
        case .drafted, .acknowledged, .accepted, .custodyReceived, .done, .onHold, .rejected, .recalled: false
        }
    }
}

/// What the control centre may ask for: the value of the field with the verb.
enum ProofAct: String, CaseIterable, Sendable {
    case link, call, spoken, paper
    /// Who acknowledged, with a reason.
    case signer
}

/// What the operator typed.
struct ProofForm: Equatable, Sendable {
    let typed, name, post, institution, document: String

    init(_ fields: FormFields) {
        func field(_ name: String) -> String { String((fields[name] ?? "").prefix(SignerCard.longest)) }
        typed = field(Self.typedField)
        name = field(Self.nameField)
        post = field(Self.postField)
        institution = field(Self.institutionField)
        document = field(Self.documentField)
    }

    func card(withDocument: Bool) -> SignerCard {
        SignerCard(
            name: name, post: post, institution: institution, document: withDocument ? document : nil)
    }

    static let typedField = "cifras"
    static let nameField = "nombre"
    static let postField = "cargo"
    static let institutionField = "entidad"
    static let documentField = "documento"
}
