import CaseRegister
import ReferralDomain

extension ActReading {
    /// A code or an id: letters, digits, `-`, `.` and `_`, at most 64.
    func code(_ field: ActField) throws(ActMisread) -> String {
        guard let text = fields[field.rawValue], Self.isWord(text) else { throw ActMisread(field) }
        return text
    }

    /// A code or an id, or nothing.
    func codeOrNothing(_ field: ActField) throws(ActMisread) -> String? {
        guard let text = fields[field.rawValue], !text.isEmpty else { return nil }
        return try code(field)
    }

    /// What a person types: not empty, within the length, without spaces at its ends.
    func text(_ field: ActField, most: Int) throws(ActMisread) -> String {
        var text = (fields[field.rawValue] ?? "")[...]
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        guard !text.isEmpty, text.utf8.count <= most else { throw ActMisread(field) }
        return String(text)
    }

    func number(_ field: ActField, _ range: ClosedRange<Int>) throws(ActMisread) -> Int {
        guard let number = Self.number(fields[field.rawValue] ?? "", range) else { throw ActMisread(field) }
        return number
    }

    /// Yes or no, as our forms say it.
    func choice(_ field: ActField) throws(ActMisread) -> Bool {
        switch fields[field.rawValue] {
        case "yes": return true
        case "no": return false
        default: throw ActMisread(field)
        }
    }

    func instant(_ day: ActField, _ hour: ActField) throws(ActMisread) -> Instant {
        guard DayReading.day(fields[day.rawValue] ?? "") != nil else { throw ActMisread(day) }
        guard
            let instant = DayReading.instant(
                day: fields[day.rawValue] ?? "", hour: fields[hour.rawValue] ?? "")
        else { throw ActMisread(hour) }
        return instant
    }

    func day(_ field: ActField) throws(ActMisread) -> PlainDate {
        guard let day = DayReading.day(fields[field.rawValue] ?? "") else { throw ActMisread(field) }
        return day
    }

    /// The number and the day of a document.
    func evidence() throws(ActMisread) -> Evidence {
        Evidence(document: try text(.document, most: 64), day: try day(.day))
    }

    func account(_ field: ActField) throws(ActMisread) -> ActorID {
        guard let account = try? ActorID(reading: try code(field)) else { throw ActMisread(field) }
        return account
    }

    func person() throws(ActMisread) -> PersonID {
        guard let text = fields[ActField.person.rawValue], let id = try? PersonID(reading: text) else {
            throw ActMisread(.person)
        }
        return id
    }

    func age() throws(ActMisread) -> PersonAge {
        guard let age = fields[ActField.age.rawValue].flatMap(PersonAge.init) else { throw ActMisread(.age) }
        return age
    }

    func channel() throws(ActMisread) -> Channel {
        guard let channel = fields[ActField.channel.rawValue].flatMap(Channel.init) else {
            throw ActMisread(.channel)
        }
        return channel
    }

    func reference(_ field: ActField) throws(ActMisread) -> CaseReference {
        guard let reference = try? CaseReference(reading: (fields[field.rawValue] ?? "").utf8) else {
            throw ActMisread(field)
        }
        return reference
    }

    static func isWord(_ text: String) -> Bool {
        (try? ActorID(reading: text)) != nil
    }

    /// Digits only, within a range.
    static func number(_ text: String, _ range: ClosedRange<Int>) -> Int? {
        guard (1...7).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let number = Int(text), range.contains(number)
        else { return nil }
        return number
    }
}
