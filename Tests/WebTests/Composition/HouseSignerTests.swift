import CaseRegister
import Foundation
import Sealing
import Testing

@testable import Composition

/// What the house signed yesterday must not become false because its key changed today.
struct HouseSignerTests {
    @Test
    func `old public keys are read from the file beside the database, and a broken one stops the start`()
        throws
    {
        let data = FileManager.default.temporaryDirectory.path + "/ruta-keys-" + UUID().uuidString
        let path = HouseSigner.oldPath(beside: data)
        defer { try? FileManager.default.removeItem(atPath: path) }
        let signer = try ReceiptSigner(seed: SigningSeed(random: Array(repeating: 9, count: 32)))
        let signature = try signer.sign(file: [1, 2, 3], form: "ruta-test-1")
        func isAccepted() throws -> Bool {
            try HouseSigner.old(beside: data).isSigned([1, 2, 3], form: "ruta-test-1", by: signature)
        }
        #expect(try !isAccepted(), "without the file there is no old key")
        try Data("# hasta 2026\n\(signer.publicKey.text)\n\n".utf8).write(to: URL(filePath: path))
        #expect(try isAccepted())
        try Data("RUTA-RECEIPT-KEY-1 nada\n".utf8).write(to: URL(filePath: path))
        #expect(throws: JournalFault.damaged) { try HouseSigner.old(beside: data) }
        try Data([0xFF, 0xFE]).write(to: URL(filePath: path))
        #expect(throws: JournalFault.readOnly) { try HouseSigner.old(beside: data) }
    }
}
