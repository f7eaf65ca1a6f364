import Standards

/// Three hundred files that somebody sends by mistake or on purpose; the page that takes files in is tried with the same ones.
enum HostileFiles {
    typealias File = (name: String, bytes: [UInt8])

    /// A name that nobody has: it must never be said back.
    static let secret = "Zutana Práctica"

    static let good = """
        x_case_id,hte_Date,hte_City,prs_Gender,vic_TypeOfExploitation,prs_FirstName
        A-1,2026-11-01,Breña,Feminine,ForcedBegging,\(secret)
        A-2,2026-11-02,Lince,Masculine,ForcedLabour,\(secret)
        A-3,2026-11-03,Comas,Feminine,SexualExploitation,\(secret)
        """

    static var files: [File] {
        others + cut + flipped + cells + headers + shapes
    }

    /// Files of other kinds, by what they begin with, with and without a table behind it.
    private static var others: [File] {
        let beginnings: [(String, [UInt8])] = [
            ("zip", [0x50, 0x4B, 3, 4]), ("gzip", [0x1F, 0x8B, 8, 0]), ("7z", [0x37, 0x7A, 0xBC, 0xAF]),
            ("rar", Array("Rar!\u{1A}\u{7}".utf8)), ("xz", [0xFD, 0x37, 0x7A, 0x58]),
            ("bzip2", Array("BZh9".utf8)), ("pdf", Array("%PDF-1.7".utf8)),
            ("png", [0x89, 0x50, 0x4E, 0x47]), ("jpeg", [0xFF, 0xD8, 0xFF, 0xE0]),
            ("gif", Array("GIF89a".utf8)), ("tiff", [0x49, 0x49, 0x2A, 0]),
            ("ole", [0xD0, 0xCF, 0x11, 0xE0]),
            ("elf", [0x7F, 0x45, 0x4C, 0x46]), ("sqlite", Array("SQLite format 3\u{0}".utf8)),
            ("utf-16 little", [0xFF, 0xFE, 0x41, 0]), ("utf-16 big", [0xFE, 0xFF, 0, 0x41]),
            ("utf-32", [0, 0, 0xFE, 0xFF]), ("html", Array("<html><script>alert(1)</script>".utf8)),
            ("xml bomb", Array("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>".utf8)),
            ("json", Array("[{\"x_case_id\":\"A-1\",".utf8)),
            ("shell", Array("#!/bin/sh\nrm -rf /\n".utf8)),
            ("sql", Array("'; DROP TABLE journal_event; --".utf8)),
            ("nulls", Array(repeating: 0, count: 4_096)),
            ("ones", Array(repeating: 0xFF, count: 4_096)),
        ]
        return beginnings.flatMap { name, start in
            [("\(name) alone", start), ("\(name) before a table", start + Array(good.utf8))]
        }
    }

    /// The good file cut off in the middle of a row.
    private static var cut: [File] {
        let bytes = Array(good.utf8)
        return stride(from: 3, to: bytes.count - 40, by: 6).compactMap { length in
            let part = Array(bytes.prefix(length))
            // What ends with a row is a smaller file, and a good one.
            return part.last == UInt8(ascii: "\n") ? nil : ("cut at \(length)", part)
        }
    }

    /// One byte that no text has.
    private static var flipped: [File] {
        let bytes = Array(good.utf8)
        return stride(from: 0, to: bytes.count, by: 4).map { place in
            var spoiled = bytes
            spoiled[place] = [0x00, 0x1B, 0x07, 0x7F][place % 4]
            return ("byte at \(place)", spoiled)
        }
    }

    /// Cells that are more than they seem, in each of five columns.
    private static var cells: [File] {
        let hostile = [
            "=1+1", "+cmd|' /C calc'!A0", "@SUM(A1)", "-2+3", "\t=1", "<b>x</b>", "../../etc/passwd", "%00",
            "${jndi:ldap://x}", "{{7*7}}", String(repeating: "9", count: 400), "1e999", "NaN", "-0",
            "31/02/2026",
            "2026-13-01", "99/99/9999", "0000-00-00", "\u{202E}gnp", "\u{FEFF}x", "\"\"\"", "A;B;;", "null",
            "🧨🧨🧨", String(repeating: "a", count: 70_000), secret + "=",
        ]
        let columns = ["hte_Date", "prs_Gender", "vic_TypeOfExploitation", "hte_Latitude", "prs_MobilePhone"]
        return columns.flatMap { column in
            hostile.enumerated().map { number, cell in
                let quoted = "\"" + cell.replacing("\"", with: "\"\"") + "\""
                return ("\(column) \(number)", Array("x_case_id,\(column)\nA-1,\(quoted)\n".utf8))
            }
        }
    }

    /// First lines that are none.
    private static var headers: [File] {
        [
            ("no case column", "hte_City,prs_Gender\nBreña,Feminine\n"),
            ("a column twice", "x_case_id,hte_City,hte_City\nA,b,c\n"),
            ("a column twice in two spellings", "x_case_id,hte_City,hte_city\nA,b,c\n"),
            ("only separators", ",,,,,\n,,,,,\n"), ("only quotes", "\"\"\"\"\"\n"),
            ("an open quote", "x_case_id,hte_City\nA,\"b\n"),
            ("a quote in the middle", "x_case_id\nA\"b\"\n"),
            ("ten thousand columns", (0..<10_000).map { "c\($0)" }.joined(separator: ",") + "\n"),
            ("one long name", String(repeating: "x", count: 200_000) + "\n1\n"),
        ].map { ($0.0, Array($0.1.utf8)) }
    }

    /// Too many, too long, too deep, too much.
    private static var shapes: [File] {
        let head = "x_case_id,hte_City\n"
        let rows = (0...HTCDSReading.mostRows).map { "A-\($0),Lince" }.joined(separator: "\n")
        return [
            ("a row too many", Array((head + rows).utf8)),
            ("a byte too many", Array(repeating: UInt8(ascii: "a"), count: HTCDSReading.mostBytes + 1)),
            ("a million separators", Array((head + String(repeating: ",", count: 1_000_000)).utf8)),
            ("a row without an end", Array((head + "A," + String(repeating: "é", count: 500_000)).utf8)),
            ("one case in two ways", Array((head + "A,Lince\nA,Breña\n").utf8)),
            ("empty", []), ("one line feed", [10]),
            ("a hundred line feeds", Array(repeating: 10, count: 100)), ("a carriage return", [13]),
            ("spaces", Array(repeating: 32, count: 100)), ("a mark of order alone", [0xEF, 0xBB, 0xBF]),
        ]
    }
}
