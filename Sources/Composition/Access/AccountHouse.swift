public import Access
import Storage

/// Accounts and sessions on a database, with the clock and the randomness of this machine.
public struct AccountHouse: Sendable {
    public let ports: AccountPorts

    init(on database: SQLiteDatabase) {
        let store = SQLiteAccounts(on: database)
        let throttle = EntryThrottle()
        let work = SerialWork()
        let sessions = Sessions(store: store, throttle: throttle, work: work, clock: SystemClock.now)
        ports = AccountPorts(
            entrance: Entrance(
                store: store, throttle: throttle, work: work, clock: SystemClock.now, random: SystemRandom()),
            sessions: sessions,
            desk: AccountDesk(
                store: store, sessions: sessions, work: work, clock: SystemClock.now, random: SystemRandom()))
    }
}
