import Access
import CaseRegister
import Catalog
import ReferralDomain

/// The directory as its keepers see it: what must be verified, what a second person must confirm, and all phones.
struct DirectoryCareModel: Equatable, Sendable {
    let now: Instant
    /// The phones that somebody must call, the oldest debt first.
    let owed: [ContactLine]
    /// The changes without a second person, the oldest first.
    let pending: [Pending]
    let all: [ContactLine]

    struct Pending: Equatable, Sendable {
        let change: NumberChange
        let line: ContactLine
    }

    init(_ content: CatalogContent, notes: DirectoryNotes, at now: Instant, names: CatalogNames) {
        self.now = now
        let lines = content.contacts.compactMap { contact in
            ContactLine(contact, note: notes[contact.id.text], names: names)
        }
        all = lines.sorted { ($0.institution, $0.id) < ($1.institution, $1.id) }
        owed = lines.filter { $0.owedSince != nil }.sorted {
            ($0.owedSince ?? now, $0.id) < ($1.owedSince ?? now, $1.id)
        }
        pending = lines.compactMap { line in
            let change = notes[line.id].inForce
            return change.flatMap { $0.confirmed == nil ? Pending(change: $0, line: line) : nil }
        }.sorted { ($0.change.made.instant, $0.line.id) < ($1.change.made.instant, $1.line.id) }
    }

    /// How many changes have waited too long for a second person.
    var overdue: Int { pending.count { $0.change.standing(at: now) == .overdue } }
}

/// One phone of the directory with its calls, its versions and its forms.
struct ContactCareModel: Equatable, Sendable {
    let now: Instant
    let line: ContactLine
    let kind: Contact.Kind
    let hours: Contact.Hours
    let note: ContactNote
    /// The number of the files, where another one is in force.
    let published: CallCard?
    /// The ids that the next call and the next change will have.
    let nextCall: RecordID<ContactCall>
    let nextChange: RecordID<NumberChange>
    /// Who looks: nobody confirms what they changed.
    let viewer: ActorID

    /// How many calls are shown.
    static let shownCalls = 20
}

/// What was asked for one phone and not done, with what was typed, so that nothing is lost.
struct ContactCareAttempt: Equatable, Sendable {
    let problem: Problem
    var outcome = ""
    var number = ""
    var inner = ""
    var reason = ""

    enum Problem: Equatable, Sendable {
        case outcomeMissing, reasonMissing, numberWrong, extensionWrong
        case refused(NumberRefusal)
    }
}
