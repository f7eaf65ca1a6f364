import Catalog

extension SeededFault {
    private static let ladder = "ladder.yaml"
    private static let rejections = "codes/rejection-reasons.yaml"
    private static let prosecution = "deadlines/prosecution.yaml"

    /// Mistakes in what the desks work with: codes, ladder, compartments, versions of a term.
    static let desk: [SeededFault] = [
        .init(.missingCode, "codes/channels.yaml", "  - { id: radio, label: Por radio }\n", ""),
        .init(.unknownID, "codes/channels.yaml", "id: radio", "id: pigeon"),
        .init(.duplicateCode, rejections, "id: other-body", "id: other-zone"),
        .init(.wrongFileName, rejections, "id: rejection-reasons", "id: rejection-grounds"),
        .init(.missingFile, rejections, "id: rejection-reasons", "id: rejection-grounds", foundIn: "codes"),
        .init(.unknownID, "codes/release-reasons.yaml", "sources: [dleg-1297]", "sources: [dleg-9999]"),
        .init(.noSource, "codes/release-reasons.yaml", ", sources: [dleg-1297]", ""),
        .init(.missingKey, "codes/fields.yaml", ", compartment: care", ""),
        .init(.valueNotAllowed, "codes/fields.yaml", "compartment: care", "compartment: cares"),
        .init(.unknownID, "codes/consent-steps.yaml", "id: legal-aid", "id: legal-help"),
        .init(.unknownID, "codes/consent-steps.yaml", "purpose: shelter", "purpose: shelters"),
        .init(.ladderShape, ladder, "[PT0S, PT5M, PT15M, PT60M, P1D]", "[PT0S, PT5M, PT15M, PT60M]"),
        .init(.ladderShape, ladder, "[PT0S, PT5M, PT15M, PT60M, P1D]", "[PT0S, PT5M, PT15M, P1D, PT60M]"),
        .init(.badDuration, ladder, "goal: PT10M", "goal: P1M"),
        .init(
            .missingCode, ladder, "- { id: glass, goal: PT24H, rungs: [PT0S, PT4H, PT12H, P1D, P7D] }\n", ""),
        .init(.unknownID, ladder, "id: glass", "id: mirror"),
        .init(.missingKey, ladder, " keep_in_loop: P7D,", ""),
        .init(
            .noCompartmentRow, "compartments.yaml", "- id: sis\n", "- id: susalud\n",
            foundIn: "institutions/sis.yaml"),
        .init(.unknownID, "compartments.yaml", "- id: sis\n", "- id: essalud\n"),
        .init(.valueNotAllowed, "compartments.yaml", "sees: [matter]", "sees: [everything]"),
        .init(.noImplicatedRow, "implicated.yaml", "- id: police", "- id: serenazgo"),
        .init(.unknownID, "implicated.yaml", "institutions: [pnp-station]", "institutions: [pnp-stations]"),
        .init(.sheetWithoutTranslator, "rights-sheets/en.yaml", "translator: own", "translator: certified"),
        .init(
            .sheetWithoutTranslator, "rights-sheets/pt.yaml", "translator: own",
            "translator: own\nregister: CTP 0001"),
        .init(.wrongFileName, "rights-sheets/pt.yaml", "id: pt\n", "id: qu\n"),
        .init(.missingFile, "rights-sheets/pt.yaml", "id: pt\n", "id: qu\n", foundIn: "rights-sheets"),
        .init(
            .missingKey, "rights-sheets/en.yaml", "  - { id: right-free, text: None of this costs money. }\n",
            ""),
        .init(.unknownID, "rights-sheets/en.yaml", "id: right-free,", "id: right-freed,"),
        .init(
            .twoTermsCount, "deadlines/child.yaml", "{ amount: 72, unit: hours,",
            "{ amount: 72, unit: hours, counts: yes,"),
        .init(.versionOrder, prosecution, "since: 2024-10-11\n", "target: PT1H\n"),
        .init(.versionOrder, prosecution, "- { legal: sin número", "- { from: 2025-01-01, legal: sin número"),
    ]
}
