import Catalog
import Reports
import Spreadsheets

/// The files in which one published table can be taken home.
enum FigureFile: String, CaseIterable {
    case xlsx, csv
    case csvExcel = "csv-excel"
    case dictionary = "diccionario"

    var contentType: String {
        switch self {
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .csv, .csvExcel, .dictionary: "text/csv; charset=utf-8"
        }
    }

    var ending: String {
        switch self {
        case .xlsx: "xlsx"
        case .csv, .csvExcel, .dictionary: "csv"
        }
    }

    /// The bytes of the file.
    func bytes(_ sheets: FigureSheets) throws(Workbook.Failure) -> [UInt8] {
        switch self {
        case .xlsx: try sheets.workbook.bytes()
        case .csv: sheets.data.csv(.plain)
        case .csvExcel: sheets.data.csv(.excel)
        case .dictionary: sheets.dictionary.csv(.excel)
        }
    }
}
