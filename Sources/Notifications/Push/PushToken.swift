import CaseRegister
import JSON
import ReferralDomain

/// The token by which a maker of browsers knows the house (RFC 8292): ES256, for one origin, for twelve hours.
struct PushToken {
    let origin: WebOrigin
    let contact: OfficeAddress
    let instant: Instant

    /// The token.
    ///
    /// - Parameter sign: the signature over a text, `r | s` in base64url; nil where the key cannot.
    func text(signing sign: (String) -> String?) -> String? {
        let head: JSON = ["alg": "ES256", "typ": "JWT"]
        let end = instant.millisecondsSinceEpoch / 1_000 + Self.lifetime
        let body: JSON = [
            "aud": .string(origin.text), "exp": .integer(end), "sub": .string("mailto:" + contact.text),
        ]
        let signed = [head, body].map { Self.packed($0.text(.canonical)) }.joined(separator: ".")
        return sign(signed).map { signed + "." + $0 }
    }

    /// Base64url without padding (RFC 7515).
    private static func packed(_ text: String) -> String {
        String(
            Base64.text(of: Array(text.utf8)).filter { $0 != "=" }.map { letter in
                letter == "+" ? "-" : letter == "/" ? "_" : letter
            })
    }

    /// Seconds; the rule allows a day.
    private static let lifetime: Int64 = 12 * 3_600
}
