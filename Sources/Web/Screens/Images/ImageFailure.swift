import Access
import CaseRegister
import Documents
import HTTPTypes

/// Why an image was not kept or not opened.
enum ImageFailure: Error, Equatable {
    case incomplete
    case noteTooLong
    case several
    case broken
    case notNow
    case image(ImageRefusal)
    case vault(VaultFault)
    case act(CaseActFailure)

    var status: HTTPResponse.Status {
        switch self {
        case .incomplete, .noteTooLong, .several, .broken: .unprocessableContent
        case .notNow: .conflict
        case .image(.tooLarge): .contentTooLarge
        case .image(.foreign(.empty)): .unprocessableContent
        case .image(.foreign): .unsupportedMediaType
        case .image(.busy), .image(.notInstalled): .serviceUnavailable
        case .image(.tooManyPixels), .image(.animated), .image(.unreadable), .image(.failed):
            .unprocessableContent
        case .vault(let fault): VaultNote.status(of: fault)
        case .act(let failure): failure.status
        }
    }

    /// What is wrong and what to do, where this screen has the words for it.
    var words: (what: ImageText, todo: ImageText)? {
        switch self {
        case .incomplete: (.wrong, .wrongDo)
        case .noteTooLong: (.noteLong, .noteLongDo)
        case .several: (.several, .severalDo)
        case .broken: (.broken, .brokenDo)
        case .image(let refusal): Self.words(of: refusal)
        case .notNow, .vault, .act: nil
        }
    }

    private static func words(of refusal: ImageRefusal) -> (what: ImageText, todo: ImageText) {
        switch refusal {
        case .foreign(let kind): words(of: kind)
        case .tooLarge: (.tooLarge, .tooLargeDo)
        case .tooManyPixels: (.tooManyPixels, .tooManyPixelsDo)
        case .animated: (.animated, .animatedDo)
        case .unreadable: (.unreadable, .unreadableDo)
        case .failed: (.failed, .failedDo)
        case .busy: (.busy, .busyDo)
        case .notInstalled: (.notInstalled, .notInstalledDo)
        }
    }

    private static func words(of kind: FileKind) -> (what: ImageText, todo: ImageText) {
        switch kind {
        case .empty: (.empty, .emptyDo)
        case .pdf: (.pdf, .pdfDo)
        case .heic: (.heic, .heicDo)
        case .archive: (.archive, .archiveDo)
        case .page: (.page, .pageDo)
        case .film: (.film, .filmDo)
        case .otherImage: (.otherImage, .otherImageDo)
        // What is taken is never refused for its kind.
        case .unknown, .jpeg, .png, .webp: (.unknown, .unknownDo)
        }
    }
}

extension CaseActFailure {
    /// The status alone, where the words are drawn elsewhere.
    fileprivate var status: HTTPResponse.Status {
        switch self {
        case .misread, .unknownReference: .unprocessableContent
        case .vault(let fault): VaultNote.status(of: fault)
        case .desk(let failure):
            switch failure {
            case .fault: .serviceUnavailable
            case .refused: .conflict
            }
        }
    }
}
