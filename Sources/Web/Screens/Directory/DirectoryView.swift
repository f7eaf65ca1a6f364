import Catalog
import HTML

/// Draws the directory.
struct DirectoryView {
    let model: DirectoryModel
    let texts: Texts

    var document: Document {
        Document(title: words[.title], frame: .desk(.directory), main: main)
    }

    private var words: Words<DirectoryText> { Words(texts) }
    private var common: Words<CommonText> { Words(texts) }

    private var main: HTML {
        """
        <div class="page-head"><div><h1>\(words[.title])</h1><p class="lead">\(words[.lead])</p></div></div>\
        \(filter)\(summary)\(model.groups.map(group))
        """
    }

    private var filter: HTML {
        """
        <form class="box filters" action="\(Page.directory(district: nil).address)" role="search"><div>\
        <label for="district">\(words[.district])</label>\
        <select id="district" name="\(DirectoryRoutes.districtField)"><option value="">\(words[.all])</option>\
        <optgroup label="\(common[.provinceLima])">\(model.districts.lima.map(option))</optgroup>\
        <optgroup label="\(common[.provinceCallao])">\(model.districts.callao.map(option))</optgroup></select></div>\
        <button>\(words[.show])</button></form>
        """
    }

    private func option(_ option: DistrictChoice.Option) -> HTML {
        let isChosen = Attribute("selected", when: option.ubigeo == model.districts.chosen)
        return "<option value=\"\(option.ubigeo)\"\(isChosen)>\(option.name)</option>"
    }

    private var summary: HTML {
        """
        \(model.isUnknownDistrict
            ? "<div class=\"note late\" role=\"alert\"><p>\(words[.unknownDistrict])</p></div>" as HTML : nil)\
        \(model.chosen.map { chosen in
            let values = ["district": chosen.district, "fiscal": chosen.fiscalDistrict]
            return "<p class=\"gap-top\"><b>\(words[.fiscalDistrict, values])</b></p>" as HTML
        })\
        <p class="fine muted">\(words[.counted, ["count": String(model.contactCount)]]) \(words[.states])</p>
        """
    }

    private func group(_ group: DirectoryModel.GroupOfBodies) -> HTML {
        """
        <section class="dir"><h2>\(name(group.group))</h2><ul>\(group.bodies.map(body))</ul></section>
        """
    }

    private func body(_ body: DirectoryModel.Body) -> HTML {
        let short = body.short.flatMap { body.name.contains($0) ? nil : $0 }
        let title = short.map { "\(body.name) (\($0))" } ?? body.name
        return """
            <li class="body" id="\(body.id)"><h3\(texts.inSpanish)>\(title)</h3><p class="muted">\(body.convene)</p>\
            \(body.reachedThrough.isEmpty ? nil : through(body))\
            <ul>\(body.entries.map(entry))</ul></li>
            """
    }

    private func through(_ body: DirectoryModel.Body) -> HTML {
        let names = body.reachedThrough.joined(separator: ", ")
        return """
            <p>\(words[.reachedThrough, ["names": names]])\(body.isShelter ? " " + words[.noAddress] : "")</p>
            """
    }

    private func entry(_ entry: DirectoryModel.Entry) -> HTML {
        """
        <li class="entry"><div><p>\(entry.label)</p>\
        \(entry.serves.isEmpty ? nil : line(words[.serves, ["names": entry.serves.joined(separator: ", ")]]))\
        \(entry.address.map { line(words[.address, ["address": $0]]) })</div>\
        <div class="etel">\(way(entry.way))\(line(hours(entry.hours)))</div>\
        <div class="ever">\(state(entry))\(line(words[.source, ["source": entry.source]]))</div></li>
        """
    }

    private func line(_ text: String) -> HTML { "<p class=\"fine muted\">\(text)</p>" }

    private func way(_ way: DirectoryModel.Way) -> HTML? {
        switch way {
        case .phone(let card):
            return """
                <a class="tel" href="\(card.address)">\(Icon.phone)<span>\(NumberView(card: card, texts: texts).html)</span></a>
                """
        case .web(let address):
            guard let link = Address(web: address) else { return "<p>\(address)</p>" }
            return "<a href=\"\(link)\" rel=\"noreferrer\">\(words[.web, ["address": address]])</a>"
        case .broker(let name, let card):
            let text = words[.reachedThrough, ["names": name]]
            guard let card else { return "<p>\(text)</p>" }
            // A line that bears its number in its name is not read out twice.
            let number = name.contains(card.digits) ? nil : NumberView(card: card, texts: texts).html
            return "<a class=\"tel\" href=\"\(card.address)\">\(Icon.phone)<span>\(text) \(number)</span></a>"
        }
    }

    private func hours(_ hours: Contact.Hours) -> String {
        switch hours {
        case .always: words[.always]
        case .office: words[.office]
        case .unknown: words[.unknownHours]
        }
    }

    private func state(_ entry: DirectoryModel.Entry) -> HTML {
        if entry.isVerified {
            let text = entry.checkedOn.map { words[.verifiedOn, ["day": $0]] } ?? common[.verified]
            return "<span class=\"state done\">\(text)</span>"
        }
        let isPhone = if case .phone = entry.way { true } else { false }
        let missing = isPhone ? words[.notCalled] : words[.notChecked]
        let checked = entry.checkedOn.map { words[.checkedOn, ["day": $0]] } ?? missing
        return "<span class=\"state open\">\(common[.unverified])</span>\(line(checked))"
    }

    private func name(_ group: DirectoryModel.Group) -> String {
        switch group {
        case .emergency: words[.groupEmergency]
        case .prosecutor: words[.groupProsecutor]
        case .child: words[.groupChild]
        case .care: words[.groupCare]
        case .shelter: words[.groupShelter]
        case .work: words[.groupWork]
        case .state: words[.groupState]
        }
    }
}
