import CaseRegister

/// Every kind of event there is. A new event does not compile here until it has a kind, and its kind needs a sample.
enum EventKind: CaseIterable {
    case sightingReported, sightingAmended, fileClaimed, fileHandedOver, fileFactSettled, fileMerged
    case filePersonAdded, fileLadderClimbed, fileObligationPaused, fileObligationResumed
    case fileWordReceived, fileGlassBroken, fileGlassReviewed, fileClosingAsked, fileClosed
    case fileReopened, referralDrafted, referralCalled, referralSent, referralDelivered
    case referralUndelivered, referralAcknowledged, referralAccepted, referralRejected, referralHeld,
        referralResumed
    case referralRecalled, referralCustodyReceived, referralDone, personFieldSealed, personShredded
    case personAgeSettled, personCustodyTaken, personCustodyEnded, personConsentGiven
    case personConsentRefused, personConsentWithdrawn, personStopConfirmed, personConsentOverridden
    case personReflectionStarted, personStatementRequested, personReflectionEnded, personSafeContactSet
    case personMessageBlocked, personRightsTold, personRetold, personGoalSet, personGoalMet
    case personDutyDone, personMonitored, personReleaseAsked, personDutyReleased

    init(_ event: CaseEvent) {
        self =
            switch event {
            case .sightingReported: .sightingReported
            case .sightingAmended: .sightingAmended
            case .file(let event): Self.of(event)
            case .referral(_, let event): Self.of(event)
            case .person(_, let event): Self.of(event)
            }
    }

    private static func of(_ event: FileEvent) -> EventKind {
        switch event {
        case .claimed: .fileClaimed
        case .handedOver: .fileHandedOver
        case .factSettled: .fileFactSettled
        case .merged: .fileMerged
        case .personAdded: .filePersonAdded
        case .ladderClimbed: .fileLadderClimbed
        case .obligationPaused: .fileObligationPaused
        case .obligationResumed: .fileObligationResumed
        case .wordReceived: .fileWordReceived
        case .glassBroken: .fileGlassBroken
        case .glassReviewed: .fileGlassReviewed
        case .closingAsked: .fileClosingAsked
        case .closed: .fileClosed
        case .reopened: .fileReopened
        }
    }

    private static func of(_ event: ReferralEvent) -> EventKind {
        switch event {
        case .drafted: .referralDrafted
        case .called: .referralCalled
        case .sent: .referralSent
        case .delivered: .referralDelivered
        case .undelivered: .referralUndelivered
        case .acknowledged: .referralAcknowledged
        case .accepted: .referralAccepted
        case .rejected: .referralRejected
        case .held: .referralHeld
        case .resumed: .referralResumed
        case .recalled: .referralRecalled
        case .custodyReceived: .referralCustodyReceived
        case .done: .referralDone
        }
    }

    private static func of(_ event: PersonEvent) -> EventKind {
        switch event {
        case .fieldSealed: .personFieldSealed
        case .shredded: .personShredded
        case .ageSettled: .personAgeSettled
        case .custodyTaken: .personCustodyTaken
        case .custodyEnded: .personCustodyEnded
        case .consentGiven: .personConsentGiven
        case .consentRefused: .personConsentRefused
        case .consentWithdrawn: .personConsentWithdrawn
        case .stopConfirmed: .personStopConfirmed
        case .consentOverridden: .personConsentOverridden
        case .reflectionStarted: .personReflectionStarted
        case .statementRequested: .personStatementRequested
        case .reflectionEnded: .personReflectionEnded
        case .safeContactSet: .personSafeContactSet
        case .messageBlocked: .personMessageBlocked
        case .rightsTold: .personRightsTold
        case .retold: .personRetold
        case .goalSet: .personGoalSet
        case .goalMet: .personGoalMet
        case .dutyDone: .personDutyDone
        case .monitored: .personMonitored
        case .releaseAsked: .personReleaseAsked
        case .dutyReleased: .personDutyReleased
        }
    }
}
