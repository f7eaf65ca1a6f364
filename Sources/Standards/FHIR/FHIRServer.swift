public import JSON
public import ReferralDomain

/// What FHIR puts round resources: lists, what the server can do, and what went wrong.
public enum FHIRServer {
    /// A list of found resources; `total` counts those of later pages too.
    public static func bundle(_ resources: [JSON], total: Int) -> JSON {
        [
            "resourceType": "Bundle", "type": "searchset", "total": .integer(Int64(total)),
            "entry": .array(resources.map { ["resource": $0, "search": ["mode": "match"]] }),
        ]
    }

    /// What may be asked: two resources, read and listed.
    ///
    /// - Parameter day: the day of the edition of the catalogue.
    public static func capability(on day: PlainDate) -> JSON {
        let interactions: JSON = [["code": "read"], ["code": "search-type"]]
        let resources = ["ServiceRequest", "Task"].map { type -> JSON in
            ["type": .string(type), "interaction": interactions]
        }
        return [
            "resourceType": "CapabilityStatement", "status": "active", "date": .string(day.iso),
            "kind": "instance", "implementation": ["description": "Ruta"], "fhirVersion": "4.0.1",
            "format": ["application/fhir+json"], "rest": [["mode": "server", "resource": .array(resources)]],
        ]
    }
}
