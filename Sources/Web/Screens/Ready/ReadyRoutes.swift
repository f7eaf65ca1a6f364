import Catalog
import HTTPTypes
import Hummingbird
import JSON
import NIOCore

/// Tells a probe whether this program should be given visitors, and why not, in words.
struct ReadyRoutes: Sendable {
    let site: Site
    let faults: @Sendable () async -> [ReadinessFault]

    func add(to router: some RouterMethods<BasicRequestContext>) {
        router.get(PagePattern.ready.path, use: show)
    }

    /// 200 while everything is there, 503 while something is not.
    @Sendable func show(_ request: Request, _ context: BasicRequestContext) async -> Response {
        let (faults, words) = (await faults(), Words<ReadyText>(site.texts))
        let state: JSON = [
            "status": .string(faults.isEmpty ? "ready" : "not-ready"),
            "why": .array(
                faults.map { ["code": .string($0.rawValue), "text": .string(words[Self.text(of: $0)])] }
            ),
        ]
        return Response(
            status: faults.isEmpty ? .ok : .serviceUnavailable,
            headers: [.contentType: "application/json; charset=utf-8"],
            body: .init(byteBuffer: ByteBuffer(string: state.text(.canonical))))
    }

    private static func text(of fault: ReadinessFault) -> ReadyText {
        switch fault {
        case .database: .database
        case .schema: .schema
        case .stopped: .stopped
        case .journal: .journal
        }
    }
}
