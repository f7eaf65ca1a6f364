public import ReferralDomain

/// How the eleven states of a referral are said in FHIR R4: of what was asked, and of the work on it.
///
/// FHIR has no word for a named person who has it: `received` is the nearest, and the business status says ours.
public enum FHIRStatus {
    /// `ServiceRequest.status` (http value set request-status).
    public static func request(_ state: ReferralState) -> String {
        switch state {
        case .drafted: "draft"
        case .called, .sent, .delivered, .acknowledged, .accepted, .custodyReceived: "active"
        case .onHold: "on-hold"
        case .rejected, .recalled: "revoked"
        case .done: "completed"
        }
    }

    /// `Task.status` (value set task-status).
    public static func task(_ state: ReferralState) -> String {
        switch state {
        case .drafted: "draft"
        case .called, .sent: "requested"
        case .delivered, .acknowledged: "received"
        case .accepted: "accepted"
        case .custodyReceived: "in-progress"
        case .onHold: "on-hold"
        case .rejected: "rejected"
        case .recalled: "cancelled"
        case .done: "completed"
        }
    }

    /// Every word that a request, or a task, may have in FHIR R4.
    public static let requestWords: Set<String> = [
        "draft", "active", "on-hold", "revoked", "completed", "entered-in-error", "unknown",
    ]
    public static let taskWords: Set<String> = [
        "draft", "requested", "received", "accepted", "rejected", "ready", "cancelled", "in-progress",
        "on-hold", "failed", "completed", "entered-in-error",
    ]
}
