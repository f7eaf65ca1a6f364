public import CaseRegister
public import ReferralDomain
import Sealing

/// Acknowledgement by somebody who has no account: a one-time link, six digits on the telephone, paper.
///
/// The journal is the truth: a link or a code is marked as used after its act is recorded, so that a crash
/// between the two never loses an answer and never makes a second act.
public struct AcknowledgementDesk: Sendable {
    let desk: CaseDesk
    let store: any AcknowledgementStore
    let keys: any UnitKeys
    let random: any RandomSource
    let clock: @Sendable () -> Instant

    /// How often six digits may be typed.
    public static let mostTries = 5

    public init(
        desk: CaseDesk, store: any AcknowledgementStore, keys: any UnitKeys, random: any RandomSource,
        clock: @escaping @Sendable () -> Instant
    ) {
        self.desk = desk
        self.store = store
        self.keys = keys
        self.random = random
        self.clock = clock
    }

    /// A referral that awaits its acknowledgement, for somebody who may see the case.
    ///
    /// - Throws: `.refused(.notNow)` where nothing is to be acknowledged.
    func awaiting(
        _ id: ReferralID, in caseID: CaseID, by acting: Acting
    ) async throws(AcknowledgementFailure) -> (CaseState, Referral) {
        let state = try await opened(caseID, as: acting)
        guard let referral = state.referral(id), [.operator, .caseManager].contains(acting.role) else {
            throw .desk(.refused(.unknown))
        }
        switch referral.state {
        case .called, .sent, .delivered: return (state, referral)
        case .drafted, .acknowledged, .accepted, .custodyReceived, .done, .onHold, .rejected, .recalled:
            throw .desk(.refused(.notNow(referral.state)))
        }
    }

    /// Acknowledges for somebody, with their name sealed to the unit that asked.
    func acknowledge(
        _ subject: AcknowledgementTicket.Subject, _ kind: Proof.Kind, by card: SignerCard, _ way: Way
    ) async throws(AcknowledgementFailure) -> CaseState {
        let card = try card.checked()
        guard let unit = way.state.unit else { throw .noKey }
        let sealed: SealedBytes
        do {
            guard let key = try await keys.publicKey(of: unit) else { throw AcknowledgementFailure.noKey }
            sealed = try card.sealed(to: key, case: subject.caseID, referral: subject.referral)
        } catch let fault as JournalFault {
            throw .desk(.fault(fault))
        } catch { throw .noKey }
        let proof = Proof(kind, by: sealed, of: subject.institution)
        return try await perform(.acknowledge(proof, way.channel), subject, by: way.acting)
    }

    /// By whom and over which channel, on the case as it was seen.
    struct Way {
        let acting: Acting
        let channel: Channel
        let state: CaseState
    }

    func perform(
        _ verb: ReferralVerb, _ subject: AcknowledgementTicket.Subject, by acting: Acting
    ) async throws(AcknowledgementFailure) -> CaseState {
        do {
            return try await desk.perform(.referral(subject.referral, verb), on: subject.caseID, by: acting)
        } catch { throw .desk(error) }
    }

    func opened(_ id: CaseID, as acting: Acting) async throws(AcknowledgementFailure) -> CaseState {
        do { return try await desk.open(id, as: acting) } catch { throw .desk(error) }
    }

    /// What the store answers, its faults among the failures of the desk.
    func stored<Value: Sendable>(
        _ ask: (any AcknowledgementStore) async throws(JournalFault) -> Value
    ) async throws(AcknowledgementFailure) -> Value {
        do { return try await ask(store) } catch { throw .desk(.fault(error)) }
    }
}

extension SignerCard {
    /// The card without needless spaces.
    ///
    /// - Throws: `.unsigned` where a name, a post or the institution is missing or too long.
    func checked() throws(AcknowledgementFailure) -> SignerCard {
        let parts = [name, post, institution].map(Self.trimmed)
        guard parts.allSatisfy({ !$0.isEmpty && $0.count <= Self.longest }),
            (document ?? "").count <= Self.longest
        else { throw .unsigned }
        return SignerCard(
            name: parts[0], post: parts[1], institution: parts[2], document: document.map(Self.trimmed))
    }

    private static func trimmed(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
