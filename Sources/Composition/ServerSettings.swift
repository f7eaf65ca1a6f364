import Configuration
import Storage
public import Web

/// What the place of installation decides, read once at the start.
///
/// The command line wins, then the environment (`RUTA_HOST`, `RUTA_PORT`, `RUTA_DATA`, `RUTA_DATABASE`,
/// `RUTA_DATABASE_PASSWORD_FILE`, `RUTA_KEYS`, `RUTA_ENGINE`, `RUTA_HTTPS`, `RUTA_METRICS_PORT`, `RUTA_METRICS_HOST`),
/// then the defaults for one machine: loopback,
/// so that nothing is open to the network by accident.
public struct ServerSettings: Equatable, Sendable {
    public var host: String
    /// 0 lets the system choose a free port.
    public var port: Int
    /// The SQLite file; with a database of a server, the path beside which the keys of the house lie.
    public var data: String
    /// The address of a PostgreSQL database, `postgres://…`; nil for the file.
    public var database: String?
    /// The file with the password for it.
    private let passwordFile: String?
    /// The folder of the keys that every node of a house was given; nil keeps them beside the data.
    private let keysFolder: String?
    /// The file of the route engine for phones; nil offers no app.
    public var engine: String?
    public var web: WebSettings
    /// The port of the figures for Prometheus; 0 lets the system choose, nil opens none.
    public var metricsPort: Int?
    /// Where that port listens: the loopback, unless told otherwise.
    public let metricsHost: String
    /// By which ways messages leave; none unless somebody said so.
    public var messages = MessageSettings()
    /// Where the register is.
    public var place: RegisterPlace {
        RegisterPlace(
            data: data, server: database, passwordFile: passwordFile, keysFolder: keysFolder)
    }
    /// Whether this is a town of invented cases: every page of it says so.
    public var isPractice: Bool {
        get { web.isPractice }
        set { web.isPractice = newValue }
    }

    /// The folder of the backups, `RUTA_BACKUPS`; nil where nobody said.
    public static var backupFolder: String? {
        ConfigReader(provider: EnvironmentVariablesProvider()).scoped(to: "ruta").string(forKey: "backups")
    }

    /// A setting that cannot be understood: its name and what was found.
    public struct Mistake: Error, Equatable {
        public let name: String
        public let found: String
    }

    public init(
        host: String?, port: String?, data: String?, database: String? = nil, engine: String? = nil
    ) throws(Mistake) {
        let environment = ConfigReader(provider: EnvironmentVariablesProvider()).scoped(to: "ruta")
        self.host = host ?? environment.string(forKey: "host") ?? "127.0.0.1"
        self.data = data ?? environment.string(forKey: "data") ?? "var/ruta.sqlite"
        self.database = database ?? environment.string(forKey: "database")
        passwordFile = environment.string(forKey: "database.password.file")
        keysFolder = environment.string(forKey: "keys")
        if let address = self.database, !PostgresAddress.isMeant(by: address) {
            // Not the whole of it: whoever mistypes an address may have put a password in it.
            throw Mistake(name: "RUTA_DATABASE", found: String(address.prefix { $0 != ":" }))
        }
        self.engine = engine ?? environment.string(forKey: "engine") ?? EnginePath.beside
        let said = port ?? environment.string(forKey: "port") ?? "8080"
        guard let chosen = Int(said), (0...65_535).contains(chosen) else {
            throw Mistake(name: "port", found: said)
        }
        self.port = chosen
        metricsHost = environment.string(forKey: "metrics.host") ?? "127.0.0.1"
        let metrics = environment.string(forKey: "metrics.port")
        guard metrics == nil || metrics.flatMap({ Int($0) }).map((0...65_535).contains) == true else {
            throw Mistake(name: "RUTA_METRICS_PORT", found: metrics ?? "")
        }
        metricsPort = metrics.flatMap { Int($0) }
        let https = environment.string(forKey: "https") ?? "no"
        guard ["yes", "no"].contains(https) else { throw Mistake(name: "RUTA_HTTPS", found: https) }
        // A year, as OWASP ASVS 3.4.1 asks; only where https is really in front.
        web = WebSettings(
            isReachedByHTTPS: https == "yes", strictTransportSeconds: https == "yes" ? 31_536_000 : nil)
    }
}
