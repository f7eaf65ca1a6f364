import HTML
import JSON
import Sealing

/// The modules of the app, under an address that changes with any of them, and what the service worker keeps.
///
/// A browser can take each module by itself. The service worker takes them in two packs, since each answer costs a slow network
/// most of a second: the first is what a report needs, the later comes when the first page stands.
struct AppFiles: Sendable {
    /// By name, such as `app.js`, and the packs.
    let modules: [String: Asset]
    /// Ten digits of the hash of all of them.
    let version: String
    let worker: Packed

    /// What the packs are called, beside the modules.
    static let firstPack = "first.json"
    static let laterPack = "later.json"

    /// - Parameter read: assets of pages that are only read, kept where they can be had.
    init(stylesheet: String, read: [String]) {
        var small: [String: [UInt8]] = [:]
        var all: [UInt8] = []
        for (name, content) in AppModules.all.sorted(by: { $0.key < $1.key }) {
            small[name] = Minifier.withoutComments(content)
            all += Array(name.utf8) + small[name, default: []]
        }
        all += AppModules.worker + Array(([stylesheet] + read).joined(separator: " ").utf8)
        let version = String(HashText.sha256(of: all).prefix(10))
        func address(_ name: String) -> String { Page.appModule(version: version, name).address.text }
        func pack(_ names: some Sequence<String>) -> JSON {
            .object(
                names.sorted().map {
                    JSON.Member(address($0), .string(String(decoding: small[$0, default: []], as: UTF8.self)))
                })
        }
        var modules = small.reduce(into: [:]) { modules, module in
            modules[module.key] = Asset(
                stem: module.key, suffix: "js", contentType: "text/javascript; charset=utf-8",
                content: module.value)
        }
        let isLater = AppModules.later.contains
        for (name, held) in [
            (Self.firstPack, pack(small.keys.filter { !isLater($0) })),
            (Self.laterPack, pack(small.keys.filter(isLater))),
        ] {
            modules[name] = Asset(
                stem: name, suffix: "json", contentType: "application/json; charset=utf-8",
                content: held.bytes(.canonical))
        }
        worker = Packed(
            Self.worker(keeping: [
                "files": .array(
                    [
                        Page.plain(.shell).address.text, Page.plain(.appEngine).address.text,
                        Page.asset(stylesheet).address.text,
                    ].map(JSON.string)),
                "first": .string(address(Self.firstPack)), "later": .string(address(Self.laterPack)),
                "read": .array(read.map { .string(Page.asset($0).address.text) }),
                "version": .string(version),
            ]))
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
}
