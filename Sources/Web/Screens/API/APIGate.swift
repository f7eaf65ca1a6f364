import Access
import CaseRegister
import Foundation
import HTTPTypes
import Hummingbird
import ReferralDomain

/// Lets programs in: anybody to the directory, who holds a key to what its unit may see.
struct APIGate: Sendable {
    /// Nil where nobody holds keys.
    let tokens: APITokenDesk?
    let clock: @Sendable () -> Instant
    /// Fifty requests a second, four hundred at once, for each key and each address.
    private let pace = RequestPace(costMilliseconds: 20, burst: 400)

    init(tokens: APITokenDesk?, clock: @escaping @Sendable () -> Instant) {
        self.tokens = tokens
        self.clock = clock
    }

    /// Counts a request of somebody without a key.
    ///
    /// - Throws: `.tooMany`.
    func admit(_ request: Request) async throws(APIFault) {
        try await count("from " + CallerAddress(request).text)
    }

    /// Who holds the key that a request shows.
    ///
    /// - Throws: `.unauthorized` without a live key; `.notFound` where it is not good for this.
    func holder(_ request: Request, for scope: APIScope) async throws -> Acting {
        guard let tokens, let secret = Self.secret(request) else {
            try await admit(request)
            throw APIFault.unauthorized
        }
        guard let token = try await tokens.token(showing: secret), let acting = token.acting else {
            try await admit(request)
            throw APIFault.unauthorized
        }
        try await count("key " + token.id)
        guard token.scopes.contains(scope) else { throw APIFault.notFound }
        return acting
    }

    private func count(_ name: String) async throws(APIFault) {
        guard let wait = await pace.begin(name, at: clock()) else { return }
        throw .tooMany(seconds: Int((wait + 999) / 1_000))
    }

    /// The key behind `Bearer`; calendars that know passwords only send it as one.
    private static func secret(_ request: Request) -> String? {
        let parts = (request.headers[.authorization] ?? "").split(separator: " ", maxSplits: 1)
        guard parts.count == 2 else { return nil }
        switch parts[0].lowercased() {
        case "bearer": return String(parts[1])
        case "basic":
            guard let data = Data(base64Encoded: String(parts[1])),
                let pair = String(validating: data, as: UTF8.self)
            else { return nil }
            return pair.split(separator: ":", maxSplits: 1).last.map(String.init)
        default: return nil
        }
    }
}
