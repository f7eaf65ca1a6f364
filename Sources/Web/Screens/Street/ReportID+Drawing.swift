import CaseRegister

extension ReportID {
    /// A new id for a phone that cannot draw one itself.
    ///
    /// - Throws: `.length` where the source gives fewer bytes than it was asked for.
    init(drawnFrom random: any RandomSource) throws(Misread) {
        try self.init(of: random.bytes(Self.digits / 2))
    }

    /// The id that these sixteen bytes are.
    ///
    /// - Throws: `.length` for another number of bytes.
    init(of bytes: [UInt8]) throws(Misread) {
        let digits = Array("0123456789abcdef".utf8)
        try self.init(reading: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
    }
}
