import Composition

extension Words {
    /// Why there is no new file of keys.
    static func of(_ fault: IntakeKeyRenewal.Fault, file: String, to: String) -> String {
        switch fault {
        case .unreachable: Words[.keysUnreachable, ["path": file]]
        case .openToOthers: Words[.keysOpen, ["path": file]]
        case .damaged: Words[.keysDamaged, ["path": file]]
        case .taken: Words[.keysTaken, ["path": to]]
        case .fault(let fault): of(fault, path: to)
        }
    }
}
