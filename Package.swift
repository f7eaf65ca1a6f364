// swift-tools-version: 6.2
import PackageDescription

/// Settings of every target of ours; the packages we depend on keep their own.
///
/// `NonisolatedNonsendingByDefault` stays off: Hummingbird's middleware is `@concurrent`, and with that
/// feature on a plain `handle` no longer conforms.
let house: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

/// For what the tests run through most: optimised in their build too, with its assertions. Without it they take twice as long.
let houseOptimised = house + [.unsafeFlags(["-O", "-assert-config", "Debug"], .when(configuration: .debug))]

let package = Package(
    name: "Ruta",
    products: [
        .executable(name: "ruta", targets: ["ruta"]),
        .library(name: "RouteEngine", targets: ["ReferralDomain", "RouteEngine"]),
        .library(name: "Catalog", targets: ["Catalog"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0", traits: []),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0", traits: []),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
    ],
    targets: [
        // Floor 1 and 2: words, values and the engine. No Foundation: they also build for the browser.
        .target(name: "ReferralDomain", swiftSettings: house),
        .target(name: "JSON", swiftSettings: house),
        .target(name: "RouteEngine", dependencies: ["ReferralDomain"], swiftSettings: house),

        // Floor 3: the protocol as data.
        .target(
            name: "Catalog",
            dependencies: ["ReferralDomain", "RouteEngine", .product(name: "Yams", package: "Yams")],
            swiftSettings: houseOptimised),

        // Floor 3: keys, envelopes, receipts.
        .target(
            name: "Sealing",
            dependencies: [
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
            ],
            swiftSettings: house),

        // Floor 4: the journal and its ports; who may enter, and who may open what is sealed.
        .target(name: "CaseRegister", dependencies: ["ReferralDomain", "JSON"], swiftSettings: house),
        .target(
            name: "Access", dependencies: ["ReferralDomain", "JSON", "Sealing", "CaseRegister"],
            resources: [
                .embedInCode("CommonPassphrases.txt"), .embedInCode("Permissions/Permissions.json"),
            ],
            swiftSettings: house),

        // Floor 5: figures that may be published, and how they are written into files.
        .target(
            name: "Reports", dependencies: ["ReferralDomain", "JSON", "Sealing", "CaseRegister", "Access"],
            swiftSettings: houseOptimised),
        .systemLibrary(name: "CXLSXWriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .target(
            name: "Spreadsheets", dependencies: ["ReferralDomain", "CXLSXWriter"], swiftSettings: house),

        // Floor 5: the ports in SQL, and escaped-by-construction HTML.
        .systemLibrary(name: "CPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .target(
            name: "Storage",
            dependencies: [
                "ReferralDomain", "JSON", "Sealing", "CaseRegister", "Access", "Reports", "CPQ",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            resources: [
                .embedInCode("Migrations/0001-journal.sql"), .embedInCode("Migrations/0002-cases.sql"),
                .embedInCode("Migrations/0003-accounts.sql"), .embedInCode("Migrations/0004-vault.sql"),
                .embedInCode("Migrations/0005-acknowledgements.sql"),
                .embedInCode("Migrations/0006-directory.sql"),
                .embedInCode("Migrations/0007-board.sql"),
                .embedInCode("Migrations/0010-ladder.sql"),
                .embedInCode("Migrations/0011-devices.sql"),
                .embedInCode("Migrations/0012-messages.sql"),
                .embedInCode("Migrations/0013-attempts.sql"),
                .embedInCode("Migrations/0014-api-tokens.sql"),
                .embedInCode("Migrations/0015-figures.sql"),
                .embedInCode("Migrations/0016-drills.sql"),
                .embedInCode("Migrations/0017-images.sql"),
            ],
            swiftSettings: house),
        .target(name: "HTML", swiftSettings: houseOptimised),

        // Floor 5: messages that leave the house, and how they leave.
        .target(name: "CCurlMail", linkerSettings: [.linkedLibrary("curl")]),
        .target(
            name: "Notifications",
            dependencies: [
                "ReferralDomain", "JSON", "Catalog", "CaseRegister", "CCurlMail",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
            ],
            swiftSettings: house),

        // Floor 5: papers that leave as a file.
        .target(name: "CKernel"),
        .target(
            name: "Documents",
            dependencies: [
                "CKernel",
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            resources: [.embedInCode("press.py"), .embedInCode("Images/redraw.py")], swiftSettings: house),

        // Floor 5: what other systems read and write.
        .target(
            name: "Standards",
            dependencies: [
                "ReferralDomain", "RouteEngine", "JSON", "Catalog", "CaseRegister",
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            resources: [.embedInCode("HTCDS/Fields.json"), .embedInCode("RETA/Ficha.json")],
            swiftSettings: house),

        // Floor 6: screens.
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(
            name: "CBrotliEncoder", pkgConfig: "libbrotlienc", providers: [.apt(["libbrotli-dev"])]),
        .systemLibrary(name: "CQREncode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
        .target(
            name: "Web",
            dependencies: [
                "ReferralDomain", "RouteEngine", "JSON", "Catalog", "Sealing", "CaseRegister", "Access",
                "HTML", "Documents", "Standards", "Reports", "Spreadsheets",
                "CZlib", "CBrotliEncoder", "CQREncode",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            resources: [
                .embedInCode("Assets/ruta.css"), .embedInCode("Assets/ruta.js"),
                .embedInCode("Assets/desk.css"), .embedInCode("Assets/desk.js"),
                .embedInCode("Assets/push.js"),
                .embedInCode("Assets/paper.css"),
                .embedInCode("Screens/API/Schemas.json"),
                .embedInCode("Assets/manual.js"),
                .embedInCode("Assets/app/app.js"),
                .embedInCode("Assets/app/background.js"),
                .embedInCode("Assets/app/bundle.js"),
                .embedInCode("Assets/app/bytes.js"),
                .embedInCode("Assets/app/canonical.js"),
                .embedInCode("Assets/app/clock.js"),
                .embedInCode("Assets/app/device.js"),
                .embedInCode("Assets/app/dom.js"),
                .embedInCode("Assets/app/engine.js"),
                .embedInCode("Assets/app/frames.js"),
                .embedInCode("Assets/app/handover.js"),
                .embedInCode("Assets/app/hpke.js"),
                .embedInCode("Assets/app/journey.js"),
                .embedInCode("Assets/app/keys.js"),
                .embedInCode("Assets/app/lock.js"),
                .embedInCode("Assets/app/memory.js"),
                .embedInCode("Assets/app/outbox.js"),
                .embedInCode("Assets/app/plan.js"),
                .embedInCode("Assets/app/qr.js"),
                .embedInCode("Assets/app/rescue.js"),
                .embedInCode("Assets/app/seal.js"),
                .embedInCode("Assets/app/sender.js"),
                .embedInCode("Assets/app/sms.js"),
                .embedInCode("Assets/app/start.js"),
                .embedInCode("Assets/app/store.js"),
                .embedInCode("Assets/app/swap.js"),
                .embedInCode("Assets/app/tray.js"),
                .embedInCode("Assets/app/unseal.js"),
                .embedInCode("Assets/app/views.js"),
                .embedInCode("Assets/app/sw.js"),
            ],
            swiftSettings: house),

        // Floor 7: configuration, wiring, life cycle.
        .target(
            name: "Composition",
            dependencies: [
                "ReferralDomain", "RouteEngine", "JSON", "Catalog", "Sealing", "CaseRegister", "Access",
                "Reports", "Storage", "Notifications", "Documents", "Standards", "Web", "CKernel",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "Configuration", package: "swift-configuration"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            resources: [.embedInCode("Practice/PracticeUnits.json")],
            swiftSettings: house),

        // Floor 8: one file a command.
        .target(name: "CScrubbedMemory"),
        .executableTarget(
            name: "ruta",
            dependencies: [
                "ReferralDomain", "RouteEngine", "JSON", "Catalog", "Sealing", "CaseRegister", "Access",
                "Standards", "Composition", "CScrubbedMemory",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            resources: [.embedInCode("Texts/es.yaml")],
            swiftSettings: house),

        // Tests mirror the sources.
        .testTarget(name: "ReferralDomainTests", dependencies: ["ReferralDomain"], swiftSettings: house),
        .testTarget(
            name: "RouteEngineTests", dependencies: ["ReferralDomain", "RouteEngine"], swiftSettings: house),
        .testTarget(name: "JSONTests", dependencies: ["JSON"], swiftSettings: house),
        .testTarget(
            name: "CatalogTests", dependencies: ["ReferralDomain", "RouteEngine", "Catalog"],
            swiftSettings: house),
        .testTarget(
            name: "CaseRegisterTests", dependencies: ["ReferralDomain", "JSON", "CaseRegister"],
            exclude: ["__Golden__"], swiftSettings: house),
        .testTarget(name: "SealingTests", dependencies: ["Sealing"], swiftSettings: house),
        .testTarget(
            name: "AccessTests",
            dependencies: ["ReferralDomain", "JSON", "Sealing", "CaseRegister", "Access"],
            swiftSettings: house),
        .testTarget(
            name: "StorageTests",
            dependencies: [
                "ReferralDomain", "JSON", "Catalog", "Sealing", "CaseRegister", "Access", "Storage",
                "Notifications", "Composition", "Reports",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: house),
        .testTarget(
            name: "NotificationsTests",
            dependencies: [
                "ReferralDomain", "JSON", "Catalog", "CaseRegister", "Notifications", "Composition",
            ],
            exclude: ["__Golden__"], swiftSettings: house),
        .testTarget(
            name: "DocumentsTests",
            dependencies: [
                "Documents", .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            exclude: ["hostile_images.py"], swiftSettings: house),
        .testTarget(
            name: "StandardsTests",
            dependencies: [
                "ReferralDomain", "RouteEngine", "JSON", "Catalog", "CaseRegister", "Standards",
                "Composition",
            ],
            swiftSettings: house),
        .testTarget(
            name: "ReportsTests",
            dependencies: ["ReferralDomain", "JSON", "CaseRegister", "Access", "Reports"],
            swiftSettings: house),
        .testTarget(
            name: "SpreadsheetsTests", dependencies: ["ReferralDomain", "Spreadsheets", "CZlib"],
            swiftSettings: house),
        .testTarget(name: "HTMLTests", dependencies: ["HTML"], swiftSettings: house),
        .testTarget(
            name: "WebTests",
            dependencies: [
                "ReferralDomain", "RouteEngine", "JSON", "Catalog", "Sealing", "CaseRegister", "Access",
                "Storage",
                "HTML", "Documents", "Standards", "Reports", "Web", "Composition", "CZlib",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdTesting", package: "hummingbird"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: house),
        .testTarget(
            name: "HouseTests", dependencies: ["ReferralDomain", "Catalog", "CaseRegister", "Composition"],
            swiftSettings: house),
    ]
)
