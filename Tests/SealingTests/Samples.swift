import Testing

@testable import Sealing

/// What every test of this folder seals with and where.
enum Samples {
    static let context = SealingContext("person", "case", "identity", "name")
    static let plain = Array("Persona de práctica 1".utf8)
    static let nonce = bytes(from: 100, 12)

    /// Bytes that go up by one.
    static func bytes(from first: UInt8, _ count: Int) -> [UInt8] {
        (0..<count).map { first &+ UInt8(truncatingIfNeeded: $0) }
    }

    static func key(_ first: UInt8 = 0) throws -> SealingKey {
        try SealingKey(random: bytes(from: first, 32))
    }

    static func pair(_ first: UInt8 = 50) throws -> UnitKeyPair {
        try UnitKeyPair(random: bytes(from: first, 32))
    }

    static func cheap() throws -> PassphraseCost {
        try PassphraseCost(log2Rounds: 4, blockSize: 8, parallelism: 1)
    }

    /// A text as hexadecimal digits, read.
    static func hex(_ text: String) throws -> [UInt8] { try #require(HexText.bytes(of: text)) }

    /// A receipt about an invented case.
    static func statement(_ kind: ReceiptStatement.Kind = .acknowledged) -> ReceiptStatement {
        ReceiptStatement(
            kind, case: "K7Q2-M3X9", referral: HexText.text(of: bytes(from: 0, 16)),
            by: ("upe", 1_795_000_000_123),
            head: ReceiptStatement.Head(position: 4_711, hash: HexText.text(of: bytes(from: 0, 32))))
    }
}
