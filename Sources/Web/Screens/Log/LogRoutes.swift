import Access
import CaseRegister
import Catalog
import HTTPTypes
import Hummingbird
import JSON
import NIOCore
import ReferralDomain

/// The auditor's log, and the journal to take home.
struct LogRoutes: Sendable {
    static let checkField = "comprobar"
    static let yes = "si"
    static let fileField = "archivo"
    static let journalFile = "diario"

    let room: StaffRoom
    let keeping: KeepingPorts

    func add(to router: some RouterMethods<BasicRequestContext>) {
        router.get(PagePattern.log.path, use: show)
    }

    @Sendable func show(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let visitor = try await room.gate.visitor(request, for: .log)
        let fields = FormFields(urlEncoded: (request.uri.query ?? "").utf8)
        if fields[Self.fileField] == Self.journalFile {
            try await note(.journalExported, by: visitor)
            return export()
        }
        let filter = LogFilter(fields)
        let isCheck = fields[Self.checkField] == Self.yes
        try await note(isCheck ? .logChecked : .logViewed, on: [filter.book.rawValue], by: visitor)
        let model = LogModel(
            try await rows(filter), filter: filter, end: try await end(of: filter.book),
            check: isCheck ? try await check(filter.book) : .notAsked)
        let head = room.head(visitor, on: .log)
        return LogView(model: model, head: head, texts: room.site.texts).document.response(
            filter.isDayWrong ? .unprocessableContent : .ok, room.site, request)
    }

    /// Whoever reads the log stands in the log, before the answer leaves.
    private func note(
        _ action: KeeperAction, on objects: [String] = [], by visitor: Visitor
    ) async throws {
        try await keeping.audit.commit(action.entry(on: objects, by: visitor, at: room.clock()))
    }

    private func rows(_ filter: LogFilter) async throws -> [LogModel.Row] {
        switch filter.book {
        case .leaves:
            guard let audit = filter.audit else { return [] }
            return try await keeping.audit.list(audit).map(LogModel.Row.init)
        case .journal:
            guard let question = filter.question else { return [] }
            return try await keeping.trail.acts(question).map(LogModel.Row.init)
        }
    }

    private func end(of book: LogFilter.Book) async throws -> JournalAnchor? {
        switch book {
        case .leaves:
            try await keeping.audit.list(AuditFilter(most: 1)).first.map {
                JournalAnchor(position: $0.position, hash: $0.hash)
            }
        case .journal: try await keeping.trail.end()
        }
    }

    private func check(_ book: LogFilter.Book) async throws -> LogModel.Check {
        let broken =
            switch book {
            case .leaves: try await keeping.audit.firstBreak()
            case .journal: try await keeping.trail.firstFinding()?.position
            }
        return broken.map { .broken(at: $0) } ?? .whole
    }

    /// The whole journal without what was said, one act a line, sent as it is read.
    private func export() -> Response {
        let trail = keeping.trail
        let body = ResponseBody { writer in
            var question = TrailQuestion(most: Self.batch)
            question.after = 0
            while true {
                let acts = try await trail.acts(question)
                guard let last = acts.last else { break }
                var lines = ByteBuffer()
                for act in acts { lines.writeString(act.line + "\n") }
                try await writer.write(lines)
                question.after = last.position
            }
            try await writer.finish(nil)
        }
        return Response(
            status: .ok,
            headers: [
                .contentType: "application/jsonl; charset=utf-8", .cacheControl: "no-store",
                .contentDisposition:
                    "attachment; filename=\"\(DrillBand.fileStart(room.site.settings))ruta-diario.jsonl\"",
            ], body: body)
    }

    /// How many acts are read at once: a few hundred kilobytes.
    private static let batch = 1_000
}

extension TrailAct {
    /// The act as one line of canonical JSON.
    var line: String {
        var members: [JSON.Member] = [
            JSON.Member("position", .integer(position)), JSON.Member("case", .string(caseID)),
            JSON.Member("version", .integer(version)), JSON.Member("name", .string(name)),
            JSON.Member("actor", .string(actor)),
            JSON.Member("recordedAt", .integer(instant.millisecondsSinceEpoch)),
            JSON.Member("previousHash", .string(previousHash)), JSON.Member("hash", .string(hash)),
        ]
        if let reason { members.append(JSON.Member("reason", .string(reason))) }
        return JSON.object(members).text(.canonical)
    }
}
