import CaseRegister

extension ReportID {
    /// A new id for a phone that cannot draw one itself.
    ///
    /// - Throws: `.length` where the source gives fewer bytes than it was asked for.
    init(drawnFrom random: any RandomSource) throws(Misread) {
        let digits = Array("0123456789abcdef".utf8)
        let bytes = random.bytes(Self.digits / 2)
        try self.init(reading: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
    }
}
