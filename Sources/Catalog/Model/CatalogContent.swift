/// The items of the catalogue by kind.
public struct CatalogContent: Sendable {
    public let sources: IndexedList<Source>
    public let institutions: IndexedList<Institution>
    public internal(set) var contacts: IndexedList<Contact>
    public let districts: IndexedList<District>
    public let fiscalDistricts: IndexedList<FiscalDistrict>
    public let holidays: IndexedList<Holiday>
    public let facts: IndexedList<Fact>
    public let indicators: IndexedList<Indicator>
    public let steps: IndexedList<Step>
    public let levels: IndexedList<Level>
    public let deadlines: IndexedList<Deadline>
    public let duties: IndexedList<Duty>
    public let rights: IndexedList<Right>
    public let conduct: IndexedList<ConductLine>
    public let glossary: IndexedList<GlossaryTerm>
    public let warnings: IndexedList<HardWarning>
    public let flow: IndexedList<FlowStage>
    public let codes: IndexedList<CodeList>
    public let ladder: IndexedList<LadderRow>
    public let compartments: IndexedList<CompartmentRow>
    public let implicated: IndexedList<ImplicatedRow>
    public let rightsSheets: IndexedList<RightsSheet>
    public let scenes: IndexedList<Scene>
    public let course: IndexedList<CourseLesson>
    public internal(set) var texts: Texts
}
