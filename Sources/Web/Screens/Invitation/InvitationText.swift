import Catalog

/// The words of accepting an invitation; those about passphrases serve the own account as well.
enum InvitationText: String, TextKey {
    case title = "invitation.title"
    case lead = "invitation.lead"
    case link = "invitation.link"
    case spoken = "invitation.spoken"
    case open = "invitation.open"
    case account = "invitation.account"
    case passphrase = "invitation.passphrase"
    case passphraseHint = "invitation.passphrase-hint"
    case scan = "invitation.scan"
    case type = "invitation.type"
    case code = "invitation.code"
    case accept = "invitation.accept"
    case wrong = "invitation.wrong"
    case short = "invitation.short"
    case long = "invitation.long"
    case common = "invitation.common"
    case pattern = "invitation.pattern"
    case ownCode = "invitation.own-code"
    case codeWrong = "invitation.code-wrong"
    case busy = "invitation.busy"
    case broken = "invitation.broken"
}
