import Catalog

extension SeededFault {
    private static let street = "scenes/street.yaml"
    private static let alarms = "scenes/false-alarm.yaml"

    /// Mistakes in the scenes to practise on and in the first course.
    static let scenes: [SeededFault] = [
        .init(.unknownID, street, "district: \"150115\"", "district: \"999999\""),
        .init(.unknownID, street, "signs: [B03, B05]", "signs: [B03, Z99]"),
        .init(.unknownID, street, "conduct: conduct-children}", "conduct: conduct-nobody}"),
        .init(.unknownID, street, "also: [notify-child-protection,", "also: [notify-nobody,"),
        .init(.unknownValue, street, "age: doubted", "age: young"),
        .init(.badDate, street, "at: \"2026-11-27T23:10:00-05:00\"", "at: \"anoche\""),
        .init(
            .sceneSteps, street,
            "    - Un hombre las mira desde un auto gris, a media cuadra.\n    - Llega un carro. Una chica sube y el hombre anota la placa.\n    - La chica vuelve y le da unos billetes al hombre.\n",
            ""),
        .init(.sceneAnswers, street, "right: no,", "right: yes,"),
        .init(.sceneDecoy, street, "{sign: A02,", "{sign: B03,"),
        .init(.sceneTruth, alarms, "presumed: no", "presumed: yes"),
        .init(.sceneFewOfKind, "scenes/online.yaml", "kind: online", "kind: street", foundIn: "scenes"),
        .init(.unknownID, "course.yaml", "conduct: [conduct-children]", "conduct: [conduct-nobody]"),
        .init(.sceneAnswers, "course.yaml", "right: yes", "right: no"),
        .init(
            .sentenceTooLong, street, "title: Dos jóvenes en una esquina",
            "title: Dos jóvenes que esperan en una esquina oscura mientras un hombre las mira desde un auto gris"
        ),
    ]
}
