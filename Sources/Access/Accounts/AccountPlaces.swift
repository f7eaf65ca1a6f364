import CaseRegister
import Sealing

/// Where each locked secret belongs: it opens there and nowhere else.
enum AccountPlaces {
    static func key(of account: ActorID) -> SealingContext { SealingContext("account", account.text, "key") }

    static func factor(of account: ActorID) -> SealingContext {
        SealingContext("account", account.text, "factor")
    }

    static func unit(_ unit: UnitID, of account: ActorID) -> SealingContext {
        SealingContext("account", account.text, "unit", unit.text)
    }

    static func recovery(of unit: UnitID) -> SealingContext { SealingContext("unit", unit.text, "recovery") }

    static func session(_ lookup: String) -> SealingContext { SealingContext("session", lookup) }

    static func invitation(_ lookup: String, _ account: ActorID) -> SealingContext {
        SealingContext("invitation", lookup, account.text)
    }
}
