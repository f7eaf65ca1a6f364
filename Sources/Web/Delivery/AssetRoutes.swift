import HTTPTypes
import Hummingbird
import NIOCore

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
        var headers: HTTPFields = [
            .contentType: asset.contentType,
            .cacheControl: "public, max-age=31536000, immutable",
            .vary: "Accept-Encoding",
        ]
        let compressed = Gzip.isAccepted(by: request) ? asset.compressed : nil
        if compressed != nil { headers[.contentEncoding] = "gzip" }
        let bytes = compressed ?? asset.content
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
