import Access
import CaseRegister
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import ReferralDomain

@testable import Web

/// Sends every request of one visitor, and says what came back that should not have.
///
/// What may answer is asked twice: in the town, and in its twin, in which nobody ever reported what is not
/// the visitor's. Both must answer byte for byte the same and ask the same of their ports.
struct MatrixCheck: Sendable {
    let site: MatrixSite
    let twin: MatrixSite
    /// The cases of the twin.
    let twins: TownCases.Snapshot
    let who: MatrixWho
    /// What a broken site would do to an answer of the town; a test plants faults with it.
    let plant: Plant

    typealias Plant = @Sendable (MatrixTemplate, MatrixObject, inout MatrixAnswer) -> Void

    private var town: MatrixTown { site.town }

    /// - Parameter isWanted: which requests are tried.
    func run(
        _ patterns: [PagePattern], where isWanted: (MatrixTemplate) -> Bool
    ) async throws -> MatrixReport {
        var report = MatrixReport()
        await town.cases.restore(town.morning)
        await twin.town.cases.restore(twins)
        for pattern in patterns {
            let (objects, isOpen) = (objects(of: pattern), isOpen(pattern))
            for template in pattern.templates(isOpen: isOpen)
            where isWanted(template) && !isEndless(template) {
                try await check(template, self.objects(of: template, among: objects), &report)
            }
        }
        return report
    }

    /// What never was first, then what is there and not for the visitor, then what is.
    private func objects(of pattern: PagePattern) -> [MatrixObject] {
        let objects = pattern.objects(among: town.all)
        return objects.filter { !exists($0, pattern) } + objects.filter { exists($0, pattern) }
    }

    /// The objects of one request: one where it is the same about all, more where it names a second case.
    private func objects(of template: MatrixTemplate, among objects: [MatrixObject]) -> [MatrixObject] {
        if template.isPlain || (template.pattern.isAboutHouse && template.method == .post) {
            return [.absent]
        }
        guard template.verb == FileAsk.merge.rawValue else { return objects }
        return objects
            + town.all.flatMap { file in
                town.all.filter { $0.number != file.number }
                    .map { MatrixObject(file: file, person: file.person, reference: $0.reference) }
            }
    }

    /// The stream of the queue has no end; who may not open it is still tried.
    private func isEndless(_ template: MatrixTemplate) -> Bool {
        template.pattern == .queueLive && isPermitted(template.pattern)
            && [.get, .head].contains(template.method)
    }

    private func check(
        _ template: MatrixTemplate, _ objects: [MatrixObject], _ report: inout MatrixReport
    ) async throws {
        let unheard = try await site.unheard(template, as: who)
        // The first answer about what is not there: in no case, and in each that the visitor knows.
        var absent: [Int?: MatrixAnswer] = [:]
        for object in objects {
            var answer = try await site.answer(to: template, about: object, as: who)
            plant(template, object, &answer)
            let changed = await changed()
            let judge = MatrixJudge(check: self, template: template, object: object)
            var findings = judge.findings(in: answer, unheard: unheard)
            findings += judge.changes(changed)
            if isTwinned(template) {
                let other = try await twin.answer(to: template, about: object, as: who)
                report.twins += 1
                if answer != other {
                    findings.append("is not what the twin answers: " + answer.unlike(other))
                }
            }
            await restore(changed)
            report.requests += 1
            report.objects.insert("\(object)")
            if judge.isToBeAbsent, object.namesItself {
                let first = absent[judge.known] ?? answer
                absent[judge.known] = first
                findings += judge.absence(answer, absent[nil] ?? answer, first)
            }
            let address = template.address(of: object)
            report.findings += findings.map { "\(who.name): \(template.name) on \(address): \($0)" }
            if findings.isEmpty, answer.status == .ok, template.method == .get {
                report.shown.insert("\(template.pattern) \(relation(to: object))")
            }
        }
    }

    /// The cases that the last request changed.
    private func changed() async -> [MatrixCase] {
        guard await town.cases.end != town.morning.position else { return [] }
        let stands = await town.cases.snapshot()
        return town.all.filter {
            stands.state(of: $0.id).version != town.morning.state(of: $0.id).version
        }
    }

    private func restore(_ changed: [MatrixCase]) async {
        if !changed.isEmpty { await town.cases.restore(town.morning) }
        if await twin.town.cases.end != twins.position { await twin.town.cases.restore(twins) }
    }

    /// Whether the page may say anything to the visitor that it does not say to everybody.
    private func isOpen(_ pattern: PagePattern) -> Bool {
        guard pattern.permission == nil else { return isPermitted(pattern) }
        return who.isNobody
    }

    /// Whether the twin is asked as well: where the gate has let a request through. Every such request goes to
    /// both, so that what a vault or a count keeps stays the same in both. The bundle is signed anew in each house and the noise
    /// of the open data is drawn anew; either is the same for everybody in it.
    private func isTwinned(_ template: MatrixTemplate) -> Bool {
        guard ![.appBundle, .openData, .openDataFile].contains(template.pattern) else { return false }
        let isHeard = template.method == .get || (template.method == .post && template.token == .right)
        return isHeard && template.pattern.methods.contains(template.method) && isOpen(template.pattern)
    }

    /// Whether the role of the visitor has the page.
    func isPermitted(_ pattern: PagePattern) -> Bool {
        guard let acting = who.acting, let permission = pattern.permission else { return false }
        return PermissionMatrix.carried.mayOpen(permission, as: acting.role)
    }

    func relation(to object: MatrixObject) -> CaseRelation { town.relation(of: who.acting, to: object.file) }

    /// Whether the object is there for the visitor, by the permissions and the relation alone.
    func exists(_ object: MatrixObject, _ pattern: PagePattern) -> Bool {
        let relation = relation(to: object)
        guard isPermitted(pattern), relation != .none, let file = object.file else { return false }
        let state = town.morning.state(of: file.id)
        switch pattern {
        case .casePerson:
            return state.person(object.person) != nil && CaseView.shows(.people, to: relation)
        case .caseAcknowledgement: return state.referral(object.referral) != nil
        case .caseStops: return relation == .owner
        case .casePapers, .casePaper, .caseImages: return relation == .owner || relation == .receiver
        case .inboxReferral:
            let isHeard = relation == .receiver || relation == .former
            return isHeard && state.referral(object.referral)?.draft.unit == who.acting?.unit
        // No case of the matrix came from a phone with a detail.
        case .caseDetail: return false
        // Nor has any an image.
        case .caseImage: return false
        case .street, .receipt, .directory, .manual, .neutral, .accessibility, .language, .health, .ready,
            .asset, .enter, .leave,
            .invitation,
            .account, .reports, .queue, .queueLive, .handover, .caseFile, .caseActs, .caseRefer,
            .caseReveal, .caseEmergency, .search, .inbox, .acknowledgement, .verification, .board,
            .boardCase, .places, .accounts, .directoryCare, .ladder, .log, .reviews, .devices, .messages,
            .channels, .figures, .figureFile, .figureRelease, .openData, .openDataFile,
            .shell, .serviceWorker, .appManifest,
            .appEngine, .appBundle, .appModule, .appReports, .appStates, .appDevices, .appHandovers,
            .pushWorker, .papers, .paper, .streetSheet, .bringing, .shiftReport, .commissionReport,
            .incidents, .keys,
            .practice, .practiceCourse, .practiceCertificate, .practiceMeasures:
            return true
        }
    }
}
