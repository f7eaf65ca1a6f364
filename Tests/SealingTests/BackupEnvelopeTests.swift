import Testing

@testable import Sealing

/// A backup opens with the key of any of its recipients, and with no byte changed, moved or missing.
struct BackupEnvelopeTests {
    @Test(arguments: 0..<3)
    func `each recipient opens alone`(custodian: UInt8) throws {
        let (head, pieces) = try Self.sealed()
        #expect(try Self.open(head, pieces, with: Self.pair(custodian)) == Self.content)
    }

    @Test func `a key that is none of the recipients opens nothing, and is told so`() throws {
        let (head, pieces) = try Self.sealed()
        #expect(throws: BackupFault.foreignKey) { try Self.open(head, pieces, with: Self.pair(9)) }
    }

    @Test func `every changed byte of the head is refused, also in the part of another recipient`() throws {
        let (head, pieces) = try Self.sealed()
        for position in head.indices {
            var changed = head
            changed[position] ^= 1
            #expect(throws: BackupFault.self) { try Self.open(changed, pieces, with: Self.pair(0)) }
        }
    }

    @Test func `a changed byte of a piece is refused`() throws {
        let (head, pieces) = try Self.sealed()
        for (number, piece) in pieces.enumerated() {
            for position in stride(from: 0, to: piece.count, by: 4_099) {
                var changed = pieces
                changed[number][position] ^= 0x80
                #expect(throws: BackupFault.damaged) { try Self.open(head, changed, with: Self.pair(0)) }
            }
        }
    }

    @Test func `pieces that change places, go, come twice or end early are refused`() throws {
        let (head, pieces) = try Self.sealed()
        let wrong = [
            [pieces[1], pieces[0], pieces[2]], [pieces[0], pieces[2]], [pieces[0], pieces[0], pieces[1]],
            [pieces[0], pieces[1]], [pieces[2]], pieces + [pieces[2]],
        ]
        for pieces in wrong {
            #expect(throws: BackupFault.damaged) { try Self.open(head, pieces, with: Self.pair(0)) }
        }
    }

    @Test func `the same content is sealed under another key each time`() throws {
        let recipients = [try Self.pair(0).recipient]
        var first = try BackupSealing(to: recipients) { Samples.bytes(from: 1, $0) }
        var second = try BackupSealing(to: recipients) { Samples.bytes(from: 2, $0) }
        let one = try first.seal(Self.content[0], isLast: false)
        let other = try second.seal(Self.content[0], isLast: false)
        #expect(one != other)
    }

    @Test func `no backup is sealed to nobody`() {
        #expect(throws: SealingFault.unusable) {
            try BackupSealing(to: []) { Samples.bytes(from: 1, $0) }
        }
    }

    @Test func `a file of recipients is read line by line, and a wrong line is no recipient`() throws {
        let (one, two) = (try Self.pair(1).recipient, try Self.pair(2).recipient)
        let text = "# custodians\n\n\(one.text)\n\(two.text)\n\(one.text)\n"
        #expect(try BackupRecipient.all(inFile: text) == [one, two])
        #expect(throws: SealingFault.unreadable) { try BackupRecipient.all(inFile: text + "another\n") }
        let weak = "ruta-backup-recipient-1 " + Base64URL.text(of: Array(repeating: 0, count: 32))
        #expect(throws: SealingFault.unreadable) { try BackupRecipient(reading: weak) }
    }

    @Test func `a key file gives the pair back, and says nothing of it when printed`() throws {
        let pair = try Self.pair(1)
        #expect(try BackupKeyPair(file: pair.fileText).recipient == pair.recipient)
        #expect("\(pair)" == "BackupKeyPair")
        #expect(throws: SealingFault.unreadable) { try BackupKeyPair(file: pair.recipient.text) }
    }

    private static let content = [
        Samples.bytes(from: 0, BackupSealing.pieceLength), Samples.bytes(from: 3, BackupSealing.pieceLength),
        Samples.bytes(from: 7, 100),
    ]

    private static func pair(_ number: UInt8) throws -> BackupKeyPair {
        try BackupKeyPair(random: Samples.bytes(from: 10 &+ number &* 20, BackupKeyPair.length))
    }

    private static func sealed() throws -> (head: [UInt8], pieces: [[UInt8]]) {
        let recipients = try (0..<3).map { try pair($0).recipient }
        var sealing = try BackupSealing(to: recipients) { Samples.bytes(from: 200, $0) }
        var pieces: [[UInt8]] = []
        for (number, piece) in content.enumerated() {
            pieces.append(try sealing.seal(piece, isLast: number == content.count - 1))
        }
        return (sealing.head, pieces)
    }

    private static func open(
        _ head: [UInt8], _ pieces: [[UInt8]], with pair: BackupKeyPair
    ) throws -> [[UInt8]] {
        var opening = try BackupOpening(head: head, with: pair)
        var content: [[UInt8]] = []
        for (number, piece) in pieces.enumerated() {
            content.append(try opening.open(piece, isLast: number == pieces.count - 1))
        }
        return content
    }
}
