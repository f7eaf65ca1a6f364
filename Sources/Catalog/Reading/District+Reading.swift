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
