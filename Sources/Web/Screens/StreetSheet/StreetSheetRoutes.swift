import Access
import CaseRegister
import Catalog
import HTML
import HTTPTypes
import Hummingbird
import ReferralDomain

/// Where a street sheet is typed in: read, looked at, and kept like a report of a phone.
struct StreetSheetRoutes: Sendable {
    let room: StaffRoom
    let journal: any ReportJournal

    func add(to router: some RouterMethods<BasicRequestContext>) {
        router.get(PagePattern.streetSheet.path, use: show)
        router.post(PagePattern.streetSheet.path, use: take)
    }

    @Sendable func show(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let visitor = try await room.gate.visitor(request, for: .streetSheet)
        var form = StreetSheetForm()
        form.day = room.clock().dayText
        form.district = visitor.acting.municipality ?? ""
        return view(form, nil, .asked, visitor.formToken, room.head(visitor, on: .streetSheet))
            .document.response(.ok, room.site, request)
    }

    /// Nothing is kept before somebody has looked at what was understood; what was typed is never lost.
    @Sendable func take(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let visitor = try await room.gate.visitor(request, for: .streetSheet)
        let form = StreetSheetForm(try await room.gate.form(request, of: visitor))
        let now = room.clock()
        let reading = StreetSheetReading(form, room.site.catalog.content, now: now)
        let head = room.head(visitor, on: .streetSheet)
        func answer(_ stage: StreetSheetView.Stage, _ status: HTTPResponse.Status) -> Response {
            view(form, reading, stage, visitor.formToken, head).document.response(status, room.site, request)
        }
        guard reading.faults.isEmpty, let filled = reading.form, let seenAt = reading.seenAt else {
            return answer(.asked, .unprocessableContent)
        }
        guard form.isChecked else { return answer(.understood, .ok) }
        do {
            let catalog = room.site.catalog
            // The advice that holds is that of the moment at which it was seen.
            let route = try catalog.route(of: filled.situation(at: seenAt, in: catalog.content))
            let report = try filled.streetReport(advisedBy: route, of: catalog)
            let receipt = try await journal.record(
                report, stamp: Stamp(actor: visitor.acting.account, instant: now))
            return answer(.kept(receipt.reference, report.id), .ok)
        } catch { return answer(.failed, .internalServerError) }
    }

    private func view(
        _ form: StreetSheetForm, _ reading: StreetSheetReading?, _ stage: StreetSheetView.Stage,
        _ token: String, _ head: StaffHead
    ) -> StreetSheetView {
        StreetSheetView(
            form: form, reading: reading, stage: stage, formToken: token, head: head,
            catalog: room.site.catalog)
    }
}
