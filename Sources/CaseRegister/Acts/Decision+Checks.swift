import ReferralDomain

extension Decision {
    /// Checks that a text is an id.
    func word(_ text: String, _ field: String) throws(Refusal) {
        guard Word.isWord(text) else { throw .notAWord(field: field) }
    }

    /// Checks that a text is an id of a coded list.
    func code(_ text: String, of list: CodeList, _ field: String = "reason") throws(Refusal) {
        guard Word.isWord(text), rules.codes[list.rawValue]?.contains(text) == true else {
            throw .notAWord(field: field)
        }
    }

    /// Checks the number and the day of a document.
    func check(_ evidence: Evidence) throws(Refusal) {
        let scalars = evidence.document.unicodeScalars
        guard scalars.count <= Word.longest else { throw .tooLong(field: "document") }
        guard scalars.contains(where: { !$0.properties.isWhitespace }),
            scalars.allSatisfy({ !Self.hidden.contains($0.properties.generalCategory) })
        else { throw .notAWord(field: "document") }
        let first = state.opened.map { LimaTime($0.happened).date }
        guard evidence.day <= today, first.map({ evidence.day >= $0 }) ?? true else { throw .declaredTime }
    }

    /// Checks that a moment lies ahead, and not further than a number of days.
    func check(_ end: Instant, within days: Int64, _ field: String) throws(Refusal) {
        guard end > now else { throw .declaredTime }
        guard end <= now.adding(milliseconds: days * Self.dayMilliseconds) else {
            throw .tooLong(field: field)
        }
    }

    /// Checks that a body may be told of the case.
    func checkMayKnow(_ institution: String, _ field: String) throws(Refusal) {
        try word(institution, field)
        if state.isImplicated(institution, under: rules) { throw .implicated(institution: institution) }
    }

    /// Whether the same actor said the same less than a minute ago: a double tap, not a second happening.
    func isDoubleTap(_ moment: Moment?) -> Bool {
        guard let moment, moment.actor == acting.account else { return false }
        return now < moment.registered.adding(milliseconds: Self.doubleTapMilliseconds)
    }

    /// The day in Lima.
    var today: PlainDate { LimaTime(now).date }

    static let dayMilliseconds: Int64 = 86_400_000
    static let doubleTapMilliseconds: Int64 = 60_000
    private static let hidden: Set<Unicode.GeneralCategory> = [
        .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned,
    ]
}
