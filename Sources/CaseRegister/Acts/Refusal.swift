public import ReferralDomain

/// Why the house says no to an act. Each is shown as words with the way forward; none carries content.
public enum Refusal: Error, Hashable, Sendable {
    /// Nobody has reported this case, or it is not the actor's to see. Both look the same.
    case unknown
    /// The role or the state does not allow the verb now.
    case notNow(ReferralState?)
    /// Another act came first: the version that was seen and the one that stands.
    case overtaken(seen: Int, stands: Int)
    case closed
    case notOwner
    /// The body is implicated and must not be told.
    case implicated(institution: String)
    /// Another body than the route's, without a coded reason.
    case reasonMissing
    /// A coded reason or another word that is none of the list.
    case notAWord(field: String)
    /// An adult has not agreed to this purpose and this recipient.
    case noConsent(Purpose, to: String)
    /// Agreement was asked again after a refusal, or withdrawn; the stop holds.
    case consentWithdrawn(Purpose, to: String)
    /// A child cannot be asked for this agreement, or an adult counts as a child nowhere.
    case countsAsChild
    case reflecting(until: Instant)
    case reflectionTooShort(leastDays: Int)
    case unsafeContact
    /// A declared time that lies ahead, or before the case.
    case declaredTime
    case dutiesOpen([String])
    /// The second person is the first one.
    case samePerson
    case shredded
    /// The clock is not running, or the rung was not reached.
    case notDue
    case tooLong(field: String)
}
