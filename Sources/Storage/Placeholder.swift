internal import GRDB
enum PlaceholderS {}
