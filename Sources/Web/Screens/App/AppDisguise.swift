import Catalog
import HTML
import JSON

/// A neutral name and icon under which the app stands on a phone: none says what it is for.
enum AppDisguise: String, CaseIterable, Sendable {
    case shifts = "turnos"
    case notes = "notas"
    case lamp = "linterna"

    var title: AppShellText {
        switch self {
        case .shifts: .nameShifts
        case .notes: .nameNotes
        case .lamp: .nameLamp
        }
    }

    /// The icon, drawn in one colour.
    var icon: Asset {
        let drawing = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 192 192"><rect width="192" height="192" rx="40" \
            fill="\(colour)"/><path d="\(path)" fill="none" stroke="#fff" stroke-width="12" \
            stroke-linecap="round" stroke-linejoin="round"/></svg>
            """
        return Asset(
            stem: rawValue, suffix: "svg", contentType: Asset.drawing, content: Array(drawing.utf8))
    }

    /// What a browser needs to install the app under this name.
    func manifest(_ texts: Texts) -> JSON {
        let name = texts[title]
        return [
            "background_color": "#ffffff", "display": "standalone",
            "icons": [
                [
                    "purpose": "any", "sizes": "any", "src": .string(Page.asset(icon.name).address.text),
                    "type": "image/svg+xml",
                ]
            ],
            "id": "/calle", "lang": .string(texts.language), "name": .string(name), "scope": "/",
            "short_name": .string(name), "start_url": .string(Page.plain(.shell).address.text),
            "theme_color": .string(colour),
        ]
    }

    private var colour: String {
        switch self {
        case .shifts: "#2a2f7d"
        case .notes: "#1f5d4c"
        case .lamp: "#5a4a1f"
        }
    }

    private var path: String {
        switch self {
        case .shifts: "M48 60h96v88H48zM48 88h96M72 44v28M120 44v28"
        case .notes: "M56 44h80v104H56zM76 76h40M76 100h40M76 124h24"
        case .lamp: "M72 40h48v28L108 88v60H84V88L72 68zM96 104v12"
        }
    }
}

/// The words of the shell of the app and of its neutral names.
enum AppShellText: String, TextKey {
    case title = "shell.title"
    case noScript = "shell.no-script"
    case noScriptGo = "shell.no-script-go"
    case opening = "shell.opening"
    case offer = "shell.offer"
    case nameShifts = "shell.name-shifts"
    case nameNotes = "shell.name-notes"
    case nameLamp = "shell.name-lamp"
}
