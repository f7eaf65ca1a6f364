import Access
import CaseRegister
import Catalog
import HTTPTypes
import Hummingbird
import NIOCore
import Reports

/// The published figures, and the files in which they are taken home. Each question leaves a leaf in the log.
struct FiguresRoutes: Sendable {
    let room: StaffRoom
    let figures: FigurePorts

    func add(to router: some RouterMethods<BasicRequestContext>) {
        router.get(PagePattern.figures.path, use: show)
        router.get(PagePattern.figureFile.path, use: download)
    }

    @Sendable func show(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let visitor = try await room.gate.visitor(request, for: .figures)
        let model = try await model(request)
        try await note(.figuresViewed, model, by: visitor)
        let view = FiguresView(
            model: model, head: room.head(visitor, on: .figures), names: FigureNames(room.site.catalog))
        return view.document.response(.ok, room.site, request)
    }

    @Sendable func download(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let visitor = try await room.gate.visitor(request, for: .figureFile)
        let model = try await model(request)
        let form = request.uri.queryParameters[FigureQuestion.formField[...]].flatMap {
            FigureFile(rawValue: String($0))
        }
        // A file is never another table than the one that was asked for.
        guard let form, let release = model.release, let table = model.table, !model.isTooFine else {
            throw WebFault.notFound
        }
        try await note(.figuresDownloaded, model, by: visitor)
        let sheets = FigureSheets(release: release, table: table, names: FigureNames(room.site.catalog))
        guard let bytes = try? form.bytes(sheets) else { throw WebFault.broken }
        let name = "ruta-\(release.period.text)-\(table.cube).\(form.ending)"
        return Response(
            status: .ok,
            headers: [
                .contentType: form.contentType, .cacheControl: "no-store",
                .contentDisposition: "attachment; filename=\"\(name)\"",
            ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    private func model(_ request: Request) async throws -> FiguresModel {
        let fields = FormFields(urlEncoded: (request.uri.query ?? "").utf8)
        do {
            return FiguresModel(try await figures.published(), FigureQuestion(fields))
        } catch { throw WebFault.broken }
    }

    /// What was asked for, in words that the scheme knows: nothing that somebody typed reaches the log.
    private func note(_ action: KeeperAction, _ model: FiguresModel, by visitor: Visitor) async throws {
        var objects = model.release.map { [$0.period.text] } ?? []
        if let table = model.table { objects += [table.cube] + table.dimensions }
        try await room.ports.keeping?.audit.commit(
            action.entry(on: objects, by: visitor, at: room.clock()))
    }
}
