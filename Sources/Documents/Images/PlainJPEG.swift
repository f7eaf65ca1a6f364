/// A JPEG that is a picture and nothing else: no metadata, no profile, no comment, no thumbnail, nothing behind its end.
public struct PlainJPEG: Hashable, Sendable {
    public let bytes: [UInt8]
    public let width: Int
    public let height: Int

    /// The bytes as such a picture; nil where they hold anything else (ITU-T T.81, annex B; JFIF 1.02).
    ///
    /// What stands in it: SOI, one APP0 of JFIF without a thumbnail, DQT, one baseline SOF, DHT, one SOS, EOI.
    public init?(checking bytes: [UInt8]) {
        var reading = Reading(bytes)
        guard bytes.count <= ImageLimits.keptBytes, reading.start(), let size = reading.frame(),
            max(size.width, size.height) <= ImageLimits.keptSide, min(size.width, size.height) > 0
        else { return nil }
        self.bytes = bytes
        (width, height) = size
    }

    private struct Reading {
        private let bytes: [UInt8]
        private var place = 0

        init(_ bytes: [UInt8]) { self.bytes = bytes }

        /// The two first segments, which are always the same ones.
        mutating func start() -> Bool {
            guard bytes.starts(with: [0xFF, 0xD8]) else { return false }
            place = 2
            guard let (marker, content) = segment(), marker == 0xE0, content.count == 14 else { return false }
            let thumbnail = content.suffix(2)
            return content.starts(with: Array("JFIF\0".utf8)) && thumbnail.allSatisfy { $0 == 0 }
        }

        /// The rest, to the last byte; the size that it declares.
        mutating func frame() -> (width: Int, height: Int)? {
            var size: (width: Int, height: Int)?
            while let (marker, content) = segment() {
                let part = Array(content)
                switch marker {
                case 0xDB, 0xC4: continue
                case 0xC0:
                    guard size == nil, part.count >= 6 else { return nil }
                    size = (Int(part[3]) << 8 | Int(part[4]), Int(part[1]) << 8 | Int(part[2]))
                case 0xDA: return endsAfterScan() ? size : nil
                default: return nil
                }
            }
            return nil
        }

        /// The next segment and what stands behind its length.
        private mutating func segment() -> (marker: UInt8, content: ArraySlice<UInt8>)? {
            guard place + 4 <= bytes.count, bytes[place] == 0xFF else { return nil }
            let length = Int(bytes[place + 2]) << 8 | Int(bytes[place + 3])
            let end = place + 2 + length
            guard length >= 2, end <= bytes.count else { return nil }
            defer { place = end }
            return (bytes[place + 1], bytes[(place + 4)..<end])
        }

        /// Whether the scan goes on to the end of the picture, and that is the end of the bytes.
        private func endsAfterScan() -> Bool {
            guard bytes.count >= place + 2, bytes.suffix(2) == [0xFF, 0xD9] else { return false }
            var isMark = false
            for byte in bytes[place..<(bytes.count - 2)] {
                if isMark, byte != 0 { return false }
                isMark = byte == 0xFF
            }
            return !isMark
        }
    }
}
