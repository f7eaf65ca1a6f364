public import CaseRegister
public import Catalog
import ReferralDomain

/// A case as rows of the standard: one for each referral that the reader may see, the case repeated.
///
/// Names, documents and stories are sealed and stay: their columns are empty. What nobody knows is empty too.
public struct HTCDSExport: Sendable {
    private let content: CatalogContent
    /// The fields of a case that exist for whoever gets the file.
    private let fields: Set<CaseField>

    public init(_ catalog: ProtocolCatalog, for fields: Set<CaseField>) {
        content = catalog.content
        self.fields = fields
    }

    /// - Parameter unit: whose referrals, where the reader sees only the own ones; nil for all.
    public func rows(_ state: CaseState, id: CaseID, unit: UnitID?) -> [HTCDSRow] {
        let common = caseRow(state, id)
        let shown = state.referrals.filter { referral in
            fields.contains(.referrals)
                || (fields.contains(.ownReferrals) && unit != nil && referral.draft.unit == unit
                    && referral.wasTold)
        }
        guard !shown.isEmpty else { return fields.contains(.referrals) ? [common] : [] }
        return shown.map { row(of: $0, in: state, common) }
    }

    private func caseRow(_ state: CaseState, _ id: CaseID) -> HTCDSRow {
        var row = HTCDSRow()
        row[.caseID] = id.text
        row[.caseCode] = state.reference?.text ?? ""
        row["cas_Status"] = HTCDSCrosswalk.status(of: state)
        if fields.contains(.opened), let opened = state.opened {
            row[.reportedAt] = LimaTime(opened.registered.wholeSecond).rfc3339
        }
        if fields.contains(.closing), state.closed != nil, let reason = state.closing?.reason {
            row["cas_ReasonForCaseClosure"] = content.label(of: reason, in: "closing-reasons") ?? reason
        }
        addStatus(state, to: &row)
        addPlace(state, to: &row)
        if fields.contains(.facts) { addFacts(state, to: &row) }
        if fields.contains(.signs) { addSigns(state, to: &row) }
        return row
    }

    /// Possible until a prosecutor said otherwise; Ruta decides nothing.
    private func addStatus(_ state: CaseState, to row: inout HTCDSRow) {
        let isDenied =
            fields.contains(.closing) && state.closed != nil && state.closing?.reason == "not-trafficking"
        row["vic_TraffickingStatus"] = isDenied ? "NotAVictimOfTrafficking" : "PossibleVictimOfTrafficking"
        if isDenied { row["vic_TraffickingStatusDecisionMakingOrg"] = "CourtOrProsecution" }
    }

    private func addPlace(_ state: CaseState, to row: inout HTCDSRow) {
        guard fields.contains(.district), let standing = state.standing else { return }
        if let district = standing.district {
            row[.district] = district
            row["hte_City"] = content.districts[Identifier(district)]?.name ?? ""
            row["hte_State"] =
                content.districts[Identifier(district)].map { $0.province == .lima ? "Lima" : "Callao" } ?? ""
            row["hte_Country"] = "PE"
        }
        if let seen = standing.claimedAt.map(LimaTime.init) {
            row["hte_Date"] = seen.date.iso
            row[.seenAt] = LimaTime(seen.instant.wholeSecond).rfc3339
        }
        if fields.contains(.people) { row[.people] = standing.people.rawValue }
    }

    private func addFacts(_ state: CaseState, to row: inout HTCDSRow) {
        let facts = Self.facts(of: state)
        row.set(
            HTCDSExtension.facts.rawValue, facts.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" })
        if let gender = facts["gender"] {
            row[.gender] = gender
            row["prs_Gender"] = HTCDSCrosswalk.genders.first { $0.ours == gender }?.standard ?? ""
        }
        if facts["nationality"] == "peruvian" { row["prs_Citizenship"] = "PE" }
        let types = Set(HTCDSCrosswalk.exploitations.filter { facts[$0.fact] == "yes" }.map(\.type))
        row.set("vic_TypeOfExploitation", Self.values("vic_TypeOfExploitation").filter(types.contains))
        row.set(HTCDSExtension.retaRelated.rawValue, RETAFicha.related(facts: facts))
        row.set(
            HTCDSExtension.retaConducts.rawValue, RETAFicha.conducts(facts: facts, signs: signs(of: state)))
    }

    private func addSigns(_ state: CaseState, to row: inout HTCDSRow) {
        let signs = signs(of: state)
        row.set(HTCDSExtension.signs.rawValue, signs)
        let methods = Set(signs.compactMap { HTCDSCrosswalk.methodOfSign[$0] })
        row.set("vic_MethodsOfControl", Self.values("vic_MethodsOfControl").filter(methods.contains))
        let ways = Set(signs.compactMap { HTCDSCrosswalk.recruitmentOfSign[$0] })
        row.set("vic_MethodOfRecruitment", Self.values("vic_MethodOfRecruitment").filter(ways.contains))
        row.set(HTCDSExtension.retaMeans.rawValue, RETAFicha.means(signs: signs))
    }

    private func signs(of state: CaseState) -> [String] {
        fields.contains(.signs) ? state.standing?.signs ?? [] : []
    }

    /// What was settled, else what was reported.
    private static func facts(of state: CaseState) -> [String: String] {
        var facts: [String: String] = [:]
        for answer in state.standing?.facts ?? [] { facts[answer.fact] = answer.value }
        return facts.merging(state.settledFacts) { $1 }
    }

    private static func values(_ field: String) -> [String] {
        HTCDSField.all.first { $0.name == field }?.values ?? []
    }

    private func row(of referral: Referral, in state: CaseState, _ common: HTCDSRow) -> HTCDSRow {
        var row = common
        let draft = referral.draft
        let institution = content.institutions[Identifier(draft.institution)]
        row[.referralID] = referral.id.text
        row[.step] = draft.step
        row[.institution] = draft.institution
        row[.state] = referral.state.rawValue
        row[.reason] = referral.reason ?? ""
        row[.term] = draft.deadline ?? ""
        row[.sentAt] = Self.time(referral.firstEntered(.sent) ?? referral.firstEntered(.called))
        row[.acknowledgedAt] = Self.time(referral.firstEntered(.acknowledged))
        row[.acceptedAt] = Self.time(referral.firstEntered(.accepted))
        row[.doneAt] = Self.time(referral.firstEntered(.done))
        row["org_Name"] = institution?.name ?? ""
        row["org_Type"] = institution.flatMap { HTCDSCrosswalk.organization($0.kind) } ?? ""
        row["org_ShippingCountry"] = "PE"
        row["cas_ReferredOrganisation"] = institution?.name ?? ""
        row["cas_ReferringOrganisation"] = content.institutions[Self.sender]?.name ?? ""
        row["cas_OutgoingReferralDate"] = Self.day(
            referral.firstEntered(.sent) ?? referral.firstEntered(.called))
        row["cas_IncomingReferralDate"] = Self.day(referral.firstEntered(.accepted))
        row["cas_ReasonForOutgoingReferral"] = "Other"
        row["cas_OutgoingReferralDetails"] = content.steps[Identifier(draft.step)]?.title ?? ""
        if let person = draft.person.flatMap(state.person) { add(person, asked: draft.institution, to: &row) }
        return row
    }

    private func add(_ person: PersonState, asked institution: String, to row: inout HTCDSRow) {
        row[.personID] = person.id.text
        if fields.contains(.ages) { row[.age] = person.age.rawValue }
        if fields.contains(.consents) {
            row.set(HTCDSExtension.consents.rawValue, person.consents.map(Self.text))
            let answer = person.consents.first { $0.purpose == .care && $0.recipient == institution }?.answer
            switch answer {
            case .given: row["con_Consent"] = "true"
            case .refused, .withdrawn: row["con_Consent"] = "false"
            case .overridden, nil: break
            }
        }
        if fields.contains(.reflection), let reflection = person.reflection {
            row[.reflectionUntil] = LimaTime(reflection.until.wholeSecond).rfc3339
        }
        if fields.contains(.custody), let holder = person.custody.current?.holder {
            row[.custody] = holder.institution
        }
    }

    private static func text(_ consent: PersonState.Consent) -> String {
        let answer =
            switch consent.answer {
            case .given: "given"
            case .refused: "refused"
            case .withdrawn: "withdrawn"
            case .overridden(let code): code.rawValue
            }
        return "\(consent.purpose.rawValue):\(consent.recipient)=\(answer)"
    }

    private static func time(_ moment: Moment?) -> String {
        moment.map { LimaTime($0.registered.wholeSecond).rfc3339 } ?? ""
    }

    private static func day(_ moment: Moment?) -> String {
        moment.map { LimaTime($0.registered).date.iso } ?? ""
    }

    /// The control centre that sends.
    private static let sender: Identifier<Institution> = "serenazgo"
}
