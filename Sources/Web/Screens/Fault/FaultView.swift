import Catalog
import HTML

/// Draws the page about a request that got no page of its own.
struct FaultView {
    let fault: WebFault
    /// Police and prosecutor, for whoever was about to report.
    let calls: [CallsModel.Call]
    let texts: Texts

    var document: Document {
        Document(title: words[keys.title], frame: .desk(nil), main: main)
    }

    private var words: Words<FaultText> { Words(texts) }

    private var main: HTML {
        """
        <div class="narrow prose"><h1>\(words[keys.title])</h1><p>\(words[keys.what])</p>\
        <p>\(words[keys.safe])</p><p><b>\(whatToDo)</b></p>\
        \(QuickCallsView(calls: isDuringReport ? calls : [], texts: texts).html)\
        <p class="acts"><a class="btn" href="\(Page.street.address)">\(words[.start])</a> \
        <a class="btn quiet" href="\(Page.directory(district: nil).address)">\(words[.directory])</a></p></div>
        """
    }

    /// During a report the numbers follow as cards; otherwise the one in the sentence can be called.
    private var whatToDo: HTML {
        let card = isDuringReport ? nil : calls.first?.cards.first
        return DialledText(text: words[keys.whatToDo], card: card).html
    }

    /// A page that is missing or asked for in another way is met by someone who looks around.
    private var isDuringReport: Bool {
        switch fault {
        case .mustEnter, .notFound, .methodNotAllowed: false
        case .tooLarge, .unreadable, .tooMany, .broken: true
        }
    }

    private struct Keys {
        let title, what, safe, whatToDo: FaultText
    }

    private var keys: Keys {
        switch fault {
        case .mustEnter, .notFound:
            Keys(title: .notFoundTitle, what: .notFoundWhat, safe: .notFoundSafe, whatToDo: .notFoundDo)
        case .methodNotAllowed:
            Keys(title: .methodTitle, what: .methodWhat, safe: .methodSafe, whatToDo: .methodDo)
        case .tooLarge:
            Keys(title: .tooLargeTitle, what: .tooLargeWhat, safe: .tooLargeSafe, whatToDo: .tooLargeDo)
        case .unreadable:
            Keys(
                title: .unreadableTitle, what: .unreadableWhat, safe: .unreadableSafe, whatToDo: .unreadableDo
            )
        case .tooMany:
            Keys(title: .tooManyTitle, what: .tooManyWhat, safe: .tooManySafe, whatToDo: .tooManyDo)
        case .broken:
            Keys(title: .brokenTitle, what: .brokenWhat, safe: .brokenSafe, whatToDo: .brokenDo)
        }
    }
}
