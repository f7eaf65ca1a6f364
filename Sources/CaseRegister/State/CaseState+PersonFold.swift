extension CaseState {
    mutating func apply(_ event: PersonEvent, to id: PersonID, at moment: Moment) {
        guard let index = people.firstIndex(where: { $0.id == id }) else { return }
        people[index].apply(event, at: moment)
    }
}
