import CaseRegister
import HTTPTypes
import ReferralDomain

@testable import Web

/// Says what is wrong with one answer, from the file of permissions and the relation to each case.
struct MatrixJudge: Sendable {
    let check: MatrixCheck
    let template: MatrixTemplate
    let object: MatrixObject

    private var pattern: PagePattern { template.pattern }
    private var relation: CaseRelation { check.relation(to: object) }

    /// - Parameter unheard: the answer at an address that never existed.
    func findings(in answer: MatrixAnswer, unheard: MatrixAnswer) -> [String] {
        var findings = leaks(in: answer)
        if answer.status.code == 500 { findings.append("broke") }
        if let finding = gateFinding(in: answer, unheard) { findings.append(finding) }
        return findings
    }

    /// Whether it must look as what never was.
    var isToBeAbsent: Bool {
        if check.who.acting == nil { return pattern.permission != nil }
        return check.isPermitted(pattern) && !check.exists(object, pattern)
    }

    /// The case that the request is about, where the visitor knows of it: what is missing in it is looked for
    /// in it. Nil for what must take the same reads as a case that never was.
    var known: Int? { relation == .none ? nil : object.file?.number }

    /// What is not there for the visitor must look as what never was.
    ///
    /// - Parameters:
    ///   - absent: the answer about a case that never was.
    ///   - first: the first answer about something that is missing in the same known case, or `absent`.
    func absence(_ answer: MatrixAnswer, _ absent: MatrixAnswer, _ first: MatrixAnswer) -> [String] {
        if answer.asked != first.asked { return ["is not what an absent one asks: " + answer.unlike(first)] }
        var nowhere = absent
        nowhere.asked = answer.asked
        if answer == nowhere || answer.emptied(of: object) == nowhere.emptied(of: .absent) { return [] }
        return ["is not what an absent one answers: " + answer.unlike(nowhere)]
    }

    /// What changed that the visitor may not change.
    func changes(_ changed: [MatrixCase]) -> [String] {
        changed.compactMap { file in
            if !check.isPermitted(pattern) { return "changed case \(file.number) without the page" }
            if template.token != .right { return "changed case \(file.number) without the token" }
            if template.method != .post { return "changed case \(file.number) by looking" }
            let isRelated = check.relation(to: MatrixObject(file: file)) != .none
            return isRelated ? nil : "changed case \(file.number) of others"
        }
    }

    private func gateFinding(in answer: MatrixAnswer, _ unheard: MatrixAnswer) -> String? {
        if !pattern.methods.contains(template.method) {
            return answer.status == .methodNotAllowed ? nil : "\(answer.status.code) for a wrong method"
        }
        guard pattern.permission != nil else { return nil }
        guard check.who.acting != nil else { return entryFinding(in: answer) }
        guard check.isPermitted(pattern) else { return refusalFinding(in: answer, unheard) }
        guard check.exists(object, pattern) || isOfNoCase else { return nil }
        if template.method == .post, template.token != .right, answer.status != .unprocessableContent {
            return "\(answer.status.code) without the token"
        }
        guard template.method == .get, mustShow else { return nil }
        return answer.status == .ok ? nil : "\(answer.status.code) for whoever may see it"
    }

    /// A page that a role does not have is one that never was, and nothing is read for it but the session.
    private func refusalFinding(in answer: MatrixAnswer, _ unheard: MatrixAnswer) -> String? {
        var seen = answer
        seen.asked = unheard.asked
        if seen != unheard { return "is not what a page that never was answers: " + seen.unlike(unheard) }
        return answer.asked == ["visitor"] ? nil : "asked " + answer.asked.joined(separator: " ")
    }

    /// Nobody is sent to the entry; a form after the end of a session is carried there.
    private func entryFinding(in answer: MatrixAnswer) -> String? {
        if answer.asked.contains(where: { $0 != "visitor" }) {
            return "asked " + answer.asked.joined(separator: " ")
        }
        if case .ended = check.who, template.method == .post, pattern != .leave {
            return answer.status == .unauthorized ? nil : "\(answer.status.code) after the end"
        }
        let isSent = answer.status == .seeOther && answer.headers[.location] == PagePattern.enter.rawValue
        return isSent && answer.body.isEmpty ? nil : "\(answer.status.code) instead of the entry"
    }

    /// Whether the page has an address of its own, whatever it is asked about.
    private var isOfNoCase: Bool { !pattern.rawValue.contains(":") }

    /// Whether the page is there for this relation, by the design of the screens.
    private var mustShow: Bool {
        switch pattern {
        case .caseFile, .casePapers, .casePaper, .caseImages: [.owner, .receiver].contains(relation)
        case .casePerson: [.owner, .receiver].contains(relation)
        case .caseRefer, .caseAcknowledgement, .caseStops: relation == .owner
        case .boardCase: relation == .coordinator
        case .inboxReferral: relation == .receiver
        case .account, .reports, .queue, .handover, .search, .inbox, .board, .accounts, .directoryCare,
            .ladder, .log, .reviews, .devices, .messages, .channels, .streetSheet, .bringing, .shiftReport,
            .commissionReport, .incidents, .keys, .figures, .figureRelease, .practiceMeasures:
            true
        case .street, .receipt, .directory, .manual, .neutral, .accessibility, .language, .health, .ready,
            .asset, .enter, .leave,
            .invitation,
            .queueLive, .caseActs, .caseImage, .caseReveal, .caseEmergency, .acknowledgement, .verification,
            .places,
            .caseDetail, .shell, .serviceWorker, .appManifest,
            .appEngine, .appBundle, .appModule, .appReports, .appStates, .appDevices, .appHandovers,
            .pushWorker, .papers, .paper, .figureFile, .openData, .openDataFile, .practice, .practiceCourse,
            .practiceCertificate:
            false
        }
    }

    /// The words of cases that the visitor may not read in this answer.
    private func leaks(in answer: MatrixAnswer) -> [String] {
        guard !answer.body.isEmpty || answer.headers[.location] != nil else { return [] }
        let stems = Set(answer.said(of: check.site.town.stems))
        guard !stems.isEmpty else { return [] }
        return check.site.town.all.flatMap { file -> [String] in
            let allowed = allowed(of: file)
            let forbidden = file.marks.filter {
                stems.contains($0.stem) && !isAllowed($0, allowed) && !object.carries($0.text)
            }
            return answer.said(of: forbidden.map(\.text)).map { "says \($0) of case \(file.number)" }
        }
    }

    private func allowed(of file: MatrixCase) -> Set<CaseField> {
        guard pattern.permission != nil else { return [] }
        return CaseView.fields(of: check.relation(to: MatrixObject(file: file)))
    }

    private func isAllowed(_ mark: MatrixCase.Mark, _ allowed: Set<CaseField>) -> Bool {
        if let unit = mark.unit, allowed.contains(.ownReferrals), !allowed.contains(.referrals) {
            return unit == check.who.acting?.unit
        }
        return !mark.fields.isDisjoint(with: allowed)
    }
}
