import CaseRegister
import Catalog
import HTML
import ReferralDomain
import Sealing

/// Draws the signed orders to stop, open and ready to be printed.
struct StopOrdersView {
    let scene: CaseScene
    let head: StaffHead
    let orders: [Order]

    /// One order, and to whom it goes.
    struct Order: Sendable {
        let institution: String
        let receipt: SignedReceipt
    }

    private var words: Words<PersonText> { Words(scene.texts) }

    var document: Document {
        Document(title: words[.ordersTitle, ["code": code]], frame: .staff(head), main: main)
    }

    private var code: String { scene.state.reference?.text ?? "" }

    private var main: HTML {
        let boxes: [HTML] = orders.enumerated().map(box)
        let content: HTML = boxes.isEmpty ? "<p>\(words[.noOrders])</p>" : boxes.joined()
        return """
            <div class="narrow stack"><p class="crumb"><a href="\(Page.caseFile(scene.id).address)">\
            \(scene.words[.title, ["code": code]])</a></p><div><h1>\(words[.ordersTitle, ["code": code]])</h1>\
            <p class="lead">\(words[.ordersLead])</p></div>\(content)</div>
            """
    }

    private func box(_ number: Int, _ order: Order) -> HTML {
        """
        <section class="box" aria-labelledby="o\(number)"><h2 id="o\(number)">\
        \(scene.names.institution(order.institution))</h2><p><b>\(words[.orderDo])</b></p>\
        \(ReceiptCard(receipt: order.receipt, names: scene.names, isOpen: true).html)</section>
        """
    }
}
