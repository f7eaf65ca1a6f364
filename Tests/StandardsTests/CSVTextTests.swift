import Testing

@testable import Standards

/// What is written as a table is read as the same table.
struct CSVTextTests {
    @Test(arguments: 0..<200)
    func `any cells come back as they were`(seed: Int) throws {
        var dice = Dice(seed: UInt64(seed))
        let pieces = ["a", "ñ", ",", ";", "\"", "\n", "\r\n", "\r", " ", "", "\t", "🕯", "'", "="]
        let width = Int.random(in: 2...6, using: &dice)
        let rows = (0..<Int.random(in: 1...8, using: &dice)).map { _ in
            (0..<width).map { _ in
                (0..<Int.random(in: 0...4, using: &dice)).map { _ in pieces.randomElement(using: &dice) ?? ""
                }
                .joined()
            }
        }
        let header = (0..<width).map { "c\($0)" }
        let read = try CSVText.rows(of: CSVText.text([header] + rows))
        #expect(read.map(\.cells) == [header] + rows)
    }

    @Test(arguments: [",", ";", "\t"])
    func `the header says what parts the cells`(separator: String) throws {
        let text = "\u{FEFF}a\(separator)b\r\n1\(separator)\"x\(separator)\"\"y\"\"\"\n\n2\(separator)\n"
        let rows = try CSVText.rows(of: text)
        #expect(rows.map(\.cells) == [["a", "b"], ["1", "x\(separator)\"y\""], ["2", ""]])
        #expect(rows.map(\.line) == [1, 2, 4])
    }

    @Test(arguments: ["a,b\n\"x,y\n", "a,b\n\"x\"y,z\n"])
    func `a quotation mark that is not closed, or text behind a closed one, is no table`(text: String) {
        #expect(throws: CSVText.Misread.self) { try CSVText.rows(of: text) }
    }

    @Test(arguments: 0..<300)
    func `no bytes at all stop the reader`(seed: Int) {
        var dice = Dice(seed: UInt64(seed))
        let bytes = (0..<Int.random(in: 0...200, using: &dice)).map { _ in
            UInt8.random(in: 1...255, using: &dice)
        }
        guard let (text, _) = TextDecoding.text(of: bytes) else { return }
        _ = try? CSVText.rows(of: text)
    }

    @Test func `what an office writes is read in its own letters`() {
        let windows: [UInt8] = [0x4E, 0x69, 0xF1, 0x61, 0x20, 0x93, 0x41, 0x94]
        #expect(TextDecoding.text(of: windows)?.text == "Niña “A”")
        #expect(TextDecoding.text(of: windows)?.from == .windows1252)
        #expect(TextDecoding.text(of: Array("Niña".utf8))?.from == .utf8)
        #expect(TextDecoding.text(of: [0x41, 0x00]) == nil && TextDecoding.text(of: [0x81]) == nil)
    }
}
