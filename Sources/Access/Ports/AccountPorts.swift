/// What the pages of entering and of accounts need.
public struct AccountPorts: Sendable {
    public let entrance: Entrance
    public let sessions: Sessions
    public let desk: AccountDesk

    public init(entrance: Entrance, sessions: Sessions, desk: AccountDesk) {
        self.entrance = entrance
        self.sessions = sessions
        self.desk = desk
    }
}
