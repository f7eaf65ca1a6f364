import CaseRegister
import Catalog
import HTML
import ReferralDomain

/// Draws every hop of a referral with its hour and channel: what the originator sees.
struct HopsView {
    let referral: Referral
    let catalog: ProtocolCatalog

    var html: HTML {
        let items: [HTML] = referral.hops.map { hop in
            """
            <li>\(label(hop.state.rawValue, "referral-states")) \
            <time datetime="\(hop.moment.happened.machineText)">\(hop.moment.happened.hourText)</time>\
            \(hop.channel.map { " (\(label($0.rawValue, "channels")))" } ?? "")</li>
            """
        }
        return "<ol class=\"hops\">\(items)</ol>"
    }

    private func label(_ code: String, _ list: String) -> String {
        catalog.content.label(of: code, in: list) ?? code
    }
}
