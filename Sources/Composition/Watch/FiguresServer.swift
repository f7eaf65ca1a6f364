import Hummingbird
import HummingbirdCore
import Logging

/// The port at which Prometheus asks for figures: apart from the pages, on the loopback unless told otherwise.
struct FiguresServer: Sendable {
    let figures: HouseFigures
    let host: String
    let port: Int
    let logger: Logger

    static let path: RouterPath = "/metrics"

    /// - Parameter ready: called with the address once the port is open.
    func application(
        ready: @escaping @Sendable (String) -> Void
    ) -> some ApplicationProtocol {
        let (figures, host) = (figures, host)
        let router = Router()
        router.get(Self.path) { _, _ in
            Response(
                status: .ok, headers: [.contentType: "text/plain; version=0.0.4; charset=utf-8"],
                body: .init(byteBuffer: .init(string: await figures.text())))
        }
        return Application(
            router: router,
            configuration: .init(address: .hostname(host, port: port), serverName: nil, backlog: 16),
            onServerRunning: { channel in
                ready("http://\(host):\(channel.localAddress?.port ?? 0)\(Self.path)")
            }, logger: logger)
    }
}
