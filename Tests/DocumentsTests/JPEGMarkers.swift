/// The markers of a JPEG in their order, read without the code that the door has for it.
struct JPEGMarkers {
    let found: [UInt8]
    /// What stands behind the end of the image.
    let behind: Int

    init(_ bytes: [UInt8]) {
        var found: [UInt8] = []
        var place = 0
        while place + 1 < bytes.count {
            guard bytes[place] == 0xFF else { break }
            let marker = bytes[place + 1]
            found.append(marker)
            place += 2
            if marker == 0xD8 { continue }
            if marker == 0xD9 { break }
            guard place + 1 < bytes.count else { break }
            place += Int(bytes[place]) << 8 | Int(bytes[place + 1])
            guard marker == 0xDA else { continue }
            while place + 1 < bytes.count, bytes[place] != 0xFF || bytes[place + 1] == 0 { place += 1 }
        }
        self.found = found
        behind = bytes.count - place
    }

    /// SOI, APP0, then tables and one frame in any order, one scan, EOI, and nothing else.
    var arePlain: Bool {
        let middle = found.dropFirst(2).dropLast(2)
        return found.starts(with: [0xD8, 0xE0]) && found.suffix(2) == [0xDA, 0xD9] && behind == 0
            && middle.allSatisfy { [0xDB, 0xC0, 0xC4].contains($0) } && middle.count { $0 == 0xC0 } == 1
            && middle.contains(0xDB) && middle.contains(0xC4)
    }
}
