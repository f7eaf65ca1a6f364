import CaseRegister
import Catalog

/// What an obligation is called: its kind, and the step or the duty that it is about.
struct DutyName {
    let names: CatalogNames

    init(_ names: CatalogNames) { self.names = names }

    func title(of obligation: Obligation) -> String {
        let content = names.catalog.content
        let kind =
            content.label(of: obligation.kind.rawValue, in: "obligation-kinds") ?? obligation.kind.rawValue
        switch obligation.kind {
        case .duty:
            return content.duties[.init(obligation.subject)].map { names.step($0.step.text) }
                ?? names.step(obligation.subject)
        case .serve: return names.step(obligation.subject)
        case .monitor:
            guard let month = obligation.month else { return kind }
            return Words<InboxReferralText>(names.texts)[
                .month, ["what": kind, "month": String(month)]]
        case .claim, .acknowledge, .accept, .review, .custody, .rights, .stop, .goal, .glass,
            .reroute:
            return kind
        }
    }

    /// The visits of the ninth duty by their month; for anything else what somebody else calls it.
    func title(of obligation: Obligation, or other: String) -> String {
        obligation.month == nil ? other : title(of: obligation)
    }
}
