public import CaseRegister
import Storage

/// Keeps practice and real cases apart: neither house opens the database of the other.
public enum PracticeMark {
    /// A real house was given a database of practice.
    public static let isOfPractice = JournalFault.other(code: "practice-register")
    /// A practice house was given a database that was not made for practice.
    public static let isReal = JournalFault.other(code: "real-register")

    /// - Throws: `isOfPractice` or `isReal` where house and database do not belong together.
    static func check(_ database: any SQLDatabase, isPractice: Bool) throws(JournalFault) {
        let isMarked = try StoredPracticeMark(on: database).isSetAtStart()
        if isMarked, !isPractice { throw isOfPractice }
        if !isMarked, isPractice { throw isReal }
    }

    /// Whether the database at a place was made for practice.
    ///
    /// - Throws: what keeps it from being opened.
    public static func isSet(at place: RegisterPlace) throws(JournalFault) -> Bool {
        let database = try place.open()
        let isMarked = try StoredPracticeMark(on: database).isSetAtStart()
        try database.close()
        return isMarked
    }
}
