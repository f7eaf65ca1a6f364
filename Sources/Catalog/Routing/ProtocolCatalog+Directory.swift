extension ProtocolCatalog {
    /// The contacts of some institutions for a district, those that answer at this hour first.
    ///
    /// Outside office hours a number known to answer at any hour comes before one whose hours nobody has confirmed,
    /// and that before one that keeps office hours: an extension does not wake at night. Without a district only
    /// what serves all of Lima and Callao is named. What calls have shown not to work follows the rest of its body.
    public func contacts(
        of institutions: [Identifier<Institution>], serving district: District?, isOfficeTime: Bool
    ) -> [Contact] {
        let found = institutions.flatMap { institution in
            (contactsOf[institution] ?? []).filter { $0.serves(district) }
                .sorted { ($0.rank(isOfficeTime), $0.order) < ($1.rank(isOfficeTime), $1.order) }
        }
        var seen: Set<String> = []
        return found.filter { seen.insert($0.value + "," + ($0.extension ?? "")).inserted }
    }
}

extension Contact {
    fileprivate func serves(_ district: District?) -> Bool {
        guard let district else { return area == .everywhere }
        return serves(district)
    }

    /// How likely it is that nobody answers now: 0 answers, 1 may answer, 2 is closed.
    public func wait(isOfficeTime: Bool) -> Int {
        switch hours {
        case .always: 0
        case .unknown: isOfficeTime ? 0 : 1
        case .office: isOfficeTime ? 0 : 2
        }
    }

    /// What is not a phone follows the phones; what does not work follows everything.
    fileprivate func rank(_ isOfficeTime: Bool) -> Int {
        wait(isOfficeTime: isOfficeTime) + (kind.isPhone ? 0 : 3) + (isFailing ? 6 : 0)
    }
}
