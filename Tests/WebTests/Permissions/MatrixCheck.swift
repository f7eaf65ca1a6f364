import Access
import CaseRegister
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import ReferralDomain

@testable import Web

/// Sends every request of one visitor, and says what came back that should not have.
struct MatrixCheck: Sendable {
    let town: MatrixTown
    let who: Who
    /// What a broken site would do to an answer; a test plants faults with it.
    var plant: @Sendable (MatrixTemplate, MatrixObject, inout MatrixAnswer) -> Void = { _, _, _ in }

    /// Who asks: a member, nobody, or a member whose session has ended.
    enum Who: Sendable {
        case member(StaffMember)
        case nobody
        case ended(StaffMember)

        var name: String {
            switch self {
            case .member(let member): member.acting.account.text
            case .nobody: "nobody"
            case .ended(let member): member.acting.account.text + " after the end"
            }
        }

        /// Who has a live session.
        var acting: Acting? {
            guard case .member(let member) = self else { return nil }
            return member.acting
        }

        var token: String? {
            switch self {
            case .member(let member): member.token + ".fresh"
            case .nobody: nil
            case .ended(let member): "ended-" + member.token
            }
        }
    }

    /// What was seen.
    struct Report: Sendable {
        var requests = 0
        var findings: [String] = []
        /// The pages that were shown, by page and relation.
        var shown: Set<String> = []
    }

    func run(_ client: any TestClientProtocol) async throws -> Report {
        var report = Report()
        let mounted = Set(town.web.router().routes.map { $0.path.description })
        for pattern in PagePattern.allCases where mounted.contains(pattern.path.description) {
            for template in pattern.templates where !isEndless(template) {
                try await check(template, client, &report)
            }
        }
        return report
    }

    /// The stream of the queue has no end; who may not open it is still tried.
    private func isEndless(_ template: MatrixTemplate) -> Bool {
        template.pattern == .queueLive && isPermitted(template.pattern)
            && [.get, .head].contains(template.method)
    }

    private func check(
        _ template: MatrixTemplate, _ client: any TestClientProtocol, _ report: inout Report
    ) async throws {
        var states = await town.states()
        let unheard = try await answer(to: template, .absent, at: "/nunca-hubo", client)
        var absent: MatrixAnswer?
        let isPublic = template.pattern.permission == nil
        let objects = isPublic ? [.absent] : template.pattern.objects(in: town)
        for object in objects.filter({ !exists($0, template, states) })
            + objects.filter({ exists($0, template, states) })
        {
            let path = object.filled(template.pattern.rawValue.replacing(":name", with: "x"))
            let answer = try await answer(to: template, object, at: path, client)
            report.requests += 1
            let judge = MatrixJudge(check: self, template: template, object: object, states: states)
            var findings = judge.findings(
                in: answer, absent: absent ?? answer, unheard: unheard)
            if template.method == .post {
                let after = await town.states()
                findings += judge.changes(to: after)
                states = after
            }
            if absent == nil { absent = answer.emptied(of: object) }
            report.findings += findings.map { "\(who.name): \(template.name) on \(path): \($0)" }
            if findings.isEmpty, answer.status == .ok, template.method == .get, !isPublic {
                report.shown.insert("\(template.pattern) \(judge.relation)")
            }
        }
    }

    private func answer(
        to template: MatrixTemplate, _ object: MatrixObject, at path: String,
        _ client: any TestClientProtocol
    ) async throws -> MatrixAnswer {
        var headers: HTTPFields = [:]
        if let token = who.token {
            headers[.cookie] = "\(Gate.cookieName(WebSettings()))=\(token)"
        }
        var body = ""
        if template.method == .post {
            headers[.contentType] = "application/x-www-form-urlencoded"
            body = self.body(of: template, object)
        }
        var answer = try await client.execute(
            uri: path + object.filled(template.query), method: template.method, headers: headers,
            body: ByteBuffer(string: body)
        ) { MatrixAnswer($0) }
        if path != "/nunca-hubo" { plant(template, object, &answer) }
        return answer
    }

    private func body(of template: MatrixTemplate, _ object: MatrixObject) -> String {
        var fields = template.fields
        switch template.token {
        case .right: if case .member(let member) = who { fields[Gate.tokenField] = member.formToken }
        case .wrong: fields[Gate.tokenField] = "form-of-somebody-else"
        case .missing: break
        }
        return fields.map { "\($0.key)=\(object.filled($0.value))" }.sorted().joined(separator: "&")
            .replacing(" ", with: "+")
    }

    /// Whether the role of the visitor has the page.
    func isPermitted(_ pattern: PagePattern) -> Bool {
        guard let acting = who.acting, let permission = pattern.permission else { return false }
        return PermissionMatrix.carried.mayOpen(permission, as: acting.role)
    }

    func relation(to object: MatrixObject, _ states: [Int: CaseState]) -> CaseRelation {
        guard let acting = who.acting, let file = object.file, let state = states[file.number] else {
            return .none
        }
        return CaseRelation(of: acting, to: state, at: MatrixTown.now, under: town.rules)
    }

    /// Whether the object is there for the visitor, by the permissions and the relation alone.
    func exists(_ object: MatrixObject, _ template: MatrixTemplate, _ states: [Int: CaseState]) -> Bool {
        let relation = relation(to: object, states)
        guard isPermitted(template.pattern), relation != .none, let file = object.file,
            let state = states[file.number]
        else { return false }
        switch template.pattern {
        case .casePerson:
            return state.person(object.person) != nil && CaseView.shows(.people, to: relation)
        case .caseAcknowledgement: return state.referral(object.referral) != nil
        case .inboxReferral:
            return state.referral(object.referral)?.draft.unit == who.acting?.unit
        case .street, .receipt, .directory, .manual, .neutral, .health, .asset, .enter, .leave, .invitation,
            .account, .reports, .queue, .queueLive, .handover, .caseFile, .caseActs, .caseRefer,
            .caseReveal, .caseEmergency, .search, .inbox, .acknowledgement, .verification, .board,
            .boardCase, .places, .accounts, .directoryCare, .ladder, .log, .reviews:
            return true
        }
    }
}
