import Access
import CaseRegister
import Catalog
import HTTPTypes
import Hummingbird
import Logging
import ReferralDomain

/// The first course of ten minutes, in a practice house.
struct CourseRoutes: Sendable {
    let site: Site
    let book: any DrillBook
    let clock: @Sendable () -> Instant
    let random: any RandomSource
    let logger: Logger

    /// What stands for the course where a scene stands for a drill.
    static let subject = "course"

    func add(to router: some RouterMethods<BasicRequestContext>) {
        router.get(PagePattern.practiceCourse.path, use: show)
        router.post(PagePattern.practiceCourse.path, use: mark)
    }

    @Sendable func show(_ request: Request, _ context: BasicRequestContext) -> Response {
        CourseView(model: model, texts: site.texts).document.response(.ok, site, request)
    }

    /// Marks the answers; a code that cannot be read loses none of them.
    @Sendable func mark(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let fields = try await FormFields(of: request)
        var model = model
        model.choices = model.lessons.enumerated().map { number, lesson in
            fields[PracticeField.question(number)].flatMap(Int.init).flatMap {
                lesson.options.indices.contains($0) ? $0 : nil
            }
        }
        let typed = fields[PracticeField.shift] ?? ""
        guard let shift = ShiftCode(reading: typed) else {
            return CourseView(model: model, typed: typed, isBad: true, texts: site.texts)
                .document.response(.unprocessableContent, site, request)
        }
        let isKept = await keep(model, shift)
        return CourseView(model: model, typed: shift.text, isSent: true, isKept: isKept, texts: site.texts)
            .document.response(.ok, site, request)
    }

    private var model: CourseModel { CourseModel(site.catalog.content) }

    private func keep(_ model: CourseModel, _ shift: ShiftCode) async -> Bool {
        let result = DrillResult(
            id: RecordID(random: random.bytes(ReportID.digits / 2)), kind: .course, subject: Self.subject,
            shift: shift, edition: site.catalog.edition.version, claimedStart: nil, endedAt: clock(),
            trail: [], signs: .init(offered: [], present: [], marked: []),
            choices: model.choices.map { $0 ?? -1 }, score: model.score, isPassed: model.isPassed)
        do {
            _ = try await book.keep(result)
            return true
        } catch {
            logger.error("course not kept", metadata: ["fault": "\(error)"])
            return false
        }
    }
}
