import HTTPTypes
import Hummingbird
import NIOCore
import Reports
import Spreadsheets

/// The open data: counts with noise, for anybody, with what protects people and what is left of the budget.
struct OpenDataRoutes: Sendable {
    let room: StaffRoom
    let figures: FigurePorts

    func add(to router: some RouterMethods<BasicRequestContext>) {
        router.get(PagePattern.openData.path, use: show)
        router.get(PagePattern.openDataFile.path, use: download)
    }

    @Sendable func show(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let releases = try await published()
        var years: [OpenDataView.Year] = []
        for year in Set(releases.map(\.period.year)).sorted(by: >) {
            do { years.append(.init(year: year, budget: try await figures.desk.book.spent(in: year))) } catch
            {
                throw WebFault.broken
            }
        }
        let view = OpenDataView(releases: releases, years: years, names: FigureNames(room.site.catalog))
        return view.document.response(.ok, room.site, request)
    }

    /// `2026-q3.csv`
    @Sendable func download(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let name = context.parameters.get("name") ?? ""
        let release = try await published().first { Self.file($0.period) == name }
        guard let release else { throw WebFault.notFound }
        let sheet = OpenDataSheet(release: release, names: FigureNames(room.site.catalog)).sheet
        return Response(
            status: .ok,
            headers: [
                .contentType: FigureFile.csv.contentType, .cacheControl: "no-store",
                .contentDisposition: "attachment; filename=\"ruta-\(name)\"",
            ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: sheet.csv(.plain))))
    }

    static func file(_ period: FigurePeriod) -> String { period.text + ".csv" }

    private func published() async throws -> [FigureRelease] {
        do { return try await figures.published().filter { $0.figures.open != nil } } catch {
            throw WebFault.broken
        }
    }
}
