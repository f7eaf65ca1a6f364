import Catalog
import Testing

/// One mistake that somebody could make in the catalogue, and the finding that must name it.
struct SeededFault: CustomTestStringConvertible {
    let kind: Finding.Kind
    let file: String
    let old: String
    let new: String
    /// The file in which the finding stands, where it is another one.
    var foundIn: String?

    init(_ kind: Finding.Kind, _ file: String, _ old: String, _ new: String, foundIn: String? = nil) {
        self.kind = kind
        self.file = file
        self.old = old
        self.new = new
        self.foundIn = foundIn
    }

    var testDescription: String { "\(kind.rawValue) in \(file)" }

    private static let notify = "steps/2-notify.yaml"
    private static let street = "facts/1-street.yaml"
    private static let offices = "contacts/prosecutors.yaml"
    private static let messages = "texts/es/messages.yaml"
    private static let map = "territory/districts.yaml"

    static let all: [SeededFault] =
        files + references + rules + directory + words + desk + translation + scenes

    static let files: [SeededFault] = [
        .init(.unreadableYAML, notify, "  phase: notify", "  phase: [notify"),
        .init(.unreadableYAML, "levels.yaml", "when:\n    any:", "when:\n  any:\n - x"),
        .init(
            .expectedList, notify, "sources: [manual-2, ds-011-2014-in-art-68, ds-001-2016-in-art-6]",
            "sources: manual-2"),
        .init(.missingKey, notify, "  evidence: Nombre y grado de quien contestó, y la hora.\n", ""),
        .init(.missingKey, notify, "  deadline: D-01\n", ""),
        .init(.missingKey, map, "  centroid: [-12.0545, -77.0434]\n", ""),
        .init(.unknownKey, notify, "  precaution: yes", "  precaution: yes\n  precauton: yes"),
        .init(.duplicateKey, notify, "  precaution: yes", "  precaution: yes\n  precaution: yes"),
        .init(.emptyText, notify, "title: Comunique a la comisaría de la jurisdicción", "title: ''"),
        .init(.valueNotAllowed, notify, "phase: notify", "phase: notifi"),
        .init(.valueNotAllowed, offices, "hours: unknown", "hours: siempre"),
        .init(.badFlag, notify, "precaution: yes", "precaution: maybe"),
        .init(.badNumber, offices, "order: 10", "order: first"),
        .init(.badDate, "territory/holidays.yaml", "2026-04-02", "2026-02-30"),
        .init(.badDuration, "deadlines/street.yaml", "target: PT5M", "target: 5 minutos"),
        .init(.badPosition, map, "centroid: [-12.0545, -77.0434]", "centroid: [12.0545, -77.0434]"),
        .init(.expectedText, notify, "title: Comunique a la comisaría de la jurisdicción", "title: [a, b]"),
        .init(.badID, notify, "- id: notify-police\n", "- id: avisar a la policía\n"),
    ]

    static let references: [SeededFault] = [
        .init(.unknownID, notify, "institution: pnp-station", "institution: pnp-stacion"),
        .init(.unknownID, notify, "sources: [manual-2,", "sources: [manual-99,"),
        .init(.unknownID, notify, "deadline: D-01", "deadline: D-99"),
        .init(.unknownID, notify, "when: {official-implicated:", "when: {oficial-implicado:"),
        .init(.unknownID, map, "fiscal_district: lima-centro", "fiscal_district: lima-oeste"),
        .init(.unknownID, offices, "fiscal_districts: [lima-centro]", "fiscal_districts: [lima-oeste]"),
        .init(.unknownID, "duties/manual.yaml", "owners: [mimp,", "owners: [mimpv,"),
        .init(.unknownID, "indicators/a-immediate.yaml", "implies: { age:", "implies: { edad:"),
        .init(.unknownValue, notify, "{official-implicated: [no,", "{official-implicated: [nadie,"),
        .init(.unknownValue, "indicators/a-immediate.yaml", "{ age: doubted", "{ age: joven"),
        .init(.repeatedValue, notify, "{official-implicated: [no,", "{official-implicated: [no, no,"),
        .init(.duplicateID, notify, "- id: notify-police-unit", "- id: notify-police"),
        .init(.duplicateID, map, "ubigeo: \"150104\"", "ubigeo: \"150101\""),
        .init(.wrongFileName, "institutions/hrt.yaml", "id: hrt", "id: hrt2"),
        .init(.wrongPhaseFile, notify, "phase: notify", "phase: safety"),
        .init(.stepNumberGap, "duties/manual.yaml", "number: 2", "number: 3"),
    ]

    static let rules: [SeededFault] = [
        .init(
            .noSource, notify, "sources: [manual-2, ds-011-2014-in-art-68, ds-001-2016-in-art-6]",
            "sources: []"),
        .init(
            .conditionShape, notify, "when: {official-implicated: [no, serenazgo, other]}", "when: sometimes"),
        .init(
            .ruleAlwaysHolds, notify, "when: {official-implicated: [no, serenazgo, other]}",
            "when: {official-implicated: [no, police, serenazgo, other]}"),
        .init(
            .ruleNeverReached, notify, "when: {official-implicated: [no, serenazgo, other]}",
            "when: {all: [{official-implicated: [no]}, {official-implicated: [police]}]}"),
        .init(.ruleNeverReached, notify, "- when: {prosecutor-answered: [no]}", "- when: {not: always}"),
        .init(
            .precautionSettled, notify, "  when: always\n  precaution: no",
            "  when: always\n  precaution: yes"),
        .init(
            .questionNobodyUses, street, "- id: danger\n",
            "- id: weather\n  values: [{id: yes, label: Llueve}, {id: no, label: No llueve}]\n  asked: street\n"
                + "  question: ¿Llueve?\n- id: danger\n"),
        .init(.tooManyValues, street, "    - {id: no, label: \"No se ve peligro ahora\"}\n", ""),
        .init(.lastLevelMustHold, "levels.yaml", "when: always", "when: {danger: [no]}"),
    ]

    static let directory: [SeededFault] = [
        .init(
            .noContact, "contacts/emergency.yaml", "institution: samu-106", "institution: minsa",
            foundIn: "steps/1-safety.yaml"),
        .init(
            .districtWithoutProsecutor, offices, "institution: duty-prosecutor", "institution: fistrap",
            foundIn: map),
        .init(.districtWithoutChildProtection, map, "upe: upe-lima\n", "upe: upe-lima-sur\n"),
        .init(
            .districtCount, map,
            "- ubigeo: \"150101\"\n  reniec: \"140101\"\n  name: Lima (Cercado)\n  province: lima\n  fiscal_district: lima-centro\n  upe: upe-lima\n  centroid: [-12.0545, -77.0434]\n  centroid_kind: polygon\n",
            ""),
        .init(
            .holidaysEnd, "catalog.yaml", "published_on: 2026-11-23", "published_on: 2029-12-26",
            foundIn: "territory/holidays.yaml"),
        .init(.duplicateCode, map, "reniec: \"140125\"", "reniec: \"140101\""),
        .init(.duplicateContact, offices, "value: \"939479473\"", "value: \"939482768\""),
        .init(.phoneShape, offices, "value: \"939479473\"", "value: \"93947947\""),
        .init(.notHTTPS, "contacts/hotlines.yaml", "value: https://", "value: http://"),
        .init(
            .extensionWithoutFixed, offices, "  value: \"939482768\"",
            "  value: \"939482768\"\n  extension: \"1\""),
        .init(
            .verifiedWithoutDate, offices, "[lima-centro]\n  verified: no", "[lima-centro]\n  verified: yes"),
        .init(
            .dateAfterEdition, offices, "[lima-centro]\n  verified: no",
            "[lima-centro]\n  verified: yes\n  checked_on: 2027-01-01"),
        .init(
            .shelterWithPhone, "contacts/services.yaml",
            "institution: hrt\n  kind: broker\n  value: line-100",
            "institution: hrt\n  kind: mobile\n  value: \"999999999\""),
        .init(
            .shelterWithAddress, "contacts/services.yaml", "institution: hrt\n  kind: broker",
            "institution: hrt\n  address: Jr. Inventado 1\n  kind: broker"),
        .init(.shelterWithoutBroker, "institutions/hrt.yaml", "reached_through: [line-100, sau, cem]\n", ""),
        .init(
            .circularBroker, "contacts/services.yaml", "institution: hrt\n  kind: broker\n  value: line-100",
            "institution: hrt\n  kind: broker\n  value: hrt"),
        .init(
            .emptyFiscalDistrict, "territory/fiscal-districts.yaml", "- id: lima-norte", "- id: lima-norte-2"),
    ]

    static let words: [SeededFault] = [
        .init(
            .sentenceTooLong, notify, "title: Comunique a la comisaría de la jurisdicción",
            "title: Comunique a la comisaría de la zona donde usted está ahora y luego espere a que alguien venga"
        ),
        .init(
            .textTooHard, "rights.yaml", "text:",
            "text: \"\(String(repeating: "Institucionalidad administrativamente contraproducente. ", count: 40))\"\n  old:"
        ),
        .init(
            .unexplainedAcronym, notify, "title: Comunique a la comisaría",
            "title: Comunique al XYZW y a la comisaría"),
        .init(
            .wordNotForStreet, notify, "title: Comunique a la comisaría",
            "title: Avise que hay una víctima a la comisaría"),
        .init(.noticeSaysMore, messages, "Tiene 1 tarea. Ref. {code}.", "Un caso de trata. Ref. {code}."),
        .init(.noticeSaysMore, messages, "Tiene 1 tarea. Ref. {code}.", "Tiene 1 tarea en {district}."),
        .init(.noticeSaysMore, messages, "Tiene 1 tarea. Ref. {code}.", "UPE: {code}. Llame a Ana."),
        .init(.noticeSaysMore, messages, "Tiene 1 tarea. Ref. {code}.", "Tiene 1 tarea.\\r\\nBcc: x"),
        .init(.noticeSaysMore, messages, "Su código es {digits}.", "Su código es {digits}. Entre a Ruta."),
        .init(
            .noticeTooLong, messages, "Tiene 1 tarea. Ref. {code}.",
            "Tiene 1 tarea sin responder, tiene 1 tarea vencida. Ref. {code}. Ref. {code}."),
    ]
}
