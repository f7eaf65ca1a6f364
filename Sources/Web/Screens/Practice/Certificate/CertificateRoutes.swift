import Access
import Catalog
import HTTPTypes
import Hummingbird

/// The certificate of a shift, and the check of one that somebody shows.
struct CertificateRoutes: Sendable {
    let site: Site
    let book: any DrillBook

    /// The field for the check code of a printed certificate.
    static let checkField = "clave"

    func add(to router: some RouterMethods<BasicRequestContext>) {
        router.get(PagePattern.practiceCertificate.path, use: ask)
        router.post(PagePattern.practiceCertificate.path, use: show)
    }

    @Sendable func ask(_ request: Request, _ context: BasicRequestContext) -> Response {
        view(.asked, typed: "").response(.ok, site, request)
    }

    @Sendable func show(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let fields = try await FormFields(of: request)
        let typed = fields[PracticeField.shift] ?? ""
        guard let shift = ShiftCode(reading: typed) else {
            return view(.badShift, typed: typed).response(.unprocessableContent, site, request)
        }
        guard let results = try? await book.results(of: shift) else {
            return view(.unreachable, typed: shift.text).response(.serviceUnavailable, site, request)
        }
        guard let certificate = Certificate(results, of: shift) else {
            return view(.missing, typed: shift.text).response(.ok, site, request)
        }
        let shown = (fields[Self.checkField] ?? "").filter { $0 != " " }.uppercased()
        let answer: CertificateView.Answer =
            shown.isEmpty
            ? .certificate(certificate) : shown == certificate.check ? .isTrue(certificate) : .isFalse
        return view(answer, typed: shift.text).response(.ok, site, request)
    }

    private func view(_ answer: CertificateView.Answer, typed: String) -> Document {
        CertificateView(
            answer: answer, typed: typed, scenes: site.catalog.content.scenes, texts: site.texts
        ).document
    }
}
