import Catalog

/// The words of the card for the patrol car.
enum CardText: String, TextKey {
    case title = "card.title"
    case edition = "card.edition"
    case front = "card.front"
    case noAnswer = "card.no-answer"
    case hurt = "card.hurt"
    case danger = "card.danger"
    case child = "card.child"
    case implicated = "card.implicated"
    case say = "card.say"
    case sayText = "card.say-text"
    case code = "card.code"
    case hour = "card.hour"
    case answered = "card.answered"
    case signs = "card.signs"
    case yes = "card.yes"
    case no = "card.no"
    case reason = "card.reason"
    case unchecked = "card.unchecked"
}
