// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that what measures is never built with what is measured.
let package = Package(
    name: "Benchmarks",
    dependencies: [.package(name: "Ruta", path: "..")],
    targets: [
        .executableTarget(
            name: "Speed",
            dependencies: [
                .product(name: "Catalog", package: "Ruta"), .product(name: "RouteEngine", package: "Ruta"),
            ],
            path: "Speed",
            swiftSettings: [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)])
    ]
)
