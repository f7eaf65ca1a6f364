/// Which municipality a case belongs to.
public enum Territory {
    /// The metropolitan municipality, which is also that of Cercado.
    public static let province = "150101"

    /// The municipality of a district: it has the same UBIGEO. Where nobody has said where it was, the
    /// metropolitan one answers, so that no case belongs to nobody.
    public static func municipality(ofDistrict district: String?) -> String { district ?? province }

    /// The queues that somebody of a municipality reads: an implicated centre does not see the reserved one,
    /// nor how many cases stand in it.
    public static func queues(of acting: Acting, under rules: ProtocolRules) -> [String] {
        guard let municipality = acting.municipality else { return [] }
        let isOfCentre = rules.implicated.values.contains { institutions in
            institutions.contains(rules.centre) && institutions.contains(acting.institution)
        }
        let isCentre = isOfCentre || acting.institution == rules.centre
        return isCentre ? [municipality] : [municipality, reservedQueue(of: municipality)]
    }

    /// Where the cases of a municipality stand in which its control centre is implicated.
    static func reservedQueue(of municipality: String) -> String { municipality + "-reserved" }

    /// Whether a municipality owns the case, or may claim it.
    public static func isOwner(_ municipality: String?, of state: CaseState) -> Bool {
        guard let municipality else { return false }
        if state.unit != nil { return state.municipality == municipality }
        return Self.municipality(ofDistrict: state.standing?.district) == municipality
    }
}
