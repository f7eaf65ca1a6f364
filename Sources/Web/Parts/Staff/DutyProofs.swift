import CaseRegister
import Catalog
import HTML
import ReferralDomain

/// Draws what proves one of the nine duties for a person: the number and the day of each document, never more.
struct DutyProofs {
    let person: PersonState
    let names: CatalogNames

    private var words: Words<PersonText> { Words(names.texts) }

    /// The proofs of a duty, a release by two persons, or that it is still owed.
    func html(of duty: String) -> HTML {
        if let release = person.releases.last(where: { $0.duty == duty }) { return released(release) }
        let done: [HTML] = person.dutiesDone.filter { $0.duty == duty }.map { proof in
            "\(StateMark(.done).html(names.texts)) \(proof.evidence.document), \(proof.evidence.day.text)<br>"
        }
        let visits: [HTML] = duty == Self.monitoring ? person.monitored.map(visit) : []
        if done.isEmpty, visits.isEmpty { return StateMark(.open, words[.notYet]).html(names.texts) }
        return "\(done)\(visits)"
    }

    private func released(_ release: PersonState.Release) -> HTML {
        let isWhole = release.grantedBy != nil
        let mark =
            isWhole ? StateMark(.done, words[.released]) : StateMark(.open, words[.releaseAsked])
        return "\(mark.html(names.texts)) \(names.code(release.reason, in: "release-reasons"))"
    }

    private func visit(_ visit: PersonState.Monitoring) -> HTML {
        let values = [
            "month": String(visit.month), "document": visit.evidence.document, "day": visit.evidence.day.text,
        ]
        return "\(StateMark(.done).html(names.texts)) \(words[.months, values])<br>"
    }

    /// The ninth duty has a cadence of visits.
    private static let monitoring = "duty-monitoring"
}
