public import ReferralDomain

/// What somebody asks to do with a case: the verbs of every button.
///
/// Ids are drawn by the client before the first try, so that the same act sent twice is one act.
public enum CaseAct: Hashable, Sendable {
    // The case as a whole.
    case claim
    case handOver(to: ActorID)
    case settleFact(String, String)
    case merge(into: CaseID)
    case addPerson(PersonID, PersonAge)
    case pause(obligation: String, reason: String, until: Instant)
    case resume(obligation: String)
    case takeWord(obligation: String)
    /// By hand, one rung above the last.
    case climb(obligation: String, Rung)
    case breakGlass(approvedBy: ActorID, reason: String)
    case reviewGlass(by: ActorID, verdict: String)
    case askClosing(reason: String)
    case close(reason: String)
    case reopen(reason: String)

    // Referrals.
    case refer([NewReferral])
    case referral(ReferralID, ReferralVerb)

    // The person.
    case person(PersonID, PersonVerb)

    /// A referral to be drafted and sent in the same act.
    public struct NewReferral: Hashable, Sendable {
        public let id: ReferralID
        public let draft: ReferralDraft
        public let channel: Channel

        public init(id: ReferralID, draft: ReferralDraft, channel: Channel) {
            self.id = id
            self.draft = draft
            self.channel = channel
        }
    }
}

/// What may be done with a referral. Which of these a role may do in which state is one table.
public enum ReferralVerb: Hashable, Sendable {
    case call(answered: Bool)
    case send(Channel)
    case deliver(Channel)
    case acknowledge(Proof, Channel)
    case accept
    case reject(reason: String, suggested: String?)
    case hold(reason: String, review: Instant)
    case resume
    case recall(reason: String)
    case receiveCustody(post: String)
    case complete(Evidence)
}

/// What may be done for or about a person.
public enum PersonVerb: Hashable, Sendable {
    case seal(field: String, Compartment, SealedBytes)
    case shred(reason: String)
    case settleAge(PersonAge)
    case takeCustody(Holder)
    case endCustody(reason: String)
    case giveConsent(Purpose, to: String)
    case refuseConsent(Purpose, to: String)
    case withdrawConsent(Purpose, to: String)
    case confirmStop(Purpose, by: String)
    case overrideConsent(Purpose, to: String, OverrideCode)
    /// Nil: the shortest that is allowed, thirty days.
    case startReflection(days: Int?)
    case requestStatement(by: String)
    case endReflection
    case setSafeContact(SafeContact)
    /// Asks whether a message may go now; refused where the rules of safe contact forbid it.
    case message(channel: String, namesInstitution: Bool)
    /// - by: the institution that told them; nil for the own one of whoever writes it down.
    case tellRights(language: String, by: String?, understood: Bool)
    case countRetelling(to: String, reason: String)
    case setGoal(String, responsible: String, due: PlainDate)
    case meetGoal(String)
    case doDuty(String, Evidence)
    case monitor(month: Int, Evidence)
    case askRelease(duty: String, reason: String)
    case release(duty: String, reason: String)
}
