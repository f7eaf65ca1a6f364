import Composition
import Sealing

extension Words {
    /// Why people were not counted.
    static func of(_ fault: CountRoom.Fault, to: String) -> String {
        switch fault {
        case .unreadable: Words[.countUnreadable]
        case .cannotWrite: Words[.cannotWrite, ["path": to]]
        case .taken: Words[.countTaken, ["path": to]]
        case .keyBad: Words[.countKeyBad]
        case .sessionBad: Words[.countSessionBad]
        case .line(let line, let reason):
            Words[.countLine, ["line": String(line), "reason": of(reason)]]
        case .list(let fault): of(fault)
        }
    }

    private static func of(_ reason: CountToken.Misread) -> String {
        switch reason {
        case .unknownKind: Words[.countKindBad]
        case .badDocument: Words[.countDocumentBad]
        case .badName: Words[.countNameBad]
        case .badDay: Words[.countDayBad]
        }
    }

    private static func of(_ fault: CountList.Fault) -> String {
        switch fault {
        case .notAList: Words[.countNotAList]
        case .wrongRound: Words[.countWrongRound]
        case .otherSession: Words[.countOtherSession]
        case .tooFew: Words[.countTooFew]
        case .tooMany: Words[.countTooMany]
        case .twice: Words[.countTwiceIn]
        case .noPoint: Words[.countNoPoint]
        }
    }
}
