extension ReceiptStatement {
    static let version: UInt8 = 1
    private static let referralLength = 16
    private static let hashLength = 32

    /// The bytes that are signed, the key that signs at their end:
    /// `version | kind | reference (9) | 0 or 1 | referral (16, where 1) | length | institution | instant (8) |
    /// position (8) | hash (32) | key id (8)`, numbers with the high byte first.
    ///
    /// - Throws: `.unusable` where a part has another form, such as an institution over 64 bytes.
    func bytes(signedBy keyID: [UInt8]) throws(SealingFault) -> [UInt8] {
        guard isWhole, let hash = HexText.bytes(of: head.hash) else { throw .unusable }
        var bytes = [Self.version, kind.rawValue] + Array(caseReference.utf8)
        if let referral {
            guard let raw = HexText.bytes(of: referral), raw.count == Self.referralLength else {
                throw .unusable
            }
            bytes += [1] + raw
        } else {
            bytes.append(0)
        }
        bytes += [UInt8(institution.utf8.count)] + Array(institution.utf8)
        return bytes + Self.bytes(of: instantMilliseconds) + Self.bytes(of: head.position) + hash + keyID
    }

    /// Reads signed bytes: the statement and the id of the key.
    ///
    /// - Throws: `.unreadable` where they are not exactly what `bytes(signedBy:)` writes.
    static func read(_ bytes: [UInt8]) throws(SealingFault) -> (ReceiptStatement, keyID: [UInt8]) {
        var rest = bytes[...]
        let head = try take(2, from: &rest)
        guard head[0] == version, let kind = Kind(rawValue: head[1]) else { throw .unreadable }
        let reference = String(decoding: try take(9, from: &rest), as: UTF8.self)
        var referral: String?
        if try take(1, from: &rest)[0] == 1 {
            referral = HexText.text(of: try take(referralLength, from: &rest))
        }
        let length = Int(try take(1, from: &rest)[0])
        let institution = String(decoding: try take(length, from: &rest), as: UTF8.self)
        let instant = number(try take(8, from: &rest))
        let position = number(try take(8, from: &rest))
        let hash = HexText.text(of: try take(hashLength, from: &rest))
        let keyID = try take(SealingKey.idLength, from: &rest)
        let statement = ReceiptStatement(
            kind, case: reference, referral: referral, by: (institution, instant),
            head: Head(position: position, hash: hash))
        // Written anew and compared, so that one statement has one form only.
        guard rest.isEmpty, let again = try? statement.bytes(signedBy: keyID), again == bytes else {
            throw .unreadable
        }
        return (statement, keyID)
    }

    private var isWhole: Bool {
        caseReference.utf8.count == 9 && caseReference.utf8.allSatisfy(Self.isWordCharacter)
            && (1...64).contains(institution.utf8.count) && institution.utf8.allSatisfy(Self.isWordCharacter)
            && head.hash.utf8.count == 2 * Self.hashLength
    }

    /// A character of an id: neither a name with its spaces nor an accent can travel in a receipt.
    private static func isWordCharacter(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
            true
        default: false
        }
    }

    private static func take(_ count: Int, from rest: inout ArraySlice<UInt8>) throws(SealingFault) -> [UInt8]
    {
        guard rest.count >= count else { throw .unreadable }
        defer { rest = rest.dropFirst(count) }
        return Array(rest.prefix(count))
    }

    private static func bytes(of number: Int64) -> [UInt8] {
        stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: number >> Int64($0)) }
    }

    private static func number(_ bytes: [UInt8]) -> Int64 {
        Int64(bitPattern: bytes.reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
    }
}
