import HTML
import Testing

@testable import Web

/// Tables that become cards on a phone: a value without the name of its column would be a riddle there.
struct DataTableTests {
    private static let table = DataTable(
        id: "late", caption: "Vencidos", hint: "Primero lo grave.",
        columns: [.init("Deber", .head), .init("Vence", .number), .init("Abrir", .mute)],
        rows: [["Acusar recibo", "22:15", "<a href=\"/tablero\">Abrir</a>"], ["Tomar el caso", nil, nil]])

    @Test func `every value carries the name of its column, and every row its head`() {
        let html = Self.table.html.text
        #expect(
            html.contains(
                "<th scope=\"row\">Acusar recibo</th><td class=\"num\" data-label=\"Vence\">22:15</td>"))
        #expect(html.contains("<th scope=\"col\"><span class=\"hide\">Abrir</span></th>"))
        #expect(!html.contains("data-label=\"Abrir\""))
    }

    @Test func `an empty cell stands in its column and says nothing`() {
        #expect(
            Self.table.html.text.contains(
                "<th scope=\"row\">Tomar el caso</th><td class=\"num\"></td><td></td></tr>"))
    }

    @Test func `the region that scrolls is named by the caption and reached by the keyboard`() {
        #expect(
            Self.table.html.text.contains(
                "<div class=\"scroll cards\" tabindex=\"0\" role=\"region\" aria-labelledby=\"late\"><table>")
        )
    }
}
