import Access
import CaseRegister
import HTTPTypes
import Hummingbird

/// The signature of somebody else on the page of a visitor: account, passphrase and six digits.
///
/// It opens no session. It waits and uses up the digits as entering does.
struct SecondSignature: Sendable {
    static let accountField = "firma-cuenta"
    static let passphraseField = "firma-clave"
    static let codeField = "firma-cifras"
    /// What is never shown again, nor carried from page to page.
    static let secretFields: Set<String> = [passphraseField, codeField]

    let accounts: AccountPorts
    /// Where the form came from; nil where nobody trustworthy says it.
    let address: String?

    init(_ accounts: AccountPorts, _ request: Request, _ settings: WebSettings) {
        self.accounts = accounts
        address = EnterRoutes.address(of: request, settings)
    }

    /// Who signed: somebody else of the visitor's unit, whose role may open the same page.
    ///
    /// - Throws: `SignatureFailure`; for wrong credentials never which part was wrong.
    func account(
        _ fields: FormFields, beside visitor: Visitor, on page: PagePattern
    ) async throws(SignatureFailure) -> Account {
        let typed = fields[Self.accountField] ?? ""
        guard AccountCode.read(typed) != visitor.acting.account else { throw .samePerson }
        let credentials = Credentials(
            account: typed, passphrase: fields[Self.passphraseField] ?? "",
            code: fields[Self.codeField] ?? "", isShared: false)
        let signer: Account
        do {
            signer = try await accounts.entrance.verify(credentials, from: address)
        } catch { throw .entry(error) }
        guard signer.id != visitor.acting.account else { throw .samePerson }
        guard signer.unit == visitor.acting.unit, let permission = page.permission,
            PermissionMatrix.carried.mayOpen(permission, as: signer.role)
        else { throw .otherUnit }
        return signer
    }
}

/// Why a second person did not sign.
enum SignatureFailure: Error, Equatable {
    case samePerson
    /// The credentials are right, but the unit or the role is another.
    case otherUnit
    case entry(EntryRefusal)

    /// The status that goes with it.
    var status: HTTPResponse.Status {
        switch self {
        case .samePerson, .otherUnit, .entry(.refused): .unprocessableContent
        case .entry(.wait), .entry(.busy): .tooManyRequests
        case .entry(.fault): .serviceUnavailable
        }
    }
}
