/// Which municipality a case belongs to.
public enum Territory {
    /// The metropolitan municipality, which is also that of Cercado.
    public static let province = "150101"

    /// The municipality of a district: it has the same UBIGEO. Where nobody has said where it was, the
    /// metropolitan one answers, so that no case belongs to nobody.
    public static func municipality(ofDistrict district: String?) -> String { district ?? province }

    /// Whether a municipality owns the case, or may claim it.
    public static func isOwner(_ municipality: String?, of state: CaseState) -> Bool {
        guard let municipality else { return false }
        if state.unit != nil { return state.municipality == municipality }
        return Self.municipality(ofDistrict: state.standing?.district) == municipality
    }
}
