public import JSON
public import ReferralDomain

/// The non-response file of a case: who was told what, when and how, who answered, and who kept silent.
///
/// It is made for the Technical Secretariat and the Defensoría del Pueblo. It carries ids, times and hashes, and
/// neither a name nor a story: who reads it needs no key. Everything in it cites an entry of the case's own chain,
/// so that the municipality can be asked to show that entry and nobody can have invented it later.
public struct Dossier: Equatable, Sendable {
    /// Canonical JSON; its SHA-256 is the seal.
    public let body: JSON

    /// Builds the file from all that happened to a case; nil where nobody reported it.
    ///
    /// - Parameter now: when it is made; silences that last are counted to it.
    public init?(
        of history: [RecordedEvent], under rules: ProtocolRules, at now: Instant, digest: @escaping Digest
    ) {
        let state = CaseState(after: history)
        guard let reference = state.reference, let opened = state.opened else { return nil }
        let trail = DossierTrail(history, digest: digest)
        body = .object([
            JSON.Member("format", .string(Self.format)),
            JSON.Member("case", .string(reference.text)),
            Self.time("opened", opened.registered),
            Self.time("madeAt", now),
            JSON.Member("catalog", .string(rules.catalogHash)),
            JSON.Member("referrals", .array(state.referrals.map { trail.referral($0, at: now) })),
            JSON.Member(
                "owed",
                .array(
                    state.obligations(under: rules).filter { Self.isLate($0, at: now) }.map {
                        trail.owed($0, under: rules, at: now)
                    })),
            JSON.Member("ladder", .array(trail.climbs)),
            JSON.Member("events", .integer(Int64(history.count))),
            JSON.Member("chainEnd", .string(trail.end)),
        ])
    }

    /// The file as it is handed over: the body, its SHA-256 and, where somebody signs, the signature.
    ///
    /// - Parameter sign: signs the canonical bytes of the body; nil where there is no key.
    public func sealed(digest: Digest, sign: (([UInt8]) -> String?)? = nil) -> JSON {
        let bytes = body.bytes(.canonical)
        var members = [
            JSON.Member("dossier", body), JSON.Member("sha256", .string(Hexadecimal.text(of: digest(bytes)))),
        ]
        if let signature = sign?(bytes) { members.append(JSON.Member("signature", .string(signature))) }
        return .object(members)
    }

    /// Whether a file that somebody hands over is what was sealed.
    public enum Check: Equatable, Sendable {
        case whole(JSON, sha256: String)
        /// The body is not the one that the hash belongs to.
        case altered
        /// This is no such file.
        case unreadable
    }

    /// Checks a file; layout does not matter, every value does.
    public static func check(_ bytes: [UInt8], digest: Digest) -> Check {
        guard let file = try? JSON(parsing: bytes), let body = file["dossier"],
            body["format"]?.string == format, let sealed = file["sha256"]?.string
        else { return .unreadable }
        let found = Hexadecimal.text(of: digest(body.bytes(.canonical)))
        return found == sealed ? .whole(body, sha256: found) : .altered
    }

    /// The name of this form; another form gets another name.
    public static let format = "ruta-dossier-1"

    static func time(_ key: String, _ instant: Instant) -> JSON.Member {
        JSON.Member(key, .string(LimaTime(instant).rfc3339))
    }

    private static func isLate(_ obligation: Obligation, at now: Instant) -> Bool {
        obligation.climbed != nil || obligation.due.map { $0 < now } ?? false
    }
}
