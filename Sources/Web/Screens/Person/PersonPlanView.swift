import CaseRegister
import Catalog
import HTML
import ReferralDomain

/// Draws the plan of a person and the nine duties: what is proved, what is still owed.
struct PersonPlanView {
    let page: PersonView

    private var words: Words<PersonText> { page.words }
    private var scene: CaseScene { page.scene }
    private var person: PersonState { page.person }

    var goals: HTML {
        let items: [HTML] = person.goals.map(goal)
        let list: HTML =
            items.isEmpty ? "<p>\(words[.noGoals])</p>" : "<ul class=\"goals\">\(items)</ul>"
        return page.box(
            "plan", .plan, "<p class=\"small muted\">\(words[.planHint])</p>\(list)", page.sheets.plan)
    }

    private func goal(_ goal: PersonState.Goal) -> HTML {
        let due = words[
            .goalDue,
            ["day": goal.due.text, "body": scene.names.institution(goal.responsible)]]
        let form: HTML? =
            goal.met == nil
            ? page.sheets.meet(goal.goal).map { ActSheetView(sheet: $0, scene: scene).html } : nil
        let mark = goal.met.map { _ in StateMark(.done, words[.goalMet]) } ?? dueMark(goal.due)
        return """
            <li><b>\(scene.names.code(goal.goal, in: "goals"))</b> \(mark.html(scene.texts))<br>\
            <span class="small muted">\(due)</span>\(form)</li>
            """
    }

    private func dueMark(_ day: PlainDate) -> StateMark {
        StateMark(LimaTime(scene.now).date > day ? .late : .ok)
    }

    var duties: HTML {
        let table = DutyTable(id: "duties", person: person, names: scene.names)
        return page.box(
            "duties", .duties, "<p class=\"small muted\">\(words[.dutiesHint])</p>\(table.html)",
            page.sheets.duties)
    }
}
