import HTTPTypes
import Hummingbird

/// Serves the stylesheet and the script.
struct AssetRoutes: Sendable {
    let assets: SiteAssets

    func add(to router: some RouterMethods<BasicRequestContext>) {
        router.get(PagePattern.asset.path, use: asset)
    }

    @Sendable func asset(_ request: Request, _ context: BasicRequestContext) throws -> Response {
        guard let name = context.parameters.get("name"), let asset = assets[name] else {
            throw WebFault.notFound
        }
        return Self.response(asset, request)
    }

    /// A file that browsers may keep for ever.
    static func response(_ asset: Asset, _ request: Request) -> Response {
        asset.packed.response(
            [.contentType: asset.contentType, .cacheControl: "public, max-age=31536000, immutable"],
            to: request)
    }
}
