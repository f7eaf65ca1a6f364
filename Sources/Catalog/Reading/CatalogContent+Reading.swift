extension CatalogContent {
    init(reading folder: CatalogFolder, notes: ReadingNotes) {
        let files = folder.files.keys.sorted().map { CatalogFile(path: $0, bytes: folder.files[$0] ?? []) }
        let shelf = Shelf(files: files, notes: notes)
        sources = shelf.list("sources", Source.init(reading:))
        institutions = shelf.list("institutions", isOneItemAFile: true, Institution.init(reading:))
        contacts = shelf.list("contacts", Contact.init(reading:))
        let territory = shelf.split("territory")
        districts = territory.list("districts.yaml", District.init(reading:))
        fiscalDistricts = territory.list("fiscal-districts.yaml", FiscalDistrict.init(reading:))
        holidays = territory.list("holidays.yaml", Holiday.init(reading:))
        facts = shelf.list("facts", Fact.init(reading:))
        indicators = shelf.list("indicators", Indicator.init(reading:))
        steps = shelf.list("steps", Step.init(reading:))
        levels = shelf.list("levels.yaml", Level.init(reading:))
        deadlines = shelf.list("deadlines", Deadline.init(reading:))
        duties = shelf.list("duties", Duty.init(reading:))
        rights = shelf.list("rights.yaml", Right.init(reading:))
        conduct = shelf.list("conduct.yaml", ConductLine.init(reading:))
        glossary = shelf.list("glossary", GlossaryTerm.init(reading:))
        warnings = shelf.list("warnings.yaml", HardWarning.init(reading:))
        flow = shelf.list("flow.yaml", FlowStage.init(reading:))
        codes = shelf.list("codes", isOneItemAFile: true, CodeList.init(reading:))
        ladder = shelf.list("ladder.yaml", LadderRow.init(reading:))
        compartments = shelf.list("compartments.yaml", CompartmentRow.init(reading:))
        implicated = shelf.list("implicated.yaml", ImplicatedRow.init(reading:))
        texts = shelf.texts("es-PE", folder: "texts/es/")
    }
}
