import Foundation
import Testing

@testable import Sealing

/// One of the samples of `Tests/app/samples`, which the tests of the phone read too.
struct AppSample {
    private let members: [String: Any]

    init(_ name: String) throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let bytes = try Data(contentsOf: folder.appending(path: "app/samples/\(name).json"))
        let read = try JSONSerialization.jsonObject(with: bytes)
        members = try #require(read as? [String: Any])
    }

    /// A text, or a text within an object.
    func text(_ name: String, _ inner: String? = nil) throws -> String {
        guard let inner else { return try #require(members[name] as? String) }
        return try #require((members[name] as? [String: Any])?[inner] as? String)
    }

    /// Bytes that stand as hexadecimal digits.
    func hex(_ name: String, _ inner: String? = nil) throws -> [UInt8] {
        let digits = try text(name, inner)
        return try #require(HexText.bytes(of: digits))
    }

    /// What the packet holds sealed.
    func sealed() throws -> IntakeKeyPair.Sealed {
        let packet = try object(try text("packet"))
        return IntakeKeyPair.Sealed(
            enc: try bytes(packet["enc"]), box: try bytes(packet["box"]))
    }

    /// A text of the header of the bundle.
    func headerText(_ name: String) throws -> String {
        let bundle = try text("bundle")
        let header = try #require(bundle.split(separator: "\n").first)
        let members = try object(String(header))
        return try #require(members[name] as? String)
    }

    private func bytes(_ member: Any?) throws -> [UInt8] {
        let text = try #require(member as? String)
        return try #require(Base64URL.bytes(of: text))
    }

    private func object(_ text: String) throws -> [String: Any] {
        let read = try JSONSerialization.jsonObject(with: Data(text.utf8))
        return try #require(read as? [String: Any])
    }
}
