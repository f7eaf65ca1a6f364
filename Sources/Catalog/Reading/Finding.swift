/// Something wrong in the catalogue: where, which kind, and the details that a message names.
///
/// The words of a finding stand in the texts of the command line; here it is only a value, so that all findings
/// are collected and reported together.
public struct Finding: Hashable, Comparable, Sendable {
    public let place: Place
    public let kind: Kind
    /// Values for the placeholders of the message, such as `id` or `allowed`.
    public let details: [String: String]

    public init(_ kind: Kind, at place: Place, _ details: [String: String] = [:]) {
        self.place = place
        self.kind = kind
        self.details = details
    }

    public static func < (left: Finding, right: Finding) -> Bool {
        (left.place, left.kind.rawValue) < (right.place, right.kind.rawValue)
    }

    /// What can be wrong. The raw value is the key of its message: `finding.<raw value>`.
    public enum Kind: String, CaseIterable, Sendable {
        // The file itself.
        case unreadableFile, unreadableYAML, missingFile, expectedList, expectedMap, expectedText
        case missingKey, unknownKey, emptyText, valueNotAllowed, badDate, badDuration, badNumber, badFlag,
            badPosition
        // References and names.
        case duplicateID, duplicateKey, unknownID, unknownValue, repeatedValue, wrongFileName, badID
        case wrongPhaseFile
        // Steps and rules.
        case noSource, noContact, ruleNeverReached, ruleAlwaysHolds, questionNobodyUses, tooManyValues,
            lastLevelMustHold
        case precautionSettled, stepNumberGap, conditionShape
        // Directory and territory.
        case districtWithoutProsecutor, districtWithoutChildProtection, districtCount, emptyFiscalDistrict,
            holidaysEnd
        case duplicateContact, phoneShape, notHTTPS, extensionWithoutFixed, verifiedWithoutDate,
            dateAfterEdition
        case shelterWithPhone, shelterWithAddress, shelterWithoutBroker, circularBroker, duplicateCode
        // The desk: codes, ladder, compartments, versions of a term.
        case missingCode, ladderShape, noCompartmentRow, noImplicatedRow, twoTermsCount, versionOrder
        // The sheets of rights.
        case sheetWithoutTranslator, sheetOrder
        // Scenes to practise on.
        case sceneSteps, sceneAnswers, sceneDecoy, sceneTruth, sceneFewOfKind
        // Words.
        case sentenceTooLong, textTooHard, unexplainedAcronym, wordNotForStreet, missingText, unusedText
        case noticeSaysMore, noticeTooLong
        // Other languages.
        case untranslated, staleTranslation, placeholdersDiffer, sameAsSpanish
    }
}
