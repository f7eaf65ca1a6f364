import CaseRegister
import HTTPTypes
import ReferralDomain

@testable import Web

/// Says what is wrong with one answer, from the file of permissions and the relation to each case.
struct MatrixJudge: Sendable {
    let check: MatrixCheck
    let template: MatrixTemplate
    let object: MatrixObject
    /// The cases before the request.
    let states: [Int: CaseState]

    var relation: CaseRelation { check.relation(to: object, states) }

    /// - Parameters:
    ///   - absent: the answer about what never was, without its ids.
    ///   - unheard: the answer at an address that never existed.
    func findings(in answer: MatrixAnswer, absent: MatrixAnswer, unheard: MatrixAnswer) -> [String] {
        var findings = leaks(in: answer)
        if answer.status.code == 500 { findings.append("broke") }
        if let finding = gateFinding(in: answer, absent, unheard) { findings.append(finding) }
        return findings
    }

    /// What changed in cases that are not the visitor's.
    func changes(to after: [Int: CaseState]) -> [String] {
        check.town.all.compactMap { file in
            guard states[file.number]?.version != after[file.number]?.version else { return nil }
            if !check.isPermitted(template.pattern) { return "changed case \(file.number) without the page" }
            if template.token != .right { return "changed case \(file.number) without the token" }
            let related = check.relation(to: MatrixObject(file: file), states) != .none
            return related || isBreakingGlass ? nil : "changed case \(file.number) of others"
        }
    }

    private func gateFinding(
        in answer: MatrixAnswer, _ absent: MatrixAnswer, _ unheard: MatrixAnswer
    ) -> String? {
        let pattern = template.pattern
        if !pattern.methods.contains(template.method) {
            return answer.status == .methodNotAllowed ? nil : "\(answer.status.code) for a wrong method"
        }
        guard pattern.permission != nil else { return nil }
        guard check.who.acting != nil else { return entryFinding(in: answer, absent) }
        guard check.isPermitted(pattern) else {
            return answer == unheard ? nil : "is not what a page that never was answers"
        }
        guard check.exists(object, template, states) else {
            guard !isBreakingGlass, object.file != nil else { return nil }
            return answer.emptied(of: object) == absent ? nil : "is not what an absent one answers"
        }
        if template.method == .post, template.token != .right, answer.status != .unprocessableContent {
            return "\(answer.status.code) without the token"
        }
        guard template.method == .get, mustShow else { return nil }
        return answer.status == .ok ? nil : "\(answer.status.code) for whoever may see it"
    }

    /// Nobody is sent to the entry; a form after the end of a session is carried there.
    private func entryFinding(in answer: MatrixAnswer, _ absent: MatrixAnswer) -> String? {
        if case .ended = check.who, template.method == .post, template.pattern != .leave {
            guard answer.status == .unauthorized else { return "\(answer.status.code) after the end" }
            return object.file == nil || answer.emptied(of: object) == absent
                ? nil : "is not what an absent one answers"
        }
        let isSent = answer.status == .seeOther && answer.headers[.location] == PagePattern.enter.rawValue
        return isSent && answer.body.isEmpty ? nil : "\(answer.status.code) instead of the entry"
    }

    /// Whether the page is there for this relation, by the design of the screens.
    private var mustShow: Bool {
        switch template.pattern {
        case .caseFile: [.owner, .receiver].contains(relation)
        case .casePerson: [.owner, .receiver].contains(relation)
        case .caseRefer, .caseAcknowledgement: relation == .owner
        case .boardCase: relation == .coordinator
        case .inboxReferral: relation == .receiver
        case .account, .reports, .queue, .handover, .search, .inbox, .board, .accounts, .directoryCare,
            .ladder, .log, .reviews:
            true
        case .street, .receipt, .directory, .manual, .neutral, .health, .asset, .enter, .leave, .invitation,
            .queueLive, .caseActs, .caseReveal, .caseEmergency, .acknowledgement, .verification, .places:
            false
        }
    }

    /// Who breaks the glass opens a case that is not theirs; that is what it is for.
    private var isBreakingGlass: Bool {
        (template.pattern == .caseEmergency
            || template.fields[ActForm.actField] == ActKind.breakGlass.rawValue)
            && template.method == .post && check.isPermitted(template.pattern)
    }

    /// The words of cases that the visitor may not read in this answer.
    private func leaks(in answer: MatrixAnswer) -> [String] {
        guard !answer.body.isEmpty || answer.headers[.location] != nil else { return [] }
        var leaks: [String] = []
        for file in check.town.all {
            let allowed = allowed(of: file)
            for mark in file.marks where !isAllowed(mark, allowed) && !object.carries(mark.text) {
                if answer.says(mark.text) { leaks.append("says \(mark.text) of case \(file.number)") }
            }
        }
        return leaks
    }

    private func allowed(of file: MatrixCase) -> Set<CaseField> {
        let relation = check.relation(to: MatrixObject(file: file), states)
        return template.pattern.permission == nil ? [] : CaseView.fields(of: relation)
    }

    private func isAllowed(_ mark: MatrixCase.Mark, _ allowed: Set<CaseField>) -> Bool {
        if let unit = mark.unit, allowed.contains(.ownReferrals), !allowed.contains(.referrals) {
            return unit == check.who.acting?.unit
        }
        return !mark.fields.isDisjoint(with: allowed)
    }
}
