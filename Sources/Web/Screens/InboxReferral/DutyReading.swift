import CaseRegister
import ReferralDomain

/// What somebody declares as done: which duty, when, and the document that proves it.
struct DutyReading {
    /// Nil where something is missing or wrong.
    let duty: DeclaredDuty?
    /// By the name of the field.
    let problems: [String: InboxReferralText]

    init(_ form: InboxForm, _ recordable: [RecordableDuty], now: Instant) {
        var problems: [String: InboxReferralText] = [:]
        let what = recordable.first { $0.id == form.duty }
        if what == nil { problems[InboxForm.dutyField] = .dutyMissing }
        let at = DayReading.instant(day: form.day, hour: form.hour)
        if DayReading.day(form.day) == nil { problems[InboxForm.dayField] = .dayWrong }
        if DayReading.hour(form.hour) == nil { problems[InboxForm.hourField] = .hourWrong }
        if let at, at > now { problems[InboxForm.hourField] = .hourAhead }
        if form.document.allSatisfy(\.isWhitespace) { problems[InboxForm.documentField] = .documentMissing }
        if form.document.unicodeScalars.count > Self.longestDocument {
            problems[InboxForm.documentField] = .documentLong
        }
        // Where no day of the document is typed it is that of the act.
        let typed = form.documentDay.isEmpty ? form.day : form.documentDay
        let day = DayReading.day(typed)
        if day == nil { problems[InboxForm.documentDayField] = .dayWrong }
        self.problems = problems
        if problems.isEmpty, let what, let at, let day {
            duty = DeclaredDuty(
                what: what, at: at, evidence: Evidence(document: form.document, day: day))
        } else {
            duty = nil
        }
    }

    private static let longestDocument = 64
}

/// A duty as it will stand in the journal.
struct DeclaredDuty: Equatable, Sendable {
    let what: RecordableDuty
    /// The declared moment; the registered one is the server's.
    let at: Instant
    let evidence: Evidence

    var act: CaseAct { what.act(evidence) }
}
