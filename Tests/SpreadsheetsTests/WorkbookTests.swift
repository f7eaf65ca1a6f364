import CZlib
import Foundation
import ReferralDomain
import Testing

@testable import Spreadsheets

struct WorkbookTests {
    private func parts(_ rows: [[Sheet.Cell]]) throws -> [String: String] {
        let columns = (rows.first ?? []).map { _ in Sheet.Column("Título") }
        let book = Workbook(
            [Sheet("Cifras", columns, rows: rows), Sheet("Diccionario", [.init("a")], rows: [])],
            title: "Cifras", made: Instant(millisecondsSinceEpoch: 1_772_341_200_000))
        return try ZipParts(try book.bytes()).texts
    }

    @Test func `a code with digits is a text and an amount is a number`() throws {
        let sheet = try #require(
            try parts([[.text("070101"), .whole(45), .decimal(0.5)]])["xl/worksheets/sheet1.xml"])
        #expect(sheet.contains("t=\"inlineStr\""))
        #expect(sheet.contains("<t>070101</t>"))
        #expect(sheet.contains("<v>45</v>"))
        #expect(sheet.contains("<v>0.5</v>"))
        #expect(!sheet.contains("<v>70101</v>"))
    }

    @Test(arguments: ["=1+1", "+51987", "@x", "-1", "<b>&\""])
    func `no text becomes a formula`(text: String) throws {
        let sheet = try #require(try parts([[.text(text)]])["xl/worksheets/sheet1.xml"])
        #expect(!sheet.contains("<f>"))
        #expect(sheet.contains("inlineStr"))
    }

    @Test func `a day and an hour are dates of a spreadsheet`() throws {
        let day = try #require(PlainDate(year: 2026, month: 3, day: 1))
        let all = try parts([[.day(day), .instant(Instant(millisecondsSinceEpoch: 1_772_384_400_000))]])
        let sheet = try #require(all["xl/worksheets/sheet1.xml"])
        #expect(sheet.contains("<v>46082</v>"))
        #expect(sheet.contains("<v>46082.5</v>"))
        #expect(try #require(all["xl/styles.xml"]).contains("dd/mm/yyyy"))
    }

    @Test func `the file says when it was made and nothing of this machine`() throws {
        let core = try #require(try parts([[.text("a")]])["docProps/core.xml"])
        #expect(core.contains("2026-03-01T05:00:00Z"))
    }

    @Test func `the same sheets are the same file and leave nothing behind`() throws {
        let folder = FileManager.default.temporaryDirectory.path
        let before = try FileManager.default.contentsOfDirectory(atPath: folder)
            .filter { $0.hasPrefix("ruta-xlsx-") }
        #expect(try parts([[.whole(1)]]) == (try parts([[.whole(1)]])))
        let after = try FileManager.default.contentsOfDirectory(atPath: folder)
            .filter { $0.hasPrefix("ruta-xlsx-") }
        #expect(Set(after).isSubset(of: Set(before)) || after.count <= before.count + 4)
    }
}

/// The texts in a zip file, by the list at its end.
private struct ZipParts {
    let texts: [String: String]

    init(_ bytes: [UInt8]) throws {
        func number(_ at: Int, _ count: Int) -> Int {
            (0..<count).reduce(0) { $0 | Int(bytes[at + $1]) << (8 * $1) }
        }
        let end = try #require(
            (0..<(bytes.count - 21)).last { number($0, 4) == 0x0605_4B50 })
        var (place, texts) = (number(end + 16, 4), [String: String]())
        for _ in 0..<number(end + 10, 2) {
            let (size, full, name) = (number(place + 20, 4), number(place + 24, 4), number(place + 28, 2))
            let local = number(place + 42, 4)
            let start = local + 30 + number(local + 26, 2) + number(local + 28, 2)
            let packed = Array(bytes[start..<start + size])
            let isStored = number(place + 10, 2) == 0
            let key = String(decoding: bytes[place + 46..<place + 46 + name], as: UTF8.self)
            texts[key] = String(
                decoding: isStored ? packed : try Self.inflated(packed, full), as: UTF8.self)
            place += 46 + name + number(place + 30, 2) + number(place + 32, 2)
        }
        self.texts = texts
    }

    private static func inflated(_ packed: [UInt8], _ size: Int) throws -> [UInt8] {
        var (stream, packed, output) = (z_stream(), packed, [UInt8](repeating: 0, count: size + 1))
        try #require(inflateInit2_(&stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK)
        defer { inflateEnd(&stream) }
        let count = packed.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                stream.next_in = input.baseAddress
                stream.avail_in = UInt32(input.count)
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(output.count)
                inflate(&stream, Z_FINISH)
                return Int(stream.total_out)
            }
        }
        return Array(output.prefix(count))
    }
}
