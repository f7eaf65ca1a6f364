import CaseRegister
import Hummingbird

/// Every page of the control centre and of the case.
struct ControlRoutes: Sendable {
    let room: StaffRoom
    let bell: QueueBell

    init(room: StaffRoom) {
        self.room = room
        let (lists, clock) = (room.ports.lists, room.clock)
        bell = QueueBell(
            count: { try? await lists.queueCount(of: $0, at: clock()) },
            pause: { try await Task.sleep(for: .seconds(Self.secondsBetweenCounts)) })
    }

    /// What another program writes is seen after this at the latest.
    private static let secondsBetweenCounts = 5

    func add(to router: some RouterMethods<BasicRequestContext>) {
        QueueRoutes(room: room, bell: bell).add(to: router)
        CaseRoutes(room: room, bell: bell).add(to: router)
        ReferRoutes(room: room, bell: bell).add(to: router)
        PersonRoutes(room: room).add(to: router)
        RevealRoutes(room: room).add(to: router)
        if let vault = room.ports.vault?.vault { SearchRoutes(room: room, vault: vault).add(to: router) }
        guard let accounts = room.ports.accounts else { return }
        HandoverRoutes(room: room, accounts: accounts, bell: bell).add(to: router)
        EmergencyRoutes(room: room, accounts: accounts, bell: bell).add(to: router)
    }
}
