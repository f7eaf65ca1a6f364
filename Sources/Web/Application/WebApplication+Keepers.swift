public import CaseRegister
import Access
import Hummingbird

extension WebApplication {
    /// The pages of the Commission and of those who keep the house.
    func addKeeperPages(_ room: StaffRoom, to router: Router<BasicRequestContext>) {
        BoardRoutes(room: room).add(to: router)
        BoardCaseRoutes(room: room).add(to: router)
        PlacesRoutes(room: room).add(to: router)
        ReviewsRoutes(room: room).add(to: router)
        LadderRoutes(room: room).add(to: router)
        if let figures = room.ports.figures {
            FiguresRoutes(room: room, figures: figures).add(to: router)
            FigureReleaseRoutes(room: room, figures: figures).add(to: router)
            OpenDataRoutes(room: room, figures: figures).add(to: router)
        }
        if let messages = room.ports.messages {
            MessagesRoutes(room: room, messages: messages).add(to: router)
            ChannelsRoutes(room: room, messages: messages).add(to: router)
            if let push = messages.push { PushRoutes(push: push).add(to: router) }
        }
        if let tokens = room.ports.tokens { KeysRoutes(room: room, tokens: tokens).add(to: router) }
        guard let keeping = room.ports.keeping else { return }
        DirectoryCareRoutes(room: room, keeping: keeping).add(to: router)
        LogRoutes(room: room, keeping: keeping).add(to: router)
    }

    /// Puts what the book of the directory says in force: once at the start, then after every change.
    ///
    /// - Throws: what kept the book from being read; the published numbers then stand.
    public func followDirectory() async throws(JournalFault) {
        guard let book = ports.staff?.keeping?.directory else { return }
        site.inForce.follow(try await site.notes(in: book))
    }
}
