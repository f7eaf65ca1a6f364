internal import Hummingbird
enum PlaceholderW {}
