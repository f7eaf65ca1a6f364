import Catalog

/// Why the house is not ready to serve, in words.
enum ReadyText: String, TextKey {
    case database = "ready.database"
    case schema = "ready.schema"
    case stopped = "ready.stopped"
    case journal = "ready.journal"
}
