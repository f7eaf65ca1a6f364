import HTML
import HTTPTypes
import Hummingbird

/// The addresses that a screen answers at.
enum PagePattern: String, CaseIterable, Sendable {
    case street = "/"
    case receipt = "/recibo"
    case directory = "/directorio"
    case manual = "/manual"
    case neutral = "/horario-de-limpieza"
    case health = "/salud"
    case asset = "/assets/:name"

    var path: RouterPath { RouterPath(stringLiteral: rawValue) }

    /// What the screen understands; anything else at its address is answered with 405.
    var methods: [HTTPRequest.Method] {
        switch self {
        case .street, .receipt: [.get, .head, .post]
        case .directory, .manual, .neutral, .health, .asset: [.get, .head]
        }
    }

    /// The pattern that a requested path belongs to.
    init?(matching path: String) {
        let parts = path.split(separator: "/")
        let found = Self.allCases.first { pattern in
            let wanted = pattern.rawValue.split(separator: "/")
            return wanted.count == parts.count
                && zip(wanted, parts).allSatisfy { $0.hasPrefix(":") || $0 == $1 }
        }
        guard let found else { return nil }
        self = found
    }
}

/// The address of one page, to be printed into links.
enum Page: Equatable, Sendable {
    case street
    case receipt
    case directory(district: String?)
    case manual(ManualSection?)
    case neutral
    case asset(String)

    var address: Address {
        switch self {
        case .street: .page([])
        case .receipt: .page(["recibo"])
        case .directory(nil): .page(["directorio"])
        case .directory(let district?):
            .page(["directorio"], query: [DirectoryRoutes.districtField: district])
        case .manual(nil): .page(["manual"])
        case .manual(let section?): .page(["manual"], fragment: section.rawValue)
        case .neutral: .page(["horario-de-limpieza"])
        case .asset(let name): .page(["assets", name])
        }
    }
}
