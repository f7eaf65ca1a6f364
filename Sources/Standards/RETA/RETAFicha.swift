/// The vocabulary of the police's alert form on trafficking (RETA): its conducts and means, and which signs say them.
///
/// The codes stand with their Spanish words in `Catalog/codes/reta-*.yaml`. Ruta exports in these words and replaces no form. A
/// sign says a word of the form only where it means the same: what is doubtful is left to the officer who fills it in.
public enum RETAFicha {
    public static let conductList = "reta-conducts"
    public static let meansList = "reta-means"
    public static let factList = "reta-facts"

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

    /// The three related facts of the form, in its order.
    public static let related = ["abandonment", "disappearance", "smuggling"]

    /// The eighteen conducts of the form, in its order.
    public static let conducts = [
        "reception", "recruitment", "inhuman-conditions", "uprooting", "confinement", "slavery",
        "organ-extraction", "servile-marriage", "forced-labour", "begging", "servitude", "pornography",
        "sexual-acts", "excessive-labour", "no-wage", "organ-trade", "transfer", "child-sale",
    ]

    /// The twenty-five means of the form, in its order.
    public static let means = [
        "abuse-of-power", "abuse-of-kinship", "irregular-adoption", "threat", "vulnerability", "firearm",
        "coercion", "drugs", "constant-control", "deceit", "extortion", "false-documents", "fraud",
        "induced-flight", "press-internet", "job-offer", "criminal-organisation", "payments", "no-food",
        "no-care", "deprived-of-liberty", "documents-withheld", "earnings-withheld", "seduction", "violence",
    ]

    private static let conductOfFact = [
        "sexual-exploitation": "sexual-acts", "labour-exploitation": "forced-labour",
        "domestic-servitude": "servitude", "begging": "begging", "child-sale": "child-sale",
        "organ-removal": "organ-extraction",
    ]
    private static let conductsOfSign = [
        "A02": ["confinement"], "B07": ["uprooting"], "D01": ["sexual-acts"],
        "D02": ["sexual-acts"], "E01": ["excessive-labour"], "E02": ["no-wage"], "E03": ["inhuman-conditions"],
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
