import CaseRegister
import Hummingbird

/// Every page of the control centre and of the case.
struct ControlRoutes: Sendable {
    let room: StaffRoom
    let bell: QueueBell

    init(room: StaffRoom) {
        self.room = room
        bell = QueueBell(
            of: room.ports, clock: room.clock,
            pause: { try await Task.sleep(for: .seconds(Self.secondsBetweenLooks)) })
    }

    /// What another program writes is seen after this at the latest.
    private static let secondsBetweenLooks = 1

    func add(to router: some RouterMethods<BasicRequestContext>) {
        QueueRoutes(room: room, bell: bell).add(to: router)
        CaseRoutes(room: room).add(to: router)
        ReferRoutes(room: room).add(to: router)
        PersonRoutes(room: room).add(to: router)
        RevealRoutes(room: room).add(to: router)
        if let vault = room.ports.vault?.vault { SearchRoutes(room: room, vault: vault).add(to: router) }
        guard let accounts = room.ports.accounts else { return }
        HandoverRoutes(room: room, accounts: accounts).add(to: router)
        EmergencyRoutes(room: room, accounts: accounts).add(to: router)
    }
}
