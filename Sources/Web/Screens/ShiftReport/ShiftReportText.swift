import Catalog

/// The words of the report of a shift.
enum ShiftReportText: String, TextKey {
    case title = "shift.title"
    case lead = "shift.lead"
    case open = "shift.open"
    case late = "shift.late"
    case mine = "shift.mine"
    case cases = "shift.cases"
    case code = "shift.code"
    case district = "shift.district"
    case next = "shift.next"
    case person = "shift.person"
    case answers = "shift.answers"
    case nobody = "shift.nobody"
    case nothingOwed = "shift.nothing-owed"
    case none = "shift.none"
    case journal = "shift.journal"
    case journalHint = "shift.journal-hint"
    case noJournal = "shift.no-journal"
    case incidents = "shift.incidents"
    case leaves = "shift.leaves"
    case takes = "shift.takes"
    case see = "shift.see"
}
