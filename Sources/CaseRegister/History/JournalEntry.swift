import JSON
import ReferralDomain

/// A recorded event in the words in which it is stored: numbers and texts, so that even an altered one can be
/// read and checked.
public struct JournalEntry: Hashable, Sendable {
    public let position: Int64
    public let caseID: String
    public let version: Int64
    public let name: String
    public let eventVersion: Int64
    /// Canonical JSON.
    public let payload: String
    public let actor: String
    public let recordedAtMilliseconds: Int64

    /// An entry as it was found.
    public init(
        at position: Int64, of caseID: String, version: Int64, event: StoredEvent, actor: String,
        recordedAtMilliseconds: Int64
    ) {
        self.position = position
        self.caseID = caseID
        self.version = version
        name = event.name
        eventVersion = event.version
        payload = event.payload
        self.actor = actor
        self.recordedAtMilliseconds = recordedAtMilliseconds
    }

    /// The entry of a recorded event.
    public init(_ recorded: RecordedEvent) {
        self.init(
            at: recorded.position, of: recorded.caseID.text, version: Int64(recorded.version),
            event: StoredEvent(recorded), actor: recorded.stamp.actor.text,
            recordedAtMilliseconds: recorded.stamp.instant.millisecondsSinceEpoch)
    }

    /// The event that this entry stores.
    ///
    /// - Throws: `.damaged` where a field cannot be what this program once wrote.
    public func recorded() throws(JournalFault) -> RecordedEvent {
        guard let caseID = try? ReportID(reading: caseID), let actor = try? ActorID(reading: actor),
            let json = try? JSON(parsing: Array(payload.utf8)),
            let event = try? CaseEvent(name: name, version: Int(eventVersion), payload: json)
        else { throw .damaged }
        let declaredAt = json[StoredEvent.declaredAt]?.integer.map(Instant.init(millisecondsSinceEpoch:))
        let stamp = Stamp(actor: actor, instant: Instant(millisecondsSinceEpoch: recordedAtMilliseconds))
        return RecordedEvent(
            position: position, caseID: caseID, version: Int(version),
            event: NewEvent(event, declaredAt: declaredAt), stamp: stamp)
    }
}

/// An event in the words in which it is stored.
public struct StoredEvent: Hashable, Sendable {
    public let name: String
    public let version: Int64
    public let payload: String

    public init(name: String, version: Int64, payload: String) {
        self.name = name
        self.version = version
        self.payload = payload
    }

    /// The stored form of an event; the declared time stands beside the members of the event.
    public init(_ recorded: RecordedEvent) {
        var payload = recorded.event.payload
        if let declared = recorded.declaredAt, case .object(let members) = payload {
            payload = .object(members + [EventMembers.instant(Self.declaredAt, declared)])
        }
        self.init(
            name: recorded.event.name, version: Int64(recorded.event.version),
            payload: payload.text(.canonical))
    }

    /// The member of every payload that says when it happened, where that was declared.
    static let declaredAt = "declaredAt"
}
