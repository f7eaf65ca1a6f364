import CaseRegister
public import JSON
import Sealing

/// One sealed report as it came over the network: nothing in it can be read before it is opened.
public struct ReportPacket: Hashable, Sendable {
    let id: ReportID
    let device: DeviceID?
    /// The id of the key that it was sealed to.
    let intake: String
    let enc: [UInt8]
    let box: [UInt8]
    let signature: String?
    /// SHA-256 of the whole packet in its canonical form.
    let hash: String
    /// What the signature is over.
    let signed: String
    /// What is bound to the sealed text.
    let associated: String

    /// Why bytes are no packet.
    public enum Misread: Error, Hashable, Sendable {
        /// Of a form that this release no longer reads, or not yet.
        case tooOld, tooNew
        case unreadable
    }

    /// Reads a packet; a member that no packet has is refused, since nothing else is signed.
    public init(reading json: JSON) throws(Misread) {
        guard let version = json["v"]?.integer else { throw .unreadable }
        guard version >= Self.version else { throw .tooOld }
        guard version == Self.version else { throw .tooNew }
        guard json.object?.count == Self.members,
            let id = json["id"]?.string.flatMap({ try? ReportID(reading: $0) }),
            let intake = json["intake"]?.string, let enc = json["enc"]?.string, let box = json["box"]?.string,
            let encBytes = Base64URL.bytes(of: enc), let boxBytes = Base64URL.bytes(of: box),
            let device = json["device"], let signature = json["sig"]
        else { throw .unreadable }
        switch (device, signature) {
        case (.null, .null): (self.device, self.signature) = (nil, nil)
        case (.string(let text), .string(let signature)):
            guard let id = DeviceID(reading: text) else { throw .unreadable }
            (self.device, self.signature) = (id, signature)
        default: throw .unreadable
        }
        self.id = id
        self.intake = intake
        self.enc = encBytes
        self.box = boxBytes
        hash = HashText.sha256(of: json.bytes(.canonical))
        associated = "\(Self.purpose)\n\(id.text)\n\(self.device?.text ?? "-")"
        signed = "\(associated)\n\(enc)\n\(box)"
    }

    /// What reports are sealed for.
    static let purpose = "ruta-report-1"
    private static let version: Int64 = 1
    private static let members = 7
}
