import Access
import Catalog
import ReferralDomain
import Sealing
import Synchronization

/// What every request of the app is answered from: the bundles in force, the engine, the files.
///
/// A class, because the bundle is composed once a change and not once a request.
final class AppSite: Sendable {
    let ports: AppPorts
    let files: AppFiles
    let engine: Asset?
    private let speaking: [Language: CatalogInForce]
    private let standing = Mutex<Standing?>(nil)

    private struct Standing {
        let revision: Int
        let bundles: [Language: AppBundle]
    }

    init(_ ports: AppPorts, speaking: [Language: CatalogInForce], assets: SiteAssets) {
        self.ports = ports
        self.speaking = speaking
        engine = ports.engine.map {
            Asset(stem: "motor", suffix: "wasm", contentType: Asset.program, content: $0)
        }
        files = AppFiles(stylesheet: assets.stylesheet.name, read: [assets.manualScript.name])
    }

    /// The bundle of what is in force in a language.
    ///
    /// All languages carry one time, since a phone that changes its language takes nothing older than what it has. What says
    /// nothing new in any of them keeps its time, so that phones do not take it again.
    ///
    /// - Throws: never for a key that was read.
    func bundle(in language: Language) throws -> AppBundle? {
        let inForce = speaking.mapValues(\.standing)
        let revision = inForce.values.map(\.revision).min() ?? 0
        return try standing.withLock { standing in
            if let standing, standing.revision == revision { return standing.bundles[language] }
            let made = inForce.values.compactMap(\.changed).reduce(ports.catalogSince, max)
            var bundles = try inForce.mapValues { now in
                try AppBundle(
                    of: now.catalog, sealedTo: ports.ring.current.publicKey, since: ports.catalogSince,
                    made: made, signer: ports.bundleSigner)
            }
            if let before = standing?.bundles, before.mapValues(\.content) == bundles.mapValues(\.content) {
                bundles = before
            }
            standing = Standing(revision: revision, bundles: bundles)
            return bundles[language]
        }
    }
}
