import Notifications
import Web

/// The keys of every word that the screens need; a catalogue that lacks one is refused at the start.
public enum DeclaredTexts {
    public static let keys: [String] = WebTexts.requiredKeys + NoticeText.allCases.map(\.rawValue)
}
