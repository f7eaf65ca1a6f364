/// The stylesheets and the scripts, each under a name that changes with its content.
struct SiteAssets: Sendable {
    /// Made once: they hang on nothing but the program.
    static let ofThisProgram = SiteAssets()

    let stylesheet: Asset
    let script: Asset
    /// What only staff pages load, so that the street stays light.
    let deskStylesheet: Asset
    let deskScript: Asset
    /// What papers load, and nothing else.
    let paperStylesheet: Asset

    /// What only the manual loads.
    let manualScript: Asset

    private init() {
        stylesheet = Self.style("ruta", PackageResources.ruta_css)
        script = Self.script("ruta", PackageResources.ruta_js)
        deskStylesheet = Self.style("desk", PackageResources.desk_css)
        manualScript = Self.script("manual", PackageResources.manual_js)
        deskScript = Self.script("desk", PackageResources.desk_js)
        paperStylesheet = Self.style("paper", PackageResources.paper_css)
    }

    subscript(name: String) -> Asset? {
        let own = [stylesheet, script, deskStylesheet, deskScript, paperStylesheet, manualScript]
        return (own + AppDisguise.allCases.map(\.icon)).first { $0.name == name }
    }

    private static func style(_ stem: String, _ content: [UInt8]) -> Asset {
        Asset(
            stem: stem, suffix: "css", contentType: "text/css; charset=utf-8",
            content: Minifier.withoutComments(content))
    }

    private static func script(_ stem: String, _ content: [UInt8]) -> Asset {
        Asset(
            stem: stem, suffix: "js", contentType: "text/javascript; charset=utf-8",
            content: Minifier.withoutComments(content))
    }
}

/// One file that browsers may keep for ever, since a changed one has another name.
struct Asset: Sendable {
    static let drawing = "image/svg+xml"
    static let program = "application/wasm"
    static let bytes = "application/octet-stream"

    let name: String
    let contentType: String
    let packed: Packed

    init(stem: String, suffix: String, contentType: String, content: [UInt8]) {
        name = "\(stem).\(Self.fingerprint(of: content)).\(suffix)"
        self.contentType = contentType
        packed = Packed(content)
    }

    /// FNV-1a of the content: a name for caches, not a protection.
    private static func fingerprint(of content: [UInt8]) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in content { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return String(hash, radix: 36)
    }
}
