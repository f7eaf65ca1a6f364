public import Catalog

/// The few words that exchanged files need of their own; everything else in them is said by the catalogue.
public enum StandardText: String, TextKey {
    case areaEverywhere = "standards.area-everywhere"
    case brokered = "standards.brokered"
    case numberFailing = "standards.number-failing"
    case numberUntested = "standards.number-untested"
    case taxonomy = "standards.taxonomy"
    case taxonomyNote = "standards.taxonomy-note"
}
