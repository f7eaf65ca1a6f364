public import JSON
import ReferralDomain

extension ReleasedFigures {
    /// As it is kept and as its checksum is taken: canonical JSON, `null` for `·`.
    public var json: JSON {
        .object([
            .init("format", .string(FigureScheme.edition)), .init("period", .string(scheme.period.text)),
            .init("cut", .integer(cut.millisecondsSinceEpoch)), .init("catalog", .string(catalogHash)),
            .init("districts", .words(scheme.districts.dropLast())),
            .init("institutions", .words(scheme.institutions)),
            .init(
                "cubes",
                .object(cubes.map { .init($0.cube.id, .counts($0.printed)) })),
            .init("times", .array(times.map(\.json))),
            .init("open", open?.json ?? .null),
        ])
    }

    /// Reads what was kept; nil for another edition or where a cell is missing.
    public init?(_ json: JSON) {
        guard json["format"]?.string == FigureScheme.edition,
            let period = json["period"]?.string.flatMap(FigurePeriod.init(reading:)),
            let cut = json["cut"]?.integer, let catalog = json["catalog"]?.string,
            let districts = json["districts"]?.array?.compactMap(\.string),
            let institutions = json["institutions"]?.array?.compactMap(\.string)
        else { return nil }
        let scheme = FigureScheme(period, places: (districts, institutions), bodies: .init())
        let cubes = scheme.cubes.compactMap { cube -> SafeRelease? in
            guard let printed = json["cubes"]?[cube.id]?.printedCounts, printed.count == cube.cellCount else {
                return nil
            }
            return SafeRelease(cube, printed: printed)
        }
        guard cubes.count == scheme.cubes.count, let times = json["times"]?.array?.compactMap(TimeFigure.init)
        else { return nil }
        self.init(
            scheme: scheme, cut: Instant(millisecondsSinceEpoch: cut), catalogHash: catalog, cubes: cubes,
            times: times, open: json["open"].flatMap(OpenPack.init))
    }
}

extension TimeFigure {
    fileprivate var json: JSON {
        .object([
            .init("measure", .string(measure.rawValue)), .init("institution", .string(institution)),
            .init("values", .counts([count, median, ninetieth])),
        ])
    }

    fileprivate init?(_ json: JSON) {
        guard let measure = json["measure"]?.string.flatMap(Measure.init),
            let institution = json["institution"]?.string, let values = json["values"]?.printedCounts,
            values.count == 3
        else { return nil }
        self.init(measure, institution, count: values[0], median: values[1], ninetieth: values[2])
    }
}

extension OpenPack {
    fileprivate var json: JSON {
        .object([
            .init("mechanism", .string(Self.mechanism)),
            .init(
                "tables",
                .array(
                    tables.map { table in
                        .object([
                            .init("dimension", .string(table.dimension)),
                            .init("epsilonThousandths", .integer(Int64(table.epsilon.count))),
                            .init("counts", .counts(table.counts)),
                        ])
                    })),
        ])
    }

    fileprivate init?(_ json: JSON) {
        guard let tables = json["tables"]?.array else { return nil }
        self.init(
            tables: tables.compactMap { table in
                guard let dimension = table["dimension"]?.string,
                    let epsilon = table["epsilonThousandths"]?.integer,
                    let counts = table["counts"]?.printedCounts
                else { return nil }
                return Table(dimension: dimension, epsilon: .init(Int(epsilon)), counts: counts)
            })
    }
}

extension JSON {
    fileprivate static func counts(_ counts: [Int?]) -> JSON {
        .array(counts.map { $0.map { .integer(Int64($0)) } ?? .null })
    }

    fileprivate static func words(_ words: some Sequence<String>) -> JSON {
        .array(words.map { .string($0) })
    }

    /// Counts as they were kept; nil where something else stands among them.
    fileprivate var printedCounts: [Int?]? {
        guard let array else { return nil }
        let counts = array.map { $0.isNull ? nil : $0.integer.map { Int($0) } }
        return zip(array, counts).allSatisfy { $0.isNull || $1 != nil } ? counts : nil
    }
}
