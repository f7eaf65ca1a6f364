import Catalog

/// The words of the practice: scenes, drills and what came of them.
enum PracticeText: String, TextKey {
    case title = "practice.title"
    case lead = "practice.lead"
    case shift = "practice.shift"
    case shiftHint = "practice.shift-hint"
    case shiftBad = "practice.shift-bad"
    case choose = "practice.choose"
    case passed = "practice.passed"
    case course = "practice.course"
    case certificate = "practice.certificate"
    case kindStreet = "practice.kind.street"
    case kindTerminal = "practice.kind.terminal"
    case kindHostel = "practice.kind.hostel"
    case kindWorkshop = "practice.kind.workshop"
    case kindBegging = "practice.kind.begging"
    case kindOnline = "practice.kind.online"
    case kindMissing = "practice.kind.missing"
    case kindOfficial = "practice.kind.official"
    case kindFalseAlarm = "practice.kind.false-alarm"
    case place = "practice.place"
    case see = "practice.see"
    case decide = "practice.decide"
    case decideHint = "practice.decide-hint"
    case isCase = "practice.is-case"
    case noCase = "practice.no-case"
    case readAgain = "practice.read-again"
    case pressed = "practice.pressed"
    case dial = "practice.dial"
    case goOn = "practice.go-on"
    case questions = "practice.questions"
    case questionsLead = "practice.questions-lead"
    case toScore = "practice.to-score"
    case scoreTitle = "practice.score-title"
    case score = "practice.score"
    case isPassed = "practice.is-passed"
    case isNotPassed = "practice.is-not-passed"
    case notKept = "practice.not-kept"
    case parts = "practice.parts"
    case part = "practice.part"
    case partPoints = "practice.part-points"
    case partCalls = "practice.part-calls"
    case partOrder = "practice.part-order"
    case partConduct = "practice.part-conduct"
    case partSigns = "practice.part-signs"
    case pointsOf = "practice.points-of"
    case truthCase = "practice.truth-case"
    case truthNone = "practice.truth-none"
    case missedCase = "practice.missed-case"
    case calledForNothing = "practice.called-for-nothing"
    case callMade = "practice.call-made"
    case callMissing = "practice.call-missing"
    case noCalls = "practice.no-calls"
    case warned = "practice.warned"
    case inOrder = "practice.in-order"
    case outOfOrder = "practice.out-of-order"
    case early = "practice.early"
    case late = "practice.late"
    case signSeen = "practice.sign-seen"
    case signMissed = "practice.sign-missed"
    case signImagined = "practice.sign-imagined"
    case noSigns = "practice.no-signs"
    case right = "practice.right"
    case wrong = "practice.wrong"
    case unanswered = "practice.unanswered"
    case better = "practice.better"
    case source = "practice.source"
    case another = "practice.another"
}

extension Scene.Kind {
    /// The heading of the scenes of this kind.
    var key: PracticeText {
        switch self {
        case .street: .kindStreet
        case .terminal: .kindTerminal
        case .hostel: .kindHostel
        case .workshop: .kindWorkshop
        case .begging: .kindBegging
        case .online: .kindOnline
        case .missing: .kindMissing
        case .official: .kindOfficial
        case .falseAlarm: .kindFalseAlarm
        }
    }
}
