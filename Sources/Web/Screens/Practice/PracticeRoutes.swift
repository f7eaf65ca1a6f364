import Access
import CaseRegister
import Catalog
import HTTPTypes
import Hummingbird
import Logging
import ReferralDomain

/// The drills of a practice house: a scene, the street journey as it is, questions, and a score.
struct PracticeRoutes: Sendable {
    let site: Site
    let book: any DrillBook
    let clock: @Sendable () -> Instant
    let random: any RandomSource
    let logger: Logger

    func add(to router: some RouterMethods<BasicRequestContext>) {
        router.get(PagePattern.practice.path, use: show)
        router.post(PagePattern.practice.path, use: goOn)
    }

    @Sendable func show(_ request: Request, _ context: BasicRequestContext) -> Response {
        list(typed: "", isBad: false, passed: []).response(.ok, site, request)
    }

    /// Takes one page of a drill in and shows the next.
    @Sendable func goOn(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let fields = try await FormFields(of: request)
        guard let stage = fields[PracticeField.stage].flatMap(PracticeStage.init) else {
            throw WebFault.unreadable
        }
        let typed = fields[PracticeField.shift] ?? ""
        guard let shift = ShiftCode(reading: typed) else {
            return list(typed: typed, isBad: true, passed: [])
                .response(.unprocessableContent, site, request)
        }
        if stage == .list {
            return list(typed: shift.text, isBad: false, passed: await passed(by: shift))
                .response(.ok, site, request)
        }
        let fresh = RecordID<DrillResult>(random: random.bytes(ReportID.digits / 2))
        let reading = try DrillReading(fields, site.catalog.content, fresh: fresh, now: clock())
        return try await document(stage, fields, reading).response(.ok, site, request)
    }

    private func document(
        _ stage: PracticeStage, _ fields: FormFields, _ reading: DrillReading
    ) async throws -> Document {
        switch stage {
        case .list, .scene:
            DrillSceneView(
                scene: reading.scene,
                district: site.catalog.content.districts[reading.scene.district]?.name ?? "",
                pass: reading.pass, texts: site.texts
            ).document
        case .street: try street(fields, reading)
        case .questions:
            DrillQuestionsView(
                scene: reading.scene, pass: reading.pass, carried: try carried(fields, reading),
                texts: site.texts
            ).document
        case .score: try await score(fields, reading)
        }
    }

    /// The page of the street journey that was asked for; one on which a number was pressed is shown again.
    private func street(_ fields: FormFields, _ reading: DrillReading) throws -> Document {
        let street = try streetReading(fields, reading)
        let asked = reading.pressed == nil ? street.to : street.from
        let page = street.findings.isEmpty || asked != .sent ? asked : .seen
        var visit = StreetVisit(
            form: street.form, page: page, findings: street.findings, at: reading.scene.at, isFresh: false)
        visit.drill = reading.pass
        visit.drill?.trail.reach(page)
        let catalog = site.catalog
        let route = try catalog.route(
            of: street.form.situation(at: reading.scene.at, in: catalog.content))
        return StreetDocument(
            visit: visit, saving: saving(of: reading, on: page), catalog: catalog, route: route
        )
        .document
    }

    /// The answers on the street are read as at the hour of the scene.
    private func streetReading(_ fields: FormFields, _ reading: DrillReading) throws -> StreetFormReading {
        StreetFormReading(
            fields, content: site.catalog.content, fresh: try ReportID(reading: reading.pass.id.text),
            now: reading.scene.at)
    }

    /// Nothing is recorded: the code that is shown is drawn from the drill and belongs to no case.
    private func saving(of reading: DrillReading, on page: StreetPage) -> Saving {
        guard page == .calls || page == .sent, let id = try? ReportID(reading: reading.pass.id.text) else {
            return .notTried
        }
        return .saved(
            Receipt(
                id: id, reference: CaseReference(random: Array(reading.pass.id.text.utf8)), version: 1,
                receivedAt: reading.scene.at, isRepeat: false))
    }

    private func carried(
        _ fields: FormFields, _ reading: DrillReading
    ) throws -> [(name: String, value: String)] {
        let signs = try streetReading(fields, reading).form.signs
        return signs.map { (StreetField.sign($0), StreetField.seen) }
            + (reading.saysNoCase ? [(PracticeField.noCase, PracticeField.yes)] : [])
    }

    private func score(_ fields: FormFields, _ reading: DrillReading) async throws -> Document {
        let attempt = DrillAttempt(
            scene: reading.scene, trail: reading.pass.trail, saysNoCase: reading.saysNoCase,
            marked: try streetReading(fields, reading).form.signs, choices: reading.choices)
        var model = try DrillScoreModel(attempt, shift: reading.pass.shift.text, site.catalog)
        model.isKept = await keep(result(of: attempt, model.score, reading.pass))
        return DrillScoreView(model: model, texts: site.texts).document
    }

    private func result(of attempt: DrillAttempt, _ score: DrillScore, _ pass: DrillPass) -> DrillResult {
        let offered = site.catalog.content.indicators.filter(\.isOnStreet).map(\.id.text)
        let offers = Set(offered)
        return DrillResult(
            id: pass.id, kind: .scene, subject: attempt.scene.id.text, shift: pass.shift,
            edition: site.catalog.edition.version, claimedStart: pass.begun, endedAt: clock(),
            trail: attempt.trail.marks,
            signs: .init(
                offered: offered, present: attempt.scene.signs.map(\.text).filter(offers.contains),
                marked: attempt.marked.map(\.text).filter(offers.contains)),
            choices: attempt.choices.map { $0 ?? -1 }, score: score.points.total, isPassed: score.isPassed)
    }

    private func keep(_ result: DrillResult) async -> Bool {
        do {
            return try await book.keep(result) == result
        } catch {
            logger.error("drill not kept", metadata: ["fault": "\(error)"])
            return false
        }
    }

    private func passed(by shift: ShiftCode) async -> Set<String> {
        let results = (try? await book.results(of: shift)) ?? []
        return Set(results.filter { $0.kind == .scene && $0.isPassed }.map(\.subject))
    }

    private func list(typed: String, isBad: Bool, passed: Set<String>) -> Document {
        PracticeListView(
            scenes: site.catalog.content.scenes, typed: typed, isBad: isBad, passed: passed, texts: site.texts
        ).document
    }
}
