/// The id of one record within a case: sixteen random bytes, drawn by whoever makes the record.
///
/// The client draws it before the first try, so that the same act sent twice is one act. It is not ordered by
/// time and says nothing about the person. The subject keeps the ids of persons and of referrals apart.
public struct RecordID<Subject>: Hashable, Sendable {
    /// 32 hexadecimal digits in lower case.
    public let text: String

    /// Reads an id of 32 hexadecimal digits in lower case.
    ///
    /// - Throws: as `ReportID`.
    public init(reading text: String) throws(ReportID.Misread) {
        self.text = try ReportID(reading: text).text
    }

    /// An id from random bytes, of which the first sixteen are used.
    public init(random bytes: [UInt8]) {
        text = Hexadecimal.text(of: Array(bytes.prefix(ReportID.digits / 2)))
    }
}

/// A case keeps the id of the report that opened it.
public typealias CaseID = ReportID
/// The id of a person of a case, never derived from the person.
public typealias PersonID = RecordID<PersonState>
public typealias ReferralID = RecordID<Referral>
