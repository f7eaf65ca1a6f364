import CaseRegister
import Catalog
import JSON
import ReferralDomain
import Standards

/// An example of each answer: of the directory a true one, of a case an invented one made by the same code.
struct APIExample {
    let site: Site

    /// Nil where an example would say nothing.
    func of(_ path: APIPath, as media: String) -> JSON? {
        guard media == APIPath.json || media == APIPath.fhir else { return nil }
        switch path {
        case .openapi: return nil
        case .hsds: return DirectoryAnswers.root
        case .capability: return FHIRServer.capability(on: site.catalog.edition.publishedOn)
        case .services, .organizations, .servicesAtLocations, .taxonomies, .terms:
            var question = HSDSQuestion()
            question.perPage = 1
            return question.page(of: records(path))
        case .service, .organization, .serviceAtLocation, .taxonomy, .term: return records(path).first?.full
        case .requests: return referral.map { FHIRServer.bundle([$0.serviceRequest], total: 1) }
        case .request: return referral?.serviceRequest
        case .tasks: return referral.map { FHIRServer.bundle([$0.task], total: 1) }
        case .task: return referral?.task
        case .htcds: return sheet?.json
        case .calendar: return nil
        }
    }

    private func records(_ path: APIPath) -> [HSDSRecord] {
        DirectoryAnswers.records(path, in: HSDSPublication(site.catalog))
    }

    /// An invented referral that the UPE has accepted.
    private var referral: FHIRReferral? {
        guard let (state, id) = invented, let found = state.referrals.first, let reference = state.reference,
            let step = site.catalog.content.steps[Identifier(found.draft.step)]
        else { return nil }
        let row = InboxRow(
            case: id, reference, of: found,
            due: found.hops[0].moment.registered.adding(milliseconds: 3_600_000))
        let label = site.catalog.content.label(of: found.state.rawValue, in: "referral-states")
        return FHIRReferral(
            found, of: row,
            words: FHIRReferral.Words(
                step: step.title, state: label ?? found.state.rawValue, reason: nil, sender: "serenazgo"))
    }

    private var sheet: HTCDSSheet? {
        invented.map { state, id in
            HTCDSSheet(
                HTCDSExport(site.catalog, for: CaseView.fields(of: .owner)).rows(state, id: id, unit: nil))
        }
    }

    private var invented: (state: CaseState, id: CaseID)? {
        let step = site.catalog.content.steps.first { $0.institution.text == "upe" }
        return step.flatMap { InventedCase(step: $0, edition: site.catalog) }.map { ($0.state, $0.id) }
    }
}
