import Access
import CaseRegister
import ReferralDomain

/// What the receiver typed and chose, kept as it was so that nothing is lost.
struct InboxForm: Equatable, Sendable {
    /// What was asked for; nil for a word that is none.
    let act: InboxAct?
    let reason, suggested, day, hour, post, duty, document, documentDay, person, purpose: String

    init(_ fields: FormFields) {
        func field(_ name: String) -> String { String((fields[name] ?? "").prefix(Self.longest)) }
        act = fields[ActForm.actField].flatMap(InboxAct.init)
        reason = field(Self.reasonField)
        suggested = field(Self.suggestedField)
        day = field(Self.dayField)
        hour = field(Self.hourField)
        post = field(Self.postField)
        duty = field(Self.dutyField)
        document = field(Self.documentField)
        documentDay = field(Self.documentDayField)
        person = field(Self.personField)
        purpose = field(Self.purposeField)
    }

    /// What was asked for, ready to be done.
    struct Wanted {
        var acknowledges = false
        var act: CaseAct?
    }

    /// Nil where an answer is missing or wrong: `problems` says which.
    func wanted(_ asked: InboxAct, _ visit: InboxVisit) -> Wanted? {
        guard problems(of: asked).isEmpty else { return nil }
        func verb(_ verb: ReferralVerb) -> CaseAct { .referral(visit.referral.id, verb) }
        switch asked {
        case .acknowledge: return Wanted(acknowledges: true)
        case .acknowledgeAndAccept: return Wanted(acknowledges: true, act: verb(.accept))
        case .accept: return Wanted(act: verb(.accept))
        case .reject:
            return Wanted(
                act: verb(.reject(reason: reason, suggested: suggested.isEmpty ? nil : suggested)))
        case .hold: return review.map { Wanted(act: verb(.hold(reason: reason, review: $0))) }
        case .resume: return Wanted(act: verb(.resume))
        case .custody: return Wanted(act: verb(.receiveCustody(post: post)))
        case .confirmStop:
            return stop.map { person, purpose in
                let institution = visit.visitor.acting.institution
                return Wanted(act: .person(person, .confirmStop(purpose, by: institution)))
            }
        case .review, .record: return nil
        }
    }

    /// What is missing or wrong, by the name of its field.
    func problems(of asked: InboxAct) -> [String: InboxReferralText] {
        switch asked {
        case .reject: reason.isEmpty ? [Self.reasonField: .reasonMissing] : [:]
        case .hold:
            (reason.isEmpty ? [Self.reasonField: .reasonMissing] : [:])
                .merging(review == nil ? [Self.dayField: .dayWrong] : [:]) { $1 }
        case .custody: post.isEmpty ? [Self.postField: .postMissing] : [:]
        case .confirmStop: stop == nil ? [Self.purposeField: .reasonMissing] : [:]
        case .acknowledge, .acknowledgeAndAccept, .accept, .resume, .review, .record: [:]
        }
    }

    /// The morning of the day on which it is looked at again.
    private var review: Instant? {
        DayReading.day(day).map { LimaTime(date: $0, hour: 8, minute: 0).instant }
    }

    private var stop: (PersonID, Purpose)? {
        guard let id = try? PersonID(reading: person), let purpose = Purpose(rawValue: purpose) else {
            return nil
        }
        return (id, purpose)
    }

    static let reasonField = "motivo"
    static let suggestedField = "sugerida"
    static let dayField = "dia"
    static let hourField = "hora"
    static let postField = "puesto"
    static let dutyField = "deber"
    static let documentField = "documento"
    static let documentDayField = "dia-documento"
    static let personField = "persona"
    static let purposeField = "fin"
    private static let longest = 100
}
