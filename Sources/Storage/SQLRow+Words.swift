import CaseRegister
import ReferralDomain

extension SQLRow {
    /// A text that must read as something.
    ///
    /// - Throws: `.damaged` where it does not.
    func required<Value>(_ column: Int, _ read: (String) -> Value?) throws(JournalFault) -> Value {
        guard let value = try optional(column, read) else { throw .damaged }
        return value
    }

    /// A text that must read as something where it is there at all.
    ///
    /// - Throws: `.damaged` where it is there and does not.
    func optional<Value>(_ column: Int, _ read: (String) -> Value?) throws(JournalFault) -> Value? {
        guard let text = try optionalText(column) else { return nil }
        guard let value = read(text) else { throw .damaged }
        return value
    }

    /// The id of a case.
    ///
    /// - Throws: `.damaged` where it is none.
    func caseID(_ column: Int) throws(JournalFault) -> CaseID {
        try required(column) { try? CaseID(reading: $0) }
    }

    /// The reference of a case.
    ///
    /// - Throws: `.damaged` where it is none.
    func reference(_ column: Int) throws(JournalFault) -> CaseReference {
        try required(column) { try? CaseReference(reading: $0.utf8) }
    }

    /// A moment in milliseconds.
    ///
    /// - Throws: `.damaged` where there is none.
    func instant(_ column: Int) throws(JournalFault) -> Instant {
        Instant(millisecondsSinceEpoch: try integer(column))
    }

    /// A moment in milliseconds; nil where nothing stands there.
    ///
    /// - Throws: `.damaged` where something else stands there.
    func optionalInstant(_ column: Int) throws(JournalFault) -> Instant? {
        try optionalInteger(column).map(Instant.init(millisecondsSinceEpoch:))
    }

    /// A rung of the ladder; nil where nothing stands there.
    ///
    /// - Throws: `.damaged` where something else stands there.
    func optionalRung(_ column: Int) throws(JournalFault) -> Rung? {
        guard let number = try optionalInteger(column) else { return nil }
        guard let rung = Rung(rawValue: Int(number)) else { throw .damaged }
        return rung
    }
}
