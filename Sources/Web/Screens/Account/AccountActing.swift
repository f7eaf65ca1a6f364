import Access
import CaseRegister
import ReferralDomain
import Sealing

/// Does what a form about accounts asks for, and says how it went.
struct AccountActing: Sendable {
    let accounts: AccountPorts
    let visitor: Visitor
    let token: String
    let address: String?

    struct Result: Sendable {
        var outcome: AccountModel.Outcome?
        var made: MadeOnce?
    }

    /// What somebody does with the own account.
    func own(_ form: FormFields) async -> Result {
        await outcome { () async throws -> Result in
            switch form[AccountRoutes.verbField].flatMap(AccountRoutes.Verb.init) {
            case .endSession:
                let session = form[AccountRoutes.sessionField] ?? ""
                try await accounts.sessions.end(session, of: visitor.acting.account)
                return Result(outcome: .ended)
            case .passphrase:
                try await accounts.desk.changePassphrase(
                    to: form[AccountRoutes.passphraseField] ?? "", holding: token)
                return Result(outcome: .changed)
            case .stepUp, .invite, .recovery: return try await shared(form)
            case .inviteAgain, .endAccount, .endSessions, .wake, .stopWaking, nil:
                throw AccountRefusal.notAllowed
            }
        }
    }

    /// What an administrator does with the accounts of the unit.
    func administered(_ form: FormFields) async -> Result {
        await outcome { () async throws -> Result in
            let id = form[AccountRoutes.accountField].flatMap(AccountCode.read)
            switch form[AccountRoutes.verbField].flatMap(AccountRoutes.Verb.init) {
            case .stepUp, .invite, .recovery: return try await shared(form)
            case .inviteAgain:
                guard let id else { throw AccountRefusal.unknown }
                return Result(made: .invitation(try await accounts.desk.inviteAgain(id, holding: token)))
            case .endAccount:
                guard let id else { throw AccountRefusal.unknown }
                try await accounts.desk.end(id, by: visitor)
                return Result(outcome: .done)
            case .endSessions:
                guard let id else { throw AccountRefusal.unknown }
                try await accounts.desk.endSessions(of: id, by: visitor)
                return Result(outcome: .done)
            case .endSession, .passphrase, .wake, .stopWaking, nil: throw AccountRefusal.notAllowed
            }
        }
    }

    private func shared(_ form: FormFields) async throws -> Result {
        if form[AccountRoutes.verbField] == AccountRoutes.Verb.stepUp.rawValue {
            try await accounts.sessions.stepUp(
                token, with: form[AccountRoutes.secretField] ?? "", from: address)
            return Result(outcome: .fresh)
        }
        if form[AccountRoutes.verbField] == AccountRoutes.Verb.recovery.rawValue {
            return Result(made: .recovery(try await accounts.desk.newRecoveryKey(holding: token).text))
        }
        guard let role = form[AccountRoutes.roleField].flatMap(Role.init) else {
            throw AccountRefusal.notAllowed
        }
        return Result(made: .invitation(try await accounts.desk.invite(role, holding: token)))
    }

    private func outcome(_ act: () async throws -> Result) async -> Result {
        do {
            return try await act()
        } catch let refusal as AccountRefusal {
            return Result(outcome: .init(refusal))
        } catch let refusal as EntryRefusal {
            return Result(outcome: .init(refusal))
        } catch {
            return Result(outcome: .broken)
        }
    }
}
