import Access
import CaseRegister
import Catalog
import HTTPTypes
import Hummingbird
import ReferralDomain
import Standards

/// Where the file of another office is brought in: checked first, then taken in whole or not at all.
struct BringingRoutes: Sendable {
    let room: StaffRoom
    let journal: any ReportJournal

    static let officeField = "entidad"
    static let fileField = "archivo"
    static let tableField = "tabla"

    /// 4 MB: what a browser sends before somebody loses patience; longer files go the way of the command line.
    static let mostBytes = 4_194_304

    func add(to router: some RouterMethods<BasicRequestContext>) {
        router.get(PagePattern.bringing.path, use: show)
        router.post(PagePattern.bringing.path, use: bring)
    }

    @Sendable func show(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let visitor = try await room.gate.visitor(request, for: .bringing)
        return answer(.asked, nil, visitor, request)
    }

    /// Nothing is kept before somebody has read what would come in; what comes in is then only that.
    @Sendable func bring(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let visitor = try await room.gate.visitor(request, for: .bringing)
        let form = try await room.gate.upload(
            request, of: visitor, file: [Self.fileField, Self.tableField], most: Self.mostBytes)
        let institutions = room.site.catalog.content.institutions
        let office = form.fields[Self.officeField].flatMap { institutions[.init($0)]?.id.text }
        switch form.problem {
        case .tooLarge: return answer(.refused(.tooLarge), office, visitor, request)
        case .broken, .several: throw WebFault.unreadable
        case nil: break
        }
        do {
            let stage =
                if form.fileField == Self.tableField {
                    try await taken(form.file, by: visitor)
                } else {
                    try await checked(form.file, of: office, by: visitor)
                }
            return answer(stage, office, visitor, request)
        } catch { return answer(.refused(.notKept), office, visitor, request) }
    }

    private var intake: HTCDSIntake { HTCDSIntake(into: journal, under: room.site.catalog) }

    /// What the file says and what would become of it; nothing is written.
    private func checked(
        _ bytes: [UInt8], of office: String?, by visitor: Visitor
    ) async throws(JournalFault) -> BringingView.Stage {
        guard let office else { return .refused(.noOffice) }
        guard !bytes.isEmpty else { return .refused(.noFile) }
        let now = room.clock()
        let reading = HTCDSReading(bytes, under: room.site.catalog, at: now)
        guard reading.findings.isEmpty else { return .faulty(reading.findings) }
        // Two offices that number their cases from 1 mean other cases, and so do two centres that hear of them.
        let centre = visitor.acting.municipality ?? visitor.acting.unit.text
        let cases = try intake.cases(of: reading, at: now, from: "\(centre) \(office)")
        let standing = try await intake.standing(of: cases)
        return .understood(
            BringingModel(reading, cases, standing, municipality: visitor.acting.municipality))
    }

    /// The table that the page itself made of the file, read again as strictly as any other.
    private func taken(_ table: [UInt8], by visitor: Visitor) async throws(JournalFault) -> BringingView.Stage
    {
        let now = room.clock()
        let reading = HTCDSReading(table, under: room.site.catalog, at: now)
        guard reading.findings.isEmpty else { return .faulty(reading.findings) }
        let cases = try intake.cases(of: reading, at: now)
        let receipts = try await intake.take(
            cases, stamp: Stamp(actor: visitor.acting.account, instant: now))
        let own = zip(cases, receipts).filter { found, receipt in
            !receipt.isRepeat
                && Territory.municipality(ofDistrict: found.report.district) == visitor.acting.municipality
        }
        return .kept(
            BringingView.Kept(
                new: receipts.count { !$0.isRepeat }, known: receipts.count(where: \.isRepeat),
                own: own.map(\.1)))
    }

    private func answer(
        _ stage: BringingView.Stage, _ office: String?, _ visitor: Visitor, _ request: Request
    ) -> Response {
        let view = BringingView(
            stage: stage, office: office, head: room.head(visitor, on: .bringing),
            names: CatalogNames(room.site.catalog))
        return view.document.response(stage.status, room.site, request)
    }
}
