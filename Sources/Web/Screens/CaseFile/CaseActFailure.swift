import Access
import CaseRegister
import Catalog
import HTML
import HTTPTypes

/// Why an act that a form asked for was not done.
enum CaseActFailure: Error, Equatable {
    case misread(ActMisread)
    case unknownReference
    case vault(VaultFault)
    case desk(DeskFailure)

    /// The field to be marked; nil where it is not the form that is wrong.
    var wrong: ActField? {
        switch self {
        case .misread(let misread): misread.field
        case .unknownReference: .code
        case .vault, .desk: nil
        }
    }

    /// What is shown, and the status that goes with it.
    func note(_ names: CatalogNames) -> (html: HTML, status: HTTPResponse.Status) {
        switch self {
        case .misread: (Self.plain(.formWrong, names), .unprocessableContent)
        case .unknownReference: (Self.plain(.mergeUnknown, names), .unprocessableContent)
        case .vault(let fault): (VaultNote(fault: fault, names: names).html, VaultNote.status(of: fault))
        case .desk(let failure):
            (
                OutcomeNote(failure: failure, names: names).html,
                OutcomeNote(failure: failure, names: names).status
            )
        }
    }

    private static func plain(_ key: CaseText, _ names: CatalogNames) -> HTML {
        """
        <div class="note late" role="alert"><h2>\(names.texts[DeskText.refusedTitle])</h2>\
        <p>\(names.texts[key])</p><p>\(names.texts[DeskText.kept])</p></div>
        """
    }
}
