import Catalog

/// Every text of the command line, by the key under which `Texts/es.yaml` has it.
enum CommandText: String, TextKey {
    case version, rootAbstract, rootDiscussion, catalogOption, folderValue, fileValue, timeValue
    case factValue, districtOption, catalogBroken, catalogUnreadable, cannotWrite, routeAbstract
    case routeDiscussion, atOption, factOption, jsonFlag, allFlag, batchFlag, routeTitle, routeFoot
    case nextQuestions, notNeededHere, pendingOn, keptByPrecaution, noLegalDeadline, districtMissing
    case districtUnknown, factUnknown, factDerived, valueUnknown, factShape, factTwice, timeShape
    case timeMissing, lineNotJSON, lineKeyTwice, lineNumber, lineTooDeep, memberNotText, lineShape,
        lineMember, factsShape, lineUnreadable, phaseSafety
    case phaseNotify, phaseProsecutor, phaseProtection, phaseFollowUp, statusRequired, statusPrecaution
    case statusPending, statusNotNeeded, sourceVerified, sourceToConfirm, unitHours, unitDays
    case unitWorkingDays, hoursAlways, hoursOffice, hoursUnknown, verified, unverified, extensionWord
    case contactPhone, contactPage, contactBroker, labelPhase, labelActor, labelInstitution
    case labelOtherwise, labelWhen, labelPrecaution, labelWhy, labelAlso, labelDeadline, labelEvidence
    case labelSources, labelFile, labelReached, labelAddress, labelNote, labelUsedBy, labelEnglish
    case labelWeight, labelTarget, labelStatus, labelCadence, labelCite, labelAlias, labelFiscalDistrict
    case labelProsecutor, labelChildOffice, labelManualSays, labelLawSays, labelDo, labelLevel, actorAll
    case institutionWhen, reasonWhen, precautionMeaning, dutyTitle, conditionAlways, conditionAnd
    case conditionOr, conditionNot, directoryAbstract, directoryDiscussion, directoryTitle
    case directoryTitleDistrict, directoryFoot, cardAbstract, cardDiscussion, cardTitle, cardPolice
    case cardProsecutor, cardChild, cardMedical, cardHotline, cardViolence, cardMissing, cardOr
    case cardImplicated, cardSay, cardSayText, cardSigns, cardDo, cardDont, cardFoot, catalogAbstract
    case checkAbstract, checkDiscussion, checkFound, checkClean, proveAbstract, proveDiscussion
    case proveDraft, proveHolds, proveFails, proveStandsFor, exampleSituation, exampleStep, exampleDistrict
    case exampleDay, exampleNight, exampleNothing, ruleProsecutor, ruleDoubtfulAge, ruleImplicated
    case ruleDanger, ruleWhole, ruleSomebody, ruleKnowingMore, ruleNoAddress, compileAbstract
    case bundleAbstract, bundleDiscussion, bundleKeys, engineOption
    case compileDiscussion, compileOutput, compileNames, compileDone, showAbstract, showDiscussion, showID,
        showUnknown
    case showUnknownNear, serveAbstract, serveDiscussion, hostOption, portOption, dataOption, databaseOption,
        addressValue
    case portValue, serveReady, serveWatched, servePractice, serveIsPractice, serveIsReal, serveEnd,
        practiceFlag, serveCatalog,
        serveConfigBad,
        servePortBad
    case serveStorageLocked, serveStorageReadOnly, serveStorageFull, serveStorageNewer
    case serveStorageDamaged, serveStorageOther, servePortBusy, serveKeysMissing, serveKeysOther
    case htcdsAbstract, htcdsDiscussion, htcdsFile, htcdsCheckAbstract, htcdsImportAbstract
    case htcdsExportAbstract, htcdsClean, htcdsNothingTaken, htcdsTaken, htcdsCell, htcdsLine
    case htcdsAllowed, htcdsUnknownColumn, htcdsNotKept, htcdsDecoded, htcdsClosedCase, htcdsTooLarge
    case htcdsEncoding, htcdsTable, htcdsEmpty, htcdsTooManyRows, htcdsNoCaseColumn, htcdsColumnTwice
    case htcdsCells, htcdsNoCase, htcdsDate, htcdsNumber, htcdsCheckbox, htcdsChoice, htcdsPhone
    case htcdsCountry, htcdsLanguage, htcdsFuture, htcdsTooLong, htcdsDistrict, htcdsFact, htcdsSign
    case htcdsWorkbook, htcdsTooManyCases, htcdsShortYear, htcdsSerialDate, htcdsTooEarly
    case htcdsConflict, htcdsRowTwice, hsdsAbstract, hsdsDiscussion, hsdsFolder
    case dossierAbstract, dossierDiscussion, dossierCase, caseValue, dossierCheck, dossierMissing
    case dossierNoFile, dossierNoCase, dossierWhole, dossierAltered, dossierUnreadable, dossierTitle
    case dossierMade, dossierSilent, dossierNobody, dossierTold, dossierSeal, dossierChain, dossierHash
    case dossierFoot, dossierDuty, dossierNoRule, dossierLate, dossierRung, dossierReferral, dossierHop
    case dossierSilence, dossierKey, dossierSigned, dossierUnsigned, dossierForeign
    case batchAlone, inputFailed, outputFailed, usageWrong
    case databaseAbstract, databaseStatusAbstract, databaseMigrateAbstract, databaseCopyAbstract
    case databaseCopyDiscussion, databaseCopyTarget, databaseSchema, databaseHead, databaseRows
    case databaseTaken, databaseChanged
    case journalAbstract, journalVerifyAbstract, journalVerifyDiscussion, journalExportAbstract
    case journalExportDiscussion, journalHeadAbstract, journalExportFile, journalDataOption
    case journalCheckpointOption, journalKeyOption, journalHeadOption, journalPayloadsFlag
    case journalPointValue, journalKeyValue, journalWhole, journalUnsigned, journalUnwitnessed, journalBroken
    case journalGap, journalPrevious, journalHash, journalVersion, journalCase, journalPayload, journalAnchor
    case journalCutOff, journalUnreadable, journalLineBad, journalCheckpointForm, journalCheckpointSignature
    case journalKeyBad, journalHeadBad, journalOneSource, journalFault, journalRolledBack, journalRewritten
    case journalWitnessForeign, journalWitnessUnreadable, journalWitnessed, journalRebuildAbstract
    case journalRebuildDiscussion, journalRebuildCheck, journalRebuilt, journalRebuildSame,
        journalRebuildDiffers
    case practiceAbstract, practiceFillAbstract, practiceFillDiscussion, practiceCasesOption
    case practiceSeedOption, practiceNumberValue, practiceFilled, practiceNotEmpty, practiceCasesBad
    case practiceCodeAbstract, practiceCodeDiscussion, practiceAccount, practiceAccountValue, practiceCodeIs
    case practiceNoFile, practiceNoAccount, practiceMaking, practiceAccountsTitle, practiceAccountLine
    case practiceEnter, practiceKnown, practiceTaken
    case setupAbstract, setupDiscussion, setupUnitOption, setupInstitutionOption, setupNameOption
    case setupMunicipalityOption, setupRoleOption, setupDone, setupLink, setupSpoken, setupRecovery
    case setupKeep, setupTwice, setupUnitBad, setupInstitutionBad, setupRoleBad, setupFailed, unitValue
    case roleValue, nameValue, setupMunicipalityBad, serveDumps
    case unitAbstract, unitFoundAbstract, unitFoundDiscussion, unitListAbstract, unitLine, unitRecoverAbstract
    case unitRecoverDiscussion, unitRecovered, unitPrintAgain, unitNoHouse, unitTaken, unitUnknown, unitKeyBad
    case practiceMeasureAbstract, practiceMeasureDiscussion, practiceRoundsOption, practiceRoundsBad
    case receiptAbstract, receiptVerifyAbstract, receiptVerifyDiscussion, receiptTextOption, receiptValue
    case receiptKeyOption, receiptKeyUnreadable, receiptNotValid, receiptValid, receiptKind, receiptCase
    case receiptJournal, receiptSent, receiptDelivered, receiptAcknowledged, receiptAccepted, receiptCustody
    case receiptDone, receiptStop, receiptRecalled, receiptReport, receiptKeyAbstract, receiptKeyDiscussion
    case receiptSeedMissing, receiptSeedOpen, receiptSeedDamaged
    case backupAbstract, backupMakeAbstract, backupMakeDiscussion, backupTo, backupRecipients, backupEvery
    case backupFullHours, backupKeep, backupNumberBad, backupEveryMissing, backupFull, backupMore
    case backupMadeAt, backupKeyAbstract, backupKeyDiscussion, backupKeyFile, backupKeyMade
    case backupKeyTaken, backupKeyUnreachable, backupKeyUnreadable, backupNoRecipient, backupLocked
    case backupCheckAbstract, backupCheckDiscussion, backupFile, backupKeyOption, backupIsWhole
    case backupNone, backupForeign, backupDamaged, secondsValue, hoursValue
    case restoreAbstract, restoreDiscussion, restoreFile, restoreIncrement, restoreTombstones
    case restoreTombstonesMissing, restoreTombstonesGone, restoreTombstonesOld, restoreDone
    case restorePassedOver, restoreWasThere, restoreHalf, restoreNext, restoreTaken, restoreSchema
    case restoreUnrelated, restoreDiffers
    case practiceEarlierOption
    case countAbstract, countBlindAbstract, countBlindDiscussion, countAgainAbstract, countCompareAbstract
    case countCompareDiscussion, countList, countPeer, countKey, countSession, countTo, countTwice, countOther
    case countBlinded, countAgainMade, countTogether, countBoth, countHidden, countUnreadable, countTaken
    case countKeyBad, countSessionBad, countLine, countKindBad, countDocumentBad, countNameBad, countDayBad
    case countNotAList, countWrongRound, countOtherSession, countTooFew, countTooMany, countTwiceIn
    case countNoPoint
    case keysAbstract, keysIntakeAbstract, keysIntakeDiscussion, keysIntakeFile, keysIntakeTo, keysIntakeMade
    case keysUnreachable, keysOpen, keysDamaged, keysTaken
    case doctorAbstract, doctorDiscussion, doctorBackups, doctorJSON, doctorGood, doctorBad, doctorUnknown
    case doctorSyncs, doctorSyncsFast, doctorSyncsTooFast, doctorInMemory, doctorSyncsUnknown
    case doctorSpace, doctorSpaceLow, doctorSpaceUnknown, doctorClockKept, doctorClockNotKept
    case doctorClockUnknown, doctorClockBehind, doctorKeys, doctorKeyMissing, doctorKeyOpen
    case doctorKeyDamaged, doctorKeyForeign, doctorJournal, doctorJournalContradicted, doctorUnreachable
    case doctorNoDatabase, doctorVersions, doctorSchemaOld, doctorSchemaNew, doctorQueues
    case doctorLadderStands, doctorBackup, doctorBackupOld, doctorBackupMissing, doctorBackupChanged
    case doctorTombstonesOld, doctorBackupUnknown, doctorKeysNotYet, doctorJournalUnknown
}
