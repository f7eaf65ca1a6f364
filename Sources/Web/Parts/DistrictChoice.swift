import Catalog
import HTML

/// The list of districts to choose from.
struct DistrictChoice: Equatable, Sendable {
    let lima: [Option]
    let callao: [Option]
    let chosen: String?

    struct Option: Equatable, Sendable {
        let ubigeo: String
        let name: String
        /// Latitude and longitude of the middle, for a phone that works out which is near.
        let centroid: String
    }

    init(_ districts: IndexedList<District>, chosen: Identifier<District>?) {
        func options(_ province: District.Province) -> [Option] {
            districts.filter { $0.province == province }.map { district in
                Option(
                    ubigeo: district.id.text, name: district.name,
                    centroid: "\(district.centroid.latitude),\(district.centroid.longitude)")
            }
        }
        lima = options(.lima)
        callao = options(.callao)
        self.chosen = chosen?.text
    }
}

/// Draws the list of districts; with script it can propose the nearest three, worked out on the phone.
struct DistrictChoiceView {
    let choice: DistrictChoice
    let name: String
    let texts: Texts
    /// The label and hint of the list.
    let label: String
    var hint: String?
    var offersPosition = false
    var sendsAtOnce = false
    /// The id of the list, where a page has more than one.
    var id = "district"

    var html: HTML {
        """
        <div class="field"><label for="\(id)">\(label)</label>\
        \(hint.map { "<p class=\"hint\" id=\"\(id)-hint\">\($0)</p>" as HTML })\
        <select id="\(id)" name="\(name)"\
        \(hint == nil ? nil : Attribute("aria-describedby", "\(id)-hint"))\
        \(Attribute("data-now", when: sendsAtOnce))>\
        <option value="">\(words[.districtUnknown])</option>\
        <optgroup label="\(words[.provinceLima])">\(choice.lima.map(option))</optgroup>\
        <optgroup label="\(words[.provinceCallao])">\(choice.callao.map(option))</optgroup></select>\
        \(offersPosition ? position : nil)</div>
        """
    }

    private var words: Words<CommonText> { Words(texts) }

    private func option(_ option: DistrictChoice.Option) -> HTML {
        """
        <option value="\(option.ubigeo)"\(Attribute("selected", when: option.ubigeo == choice.chosen))\
        \(offersPosition ? Attribute("data-at", option.centroid) : nil)>\(option.name)</option>
        """
    }

    private var position: HTML {
        """
        <div data-near hidden><button class="quiet" type="button">\(words[.nearest])</button>\
        <p class="hint" data-near-note hidden>\(words[.nearestFailed])</p></div>
        """
    }
}
