import HTTPTypes
import Synchronization

/// How many requests each kind of page was asked, how they were answered, and how long that took.
///
/// A page is known by its pattern alone: no id and nothing that a visitor wrote can become a figure. It is a class since
/// everybody who answers counts into the same figures.
public final class RequestFigures: Sendable {
    /// A clock that only goes forward, in nanoseconds.
    let nanoseconds: @Sendable () -> UInt64
    private let tallies = Mutex<[Kind: Tally]>([:])

    private struct Kind: Hashable {
        let method: String
        let page: String
        let status: Int
    }

    private struct Tally {
        /// How many took at most as long as each border says, those of the shorter ones included.
        var within = [Int](repeating: 0, count: RequestFigures.borders.count)
        var count = 0
        var nanoseconds: UInt64 = 0
    }

    public init(nanoseconds: @escaping @Sendable () -> UInt64) { self.nanoseconds = nanoseconds }

    func note(_ method: HTTPRequest.Method, _ path: String, _ status: HTTPResponse.Status, took: UInt64) {
        let kind = Kind(
            method: Self.methods.contains(method) ? method.rawValue : "other",
            page: PagePattern(matching: path)?.rawValue ?? APIPath(matching: path)?.rawValue ?? "other",
            status: status.code)
        tallies.withLock { tallies in
            var tally = tallies[kind] ?? Tally()
            tally.count += 1
            tally.nanoseconds += took
            for (place, border) in Self.borders.enumerated() where took <= border.nanoseconds {
                tally.within[place] += 1
            }
            tallies[kind] = tally
        }
    }

    /// The figures in the text format of Prometheus, version 0.0.4.
    public func text() -> String {
        let tallies = tallies.withLock { $0 }
        var lines = [
            "# HELP ruta_request_seconds How long requests took until their answer began.",
            "# TYPE ruta_request_seconds histogram",
        ]
        for (kind, tally) in tallies.sorted(by: { Self.name(of: $0.key) < Self.name(of: $1.key) }) {
            let name = Self.name(of: kind)
            for (border, count) in zip(Self.borders, tally.within) {
                lines.append("ruta_request_seconds_bucket{\(name),le=\"\(border.text)\"} \(count)")
            }
            lines.append("ruta_request_seconds_bucket{\(name),le=\"+Inf\"} \(tally.count)")
            lines.append("ruta_request_seconds_sum{\(name)} \(Double(tally.nanoseconds) / 1e9)")
            lines.append("ruta_request_seconds_count{\(name)} \(tally.count)")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func name(of kind: Kind) -> String {
        "method=\"\(kind.method)\",page=\"\(kind.page)\",status=\"\(kind.status)\""
    }

    private static let methods: Set<HTTPRequest.Method> = [.get, .head, .post, .options, .put, .delete]
    private static let borders: [(text: String, nanoseconds: UInt64)] = [
        ("0.005", 5_000_000), ("0.025", 25_000_000), ("0.1", 100_000_000), ("0.5", 500_000_000),
        ("2.5", 2_500_000_000), ("10", 10_000_000_000),
    ]
}
