/// Words of the room that everybody who enters needs.
enum AccessPlaceholder {}
