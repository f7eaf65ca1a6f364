import CaseRegister
import Catalog
import ReferralDomain

extension ProtocolCatalog {
    /// The calls of an empty form on a night long ago, when every office was closed.
    var firstCalls: [CallsModel.Call] {
        let night = Instant(millisecondsSinceEpoch: 0)
        guard let id = try? ReportID(reading: String(repeating: "0", count: ReportID.digits)),
            let route = try? route(of: Situation(district: nil, at: night))
        else { return [] }
        let visit = StreetVisit(
            form: StreetForm(report: id), page: .start, findings: [], at: night, isFresh: false)
        return CallPlan(visit, self, route).calls
    }
}
