import JSON

/// The vocabulary of the police's alert form on trafficking (RETA): its conducts and means, and which signs say them.
///
/// The words of the form itself stand beside this file, in `Ficha.json`. Ruta exports in these words and replaces no form. A
/// sign says a word of the form only where it means the same: what is doubtful is left to the officer who fills it in.
public enum RETAFicha {
    /// The conducts that facts and signs of a case say, in the order of the form.
    public static func conducts(facts: [String: String], signs: [String]) -> [String] {
        let said =
            conductOfFact.filter { facts[$0.key] == "yes" }.map(\.value)
            + signs.flatMap { conductsOfSign[$0] ?? [] }
        return conducts.filter(said.contains)
    }

    /// The related facts that a case says, in the order of the form.
    public static func related(facts: [String: String]) -> [String] {
        facts["missing-report"] == "yes" ? ["disappearance"] : []
    }

    /// The means that signs of a case say, in the order of the form.
    public static func means(signs: [String]) -> [String] {
        let said = signs.flatMap { meansOfSign[$0] ?? [] }
        return means.filter(said.contains)
    }

    /// The eighteen conducts of the form, in its order.
    public static let conducts = codes("conducts")
    /// The twenty-five means of the form, in its order.
    public static let means = codes("means")
    /// The three related facts of the form, in its order.
    public static let related = codes("related")

    private static func codes(_ list: String) -> [String] {
        let form = try? JSON(parsing: PackageResources.Ficha_json)
        return (form?[list]?.array ?? []).compactMap { $0["id"]?.string }
    }

    private static let conductOfFact = [
        "sexual-exploitation": "sexual-acts", "labour-exploitation": "forced-labour",
        "domestic-servitude": "servitude", "begging": "begging", "child-sale": "child-sale",
        "organ-removal": "organ-extraction",
    ]
    private static let conductsOfSign = [
        "A02": ["confinement"], "B07": ["uprooting"], "D01": ["sexual-acts"],
        "D02": ["sexual-acts"], "E01": ["excessive-labour"], "E02": ["no-wage"],
        "E03": ["inhuman-conditions"],
        "E04": ["confinement"], "E06": ["servitude"], "F01": ["begging"], "F02": ["begging"],
        "F03": ["begging"], "F07": ["child-sale"],
    ]
    private static let meansOfSign = [
        "A02": ["deprived-of-liberty"], "A04": ["violence"], "A05": ["documents-withheld"], "A07": ["threat"],
        "B05": ["constant-control"], "B08": ["false-documents"],
        "B12": ["earnings-withheld"], "B13": ["threat"], "B14": ["threat"], "B15": ["drugs"],
        "C01": ["job-offer"], "C02": ["deceit"], "C03": ["press-internet"], "C04": ["seduction"],
        "C06": ["payments"], "D07": ["criminal-organisation"],
    ]
}
