import Catalog
import HTML

/// Draws the first number of each call, for pages on which something else went wrong.
struct QuickCallsView {
    let calls: [CallsModel.Call]
    let texts: Texts

    var html: HTML? {
        // In a drill there is no other page to call from.
        let calls = calls.filter { $0.cards.first?.isRehearsed == false }
        guard !calls.isEmpty else { return nil }
        let items: [HTML] = calls.compactMap { call in
            call.cards.first.map { card in
                let view = CallCardView(
                    card: card, mark: "→", role: call.role.name(in: texts), style: .next, texts: texts)
                return "<li>\(view.html)</li>"
            }
        }
        return "<ul class=\"stack8 gap-top\">\(items)</ul>"
    }
}
