import Access
import CaseRegister
import Catalog
import Crypto
import Foundation
import JSON
import ReferralDomain
import Sealing

@testable import Web

/// A phone of the tests: it seals and signs as the app does, with a library of its own.
struct Phone {
    private let key: P256.Signing.PrivateKey
    /// What the centre called it, once it is enrolled.
    var device: String?

    init(_ seed: UInt8) throws {
        key = try P256.Signing.PrivateKey(rawRepresentation: (0..<32).map { seed &+ $0 })
    }

    var publicKey: String { Base64URL.text(of: key.publicKey.x963Representation) }

    func sign(_ text: String) throws -> String {
        Base64URL.text(of: try key.signature(for: Data(text.utf8)).rawRepresentation)
    }

    /// A sealed report as it leaves the phone.
    func packet(
        _ content: JSON, id: String = Self.id, version: Int64 = 1, intake: String? = nil,
        signedBy other: Phone? = nil
    ) throws -> JSON {
        let name = device ?? "-"
        let associated = "ruta-report-1\n\(id)\n\(name)"
        let pair = try P256.KeyAgreement.PrivateKey(rawRepresentation: AppHouse.intake)
        var sender = try HPKE.Sender(
            recipientKey: pair.publicKey, ciphersuite: .P256_SHA256_AES_GCM_256,
            info: Data("ruta-report-1".utf8))
        let box = Base64URL.text(
            of: try sender.seal(Self.padded(content), authenticating: Data(associated.utf8)))
        let enc = Base64URL.text(of: sender.encapsulatedKey)
        let signature = device == nil ? nil : try (other ?? self).sign("\(associated)\n\(enc)\n\(box)")
        let point = try PointKey(raw: Array(pair.publicKey.x963Representation))
        return [
            "box": .string(box), "device": device.map(JSON.string) ?? .null, "enc": .string(enc),
            "id": .string(id), "intake": .string(intake ?? point.id),
            "sig": signature.map(JSON.string) ?? .null, "v": .integer(version),
        ]
    }

    static let id = "5f1d0c2b7a9e4836b1c4d2e3f4a5b6c7"

    private static func padded(_ content: JSON) -> Data {
        var bytes = content.bytes(.canonical)
        bytes += Array(repeating: 0x20, count: (256 - bytes.count % 256) % 256)
        return Data(bytes)
    }

    /// What a guard of San Martín marked, with some members in place of others.
    static func content(_ changes: [String: JSON] = [:], at instant: Instant = Town.night) throws -> JSON {
        let now = instant.millisecondsSinceEpoch
        let catalog = try Town.catalog()
        var members: [String: JSON] = [
            "calls": [["answered": "no", "at": .integer(now - 60_000), "step": "notify-police"]],
            "catalog": ["hash": .string(catalog.hash), "version": .string(catalog.edition.version)],
            "district": .string(Town.sanMartin), "facts": ["age": "doubted"], "level": "high",
            "made": .integer(now - 120_000), "people": "one", "sent": .integer(now - 1_000), "signs": [],
            "steps": ["notify-police", "notify-prosecutor"],
        ]
        for (name, value) in changes { members[name] = value.isNull ? nil : value }
        return .object(members.sorted { $0.key < $1.key }.map { JSON.Member($0.key, $0.value) })
    }
}
