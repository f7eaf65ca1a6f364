import JSON
import ReferralDomain

/// Reads the members of a stored event; every failure names the member and never what stood in it.
struct EventFields {
    let json: JSON

    func word(_ key: String) throws(CaseEvent.Misread) -> String {
        guard let text = json[key]?.string, Word.isWord(text) else { throw .member(key) }
        return text
    }

    func optionalWord(_ key: String) throws(CaseEvent.Misread) -> String? {
        guard let value = json[key], !value.isNull else { return nil }
        return try word(key)
    }

    func text(_ key: String) throws(CaseEvent.Misread) -> String {
        guard let text = json[key]?.string else { throw .member(key) }
        return text
    }

    func flag(_ key: String) throws(CaseEvent.Misread) -> Bool {
        guard let truth = json[key]?.boolean else { throw .member(key) }
        return truth
    }

    func number(_ key: String) throws(CaseEvent.Misread) -> Int {
        guard let number = json[key]?.integer, let exact = Int(exactly: number) else { throw .member(key) }
        return exact
    }

    func instant(_ key: String) throws(CaseEvent.Misread) -> Instant {
        guard let number = json[key]?.integer else { throw .member(key) }
        return Instant(millisecondsSinceEpoch: number)
    }

    func day(_ key: String) throws(CaseEvent.Misread) -> PlainDate {
        guard let text = json[key]?.string, let day = PlainDate(iso: text) else { throw .member(key) }
        return day
    }

    func choice<Value: RawRepresentable<String>>(
        _ key: String, _: Value.Type = Value.self
    ) throws(CaseEvent.Misread) -> Value {
        guard let value = json[key]?.string.flatMap(Value.init) else { throw .member(key) }
        return value
    }

    func record<Subject>(_ key: String) throws(CaseEvent.Misread) -> RecordID<Subject> {
        guard let text = json[key]?.string, let id = try? RecordID<Subject>(reading: text) else {
            throw .member(key)
        }
        return id
    }

    func optionalRecord<Subject>(_ key: String) throws(CaseEvent.Misread) -> RecordID<Subject>? {
        guard let value = json[key], !value.isNull else { return nil }
        return try record(key)
    }

    func caseID(_ key: String) throws(CaseEvent.Misread) -> CaseID {
        guard let text = json[key]?.string, let id = try? CaseID(reading: text) else { throw .member(key) }
        return id
    }

    func unit(_ key: String) throws(CaseEvent.Misread) -> UnitID {
        guard let text = json[key]?.string, let id = try? UnitID(reading: text) else { throw .member(key) }
        return id
    }

    func optionalUnit(_ key: String) throws(CaseEvent.Misread) -> UnitID? {
        guard let value = json[key], !value.isNull else { return nil }
        return try unit(key)
    }

    func actor(_ key: String) throws(CaseEvent.Misread) -> ActorID {
        guard let text = json[key]?.string, let id = try? ActorID(reading: text) else { throw .member(key) }
        return id
    }

    func sealed(_ key: String) throws(CaseEvent.Misread) -> SealedBytes {
        guard let text = json[key]?.string, let sealed = SealedBytes(text: text) else { throw .member(key) }
        return sealed
    }

    func evidence() throws(CaseEvent.Misread) -> Evidence {
        Evidence(document: try text("document"), day: try day("day"))
    }
}

/// The members of an event that is to be stored.
enum EventMembers {
    static func optional(_ key: String, _ text: String?) -> [JSON.Member] {
        text.map { [JSON.Member(key, .string($0))] } ?? []
    }

    static func instant(_ key: String, _ instant: Instant) -> JSON.Member {
        JSON.Member(key, .integer(instant.millisecondsSinceEpoch))
    }

    static func text(_ key: String, _ text: String) -> JSON.Member { JSON.Member(key, .string(text)) }

    static func evidence(_ evidence: Evidence) -> [JSON.Member] {
        [text("document", evidence.document), text("day", evidence.day.iso)]
    }
}
