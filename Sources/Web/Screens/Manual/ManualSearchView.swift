import Catalog
import HTML

/// Draws the search of the manual and what it found.
struct ManualSearchView {
    let search: ManualSearch?
    let texts: Texts

    var html: HTML {
        """
        <form method="get" action="\(Page.manual(nil).address)" role="search" class="box filters" \
        data-manual-search data-word="\(words[.found])"><div class="field"><label for="buscar">\(words[.search])</label>\
        <input id="buscar" type="text" name="\(ManualSearch.field)" value="\(search?.typed ?? "")" \
        maxlength="60"></div><button>\(words[.searchGo])</button></form>\
        <p class="note" role="status" data-found hidden></p>\(results)
        """
    }

    private var words: Words<ManualText> { Words(texts) }

    private var results: HTML? {
        guard let search else { return nil }
        let items: [HTML] = search.results.map { entry in
            """
            <li><a href="\(Address.place(entry.place))"><b>\(entry.title)</b></a> \(entry.text)</li>
            """
        }
        let count = words[.found, ["count": String(search.results.count + search.more)]]
        let more: HTML? =
            search.more == 0 ? nil : "<p>\(words[.foundMore, ["count": String(search.more)]])</p>"
        return """
            <section class="box" aria-labelledby="found" data-results><h2 id="found">\(count)</h2>\
            <ul class="plainlist">\(items)</ul>\(more)\
            <p><a href="\(Page.manual(nil).address)">\(words[.whole])</a></p></section>
            """
    }
}
