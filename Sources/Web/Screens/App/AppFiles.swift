import HTML
import JSON
import Sealing

/// The modules of the app, under an address that changes with any of them, and what the service worker keeps.
struct AppFiles: Sendable {
    /// By name, such as `app.js`.
    let modules: [String: Asset]
    /// Ten digits of the hash of all of them.
    let version: String
    let worker: [UInt8]

    init(stylesheet: String) {
        var modules: [String: Asset] = [:]
        var all: [UInt8] = []
        for (name, content) in Self.sources.sorted(by: { $0.key < $1.key }) {
            let small = Minifier.withoutComments(content)
            modules[name] = Asset(
                stem: name, suffix: "js", contentType: "text/javascript; charset=utf-8", content: small)
            all += Array(name.utf8) + small
        }
        all += AppModules.worker + Array(stylesheet.utf8)
        let version = String(HashText.sha256(of: all).prefix(10))
        let kept = [
            Page.plain(.shell).address.text, Page.plain(.neutral).address.text,
            Page.plain(.appEngine).address.text, Page.asset(stylesheet).address.text,
        ]
        let files = kept + modules.keys.sorted().map { Page.appModule(version: version, $0).address.text }
        let head: JSON = ["files": .array(files.map(JSON.string)), "version": .string(version)]
        worker = Self.worker(keeping: head)
        self.modules = modules
        self.version = version
    }

    /// The service worker with its own list in place of the empty one that its authors wrote.
    private static func worker(keeping list: JSON) -> [UInt8] {
        let lines = Minifier.withoutComments(AppModules.worker).split(separator: UInt8(ascii: "\n"))
        let own = Array("const KEPT = \(list.text(.canonical));".utf8)
        return Array(
            lines.map { $0.starts(with: Self.listStart.utf8) ? own[...] : $0 }
                .joined(separator: [UInt8(ascii: "\n")]))
    }

    private static let listStart = "const KEPT = "
    private static let sources = AppModules.all
}
