/// What the head of a street page says: how far the journey is, and where.
struct StreetHead: Equatable, Sendable {
    let page: StreetPage
    /// The name of the district, once it is known.
    let district: String?
    /// Whom to call when the network fails; empty where the page shows the calls anyway.
    var calls: [CallsModel.Call] = []
}
