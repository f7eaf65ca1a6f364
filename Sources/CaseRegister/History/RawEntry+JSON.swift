public import JSON

extension RawEntry {
    /// The row as a line of an export: every column, the payload as the text that was hashed.
    public var json: JSON {
        func text(_ bytes: [UInt8]) -> JSON { .string(String(decoding: bytes, as: UTF8.self)) }
        return [
            "position": .integer(position), "case": text(caseID), "version": .integer(version),
            "name": text(name), "eventVersion": .integer(eventVersion), "payload": text(payload),
            "actor": text(actor), "recordedAtMs": .integer(recordedAtMilliseconds),
            "previousHash": text(previousHash), "hash": text(hash), "caseHash": text(caseHash),
        ]
    }

    /// Reads a line of an export; nil where a column is missing or of another kind.
    public init?(json: JSON) {
        guard let position = json["position"]?.integer, let caseID = json["case"]?.string,
            let version = json["version"]?.integer, let name = json["name"]?.string,
            let eventVersion = json["eventVersion"]?.integer, let payload = json["payload"]?.string,
            let actor = json["actor"]?.string, let recordedAt = json["recordedAtMs"]?.integer,
            let previousHash = json["previousHash"]?.string, let hash = json["hash"]?.string,
            let caseHash = json["caseHash"]?.string
        else { return nil }
        self.init()
        self.position = position
        self.caseID = Array(caseID.utf8)
        self.version = version
        self.name = Array(name.utf8)
        self.eventVersion = eventVersion
        self.payload = Array(payload.utf8)
        self.actor = Array(actor.utf8)
        recordedAtMilliseconds = recordedAt
        self.previousHash = Array(previousHash.utf8)
        self.hash = Array(hash.utf8)
        self.caseHash = Array(caseHash.utf8)
    }
}
