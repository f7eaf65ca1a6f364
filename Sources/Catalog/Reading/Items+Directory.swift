import ReferralDomain

extension Source {
    init(reading item: ItemReader) {
        id = item.id()
        place = item.place
        title = item.text("title")
        cite = item.text("cite")
        says = item.plain("says")
        kind = item.choice("kind", Kind.self, else: .practice)
        status = item.choice("status", Status.self, else: .toConfirm)
        checkedOn = item.optionalDate("checked_on")
        aliases = item.texts("aliases")
        note = item.optionalPlain("note")
    }
}

extension Institution {
    init(reading item: ItemReader) {
        id = item.id()
        place = item.place
        name = item.text("name")
        short = item.optionalText("short")
        aliases = item.texts("aliases")
        role = item.plain("role")
        does = item.plainList("does")
        convene = item.plain("convene")
        kind = item.choice("kind", Kind.self, else: .group)
        manual = item.optionalChoice("manual", ManualSection.self)?.rawValue
        reachedThrough = item.ids("reached_through")
        sources = item.requiredIDs("sources")
    }

    private enum ManualSection: String, CaseIterable {
        case organisms = "1"
        case routes = "2"
        case glossary
    }
}

extension Contact {
    init(reading item: ItemReader) {
        id = item.id()
        place = item.place
        institution = item.id("institution")
        kind = item.choice("kind", Kind.self, else: .broker)
        value = item.text("value")
        self.extension = item.optionalText("extension")
        label = item.plain("label")
        hours = item.choice("hours", Hours.self, else: .unknown)
        order = item.number("order", else: 50)
        let districts: [Identifier<District>] = item.ids("districts")
        let fiscalDistricts: [Identifier<FiscalDistrict>] = item.ids("fiscal_districts")
        if !districts.isEmpty {
            area = .districts(districts)
        } else {
            area = fiscalDistricts.isEmpty ? .everywhere : .fiscalDistricts(fiscalDistricts)
        }
        address = item.optionalText("address")
        position = item.position("position")
        isVerified = item.flag("verified")
        checkedOn = item.optionalDate("checked_on")
        source = item.id("source")
        note = item.optionalPlain("note")
    }
}

extension District {
    init(reading item: ItemReader) {
        id = item.id("ubigeo")
        place = item.place
        reniec = item.text("reniec")
        name = item.text("name")
        province = item.choice("province", Province.self, else: .lima)
        fiscalDistrict = item.id("fiscal_district")
        childProtectionOffice = item.id("upe")
        if item.place("centroid") == item.place { _ = item.required("centroid") }
        centroid = item.position("centroid") ?? Position(latitude: 0, longitude: 0)
        centroidKind = item.choice("centroid_kind", CentroidKind.self, else: .polygon)
        note = item.optionalPlain("note")
    }
}

extension FiscalDistrict {
    init(reading item: ItemReader) {
        id = item.id()
        place = item.place
        name = item.text("name")
        prosecutor = item.id("prosecutor")
        secondCall = item.requiredIDs("second_call")
        sources = item.requiredIDs("sources")
        note = item.optionalPlain("note")
    }
}

extension Holiday {
    init(reading item: ItemReader) {
        date = item.date("date")
        id = Identifier(date.iso)
        place = item.place
        name = item.text("name")
        source = item.id("source")
    }
}
