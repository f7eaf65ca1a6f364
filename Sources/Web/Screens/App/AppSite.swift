import Access
import Catalog
import ReferralDomain
import Sealing
import Synchronization

/// What every request of the app is answered from: the bundle in force, the engine, the files.
///
/// A class, because the bundle is composed once a change and not once a request.
final class AppSite: Sendable {
    let ports: AppPorts
    let files: AppFiles
    let engine: Asset?
    private let standing = Mutex<Standing?>(nil)

    private struct Standing {
        let revision: Int
        let bundle: AppBundle
    }

    init(_ ports: AppPorts, assets: SiteAssets) {
        self.ports = ports
        engine = ports.engine.map {
            Asset(stem: "motor", suffix: "wasm", contentType: Asset.program, content: $0)
        }
        files = AppFiles(stylesheet: assets.stylesheet.name, read: [assets.manualScript.name])
    }

    /// The bundle of what is in force; what says nothing new keeps its time, so that phones do not take it again.
    ///
    /// - Throws: never for a key that was read.
    func bundle(of inForce: CatalogInForce) throws -> AppBundle {
        let (catalog, revision, changed) = inForce.standing
        return try standing.withLock { standing in
            if let standing, standing.revision == revision { return standing.bundle }
            let made = max(ports.catalogSince, changed ?? ports.catalogSince)
            var bundle = try AppBundle(
                of: catalog, sealedTo: ports.ring.current.publicKey, since: ports.catalogSince, made: made,
                signer: ports.bundleSigner)
            if let before = standing?.bundle, before.content == bundle.content { bundle = before }
            standing = Standing(revision: revision, bundle: bundle)
            return bundle
        }
    }
}
