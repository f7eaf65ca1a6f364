import JSON
import ReferralDomain

extension FileEvent {
    var name: String {
        switch self {
        case .claimed: "case-claimed"
        case .handedOver: "case-handed-over"
        case .factSettled: "fact-settled"
        case .merged: "case-merged"
        case .personAdded: "person-added"
        case .ladderClimbed: "ladder-climbed"
        case .obligationPaused: "obligation-paused"
        case .obligationResumed: "obligation-resumed"
        case .wordReceived: "word-received"
        case .glassBroken: "glass-broken"
        case .glassReviewed: "glass-reviewed"
        case .closingAsked: "closing-asked"
        case .closed: "case-closed"
        case .reopened: "case-reopened"
        }
    }

    var members: [JSON.Member] {
        typealias To = EventMembers
        switch self {
        case .claimed(let unit, let municipality):
            return [To.text("unit", unit.text)] + To.optional("municipality", municipality)
        case .handedOver(let from, let to): return [To.text("from", from.text), To.text("to", to.text)]
        case .factSettled(let fact, let value): return [To.text("fact", fact), To.text("value", value)]
        case .merged(let other): return [To.text("into", other.text)]
        case .personAdded(let id, let age): return [To.text("person", id.text), To.text("age", age.rawValue)]
        case .ladderClimbed(let obligation, let rung):
            return [To.text("obligation", obligation), JSON.Member("rung", .integer(Int64(rung.rawValue)))]
        case .obligationPaused(let obligation, let reason, let until):
            return [
                To.text("obligation", obligation), To.text("reason", reason), To.instant("until", until),
            ]
        case .obligationResumed(let obligation), .wordReceived(let obligation):
            return [To.text("obligation", obligation)]
        case .glassBroken(let by, let unit, let second, let reason, let until):
            return [
                To.text("by", by.text), To.text("unit", unit.text), To.text("approvedBy", second.text),
                To.text("reason", reason), To.instant("until", until),
            ]
        case .glassReviewed(let by, let verdict):
            return [To.text("by", by.text), To.text("verdict", verdict)]
        case .closingAsked(let reason, let by), .closed(let reason, let by):
            return [To.text("reason", reason), To.text("by", by.text)]
        case .reopened(let reason): return [To.text("reason", reason)]
        }
    }

    /// Reads an event of the file; nil where the name is none of them.
    init?(name: String, _ fields: EventFields) throws(CaseEvent.Misread) {
        switch name {
        case "case-claimed":
            self = .claimed(
                by: try fields.unit("unit"), municipality: try fields.optionalWord("municipality"))
        case "case-handed-over":
            self = .handedOver(from: try fields.actor("from"), to: try fields.actor("to"))
        case "fact-settled":
            self = .factSettled(fact: try fields.word("fact"), value: try fields.word("value"))
        case "case-merged": self = .merged(into: try fields.caseID("into"))
        case "person-added": self = .personAdded(try fields.record("person"), age: try fields.choice("age"))
        case "ladder-climbed":
            guard let rung = Rung(rawValue: try fields.number("rung")) else { throw .member("rung") }
            self = .ladderClimbed(obligation: try fields.word("obligation"), rung)
        case "obligation-paused":
            self = .obligationPaused(
                obligation: try fields.word("obligation"), reason: try fields.word("reason"),
                until: try fields.instant("until"))
        case "obligation-resumed": self = .obligationResumed(obligation: try fields.word("obligation"))
        case "word-received": self = .wordReceived(obligation: try fields.word("obligation"))
        case "glass-broken":
            self = .glassBroken(
                by: try fields.actor("by"), unit: try fields.unit("unit"),
                approvedBy: try fields.actor("approvedBy"), reason: try fields.word("reason"),
                until: try fields.instant("until"))
        case "glass-reviewed":
            self = .glassReviewed(by: try fields.actor("by"), verdict: try fields.word("verdict"))
        case "closing-asked":
            self = .closingAsked(reason: try fields.word("reason"), by: try fields.actor("by"))
        case "case-closed": self = .closed(reason: try fields.word("reason"), by: try fields.actor("by"))
        case "case-reopened": self = .reopened(reason: try fields.word("reason"))
        default: return nil
        }
    }
}
