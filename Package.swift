// swift-tools-version: 6.2
import PackageDescription

let isFuzzing = Context.environment["WARRAQ_FUZZ"] != nil

/// What every target of ours is built with: the build fails on any warning.
///
/// With `WARRAQ_FUZZ` set also instrumented for libFuzzer, by the flag that names both sanitizers at
/// once: of `--sanitize fuzzer --sanitize address` the compiler heeds the last alone.
let strict: [SwiftSetting] =
    [
        .treatAllWarnings(as: .error),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
    ] + (isFuzzing ? [.unsafeFlags(["-sanitize=fuzzer,address"])] : [])

let package = Package(
    name: "warraq",
    products: [
        .library(name: "ArabicText", targets: ["ArabicText"]),
        .library(name: "ArabicDates", targets: ["ArabicDates"]),
        .library(name: "NearDuplicates", targets: ["NearDuplicates"]),
        .library(name: "ZeroMQ", targets: ["ZeroMQ"]),
        .executable(name: "warraqd", targets: ["warraqd"]),
        .executable(name: "warraq", targets: ["warraq"]),
    ],
    dependencies: [
        // SQLite with a writer queue, readers and migrations: the journal.
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        // The settings file.
        .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
        // /metrics, /healthz and /readyz: small, and quick to build.
        .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
        // The command line: help, completion and errors as people know them.
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        // The logging interface that Swift libraries share.
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    ],
    targets: [
        // C libraries: a module map and a shim header each, imported by one Swift module.
        .systemLibrary(name: "CZeroMQ"),
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0"),
        .systemLibrary(name: "CCrypto"),
        .systemLibrary(name: "CIDN2"),
        // A C interface to libsimdjson, which is C++.
        .target(name: "CSimdJSON", linkerSettings: [.linkedLibrary("simdjson")]),

        // Libraries that stand alone.
        .target(name: "ZeroMQ", dependencies: ["CZeroMQ"], swiftSettings: strict),
        .target(name: "JSONReading", dependencies: ["CSimdJSON"], swiftSettings: strict),
        .target(name: "ArabicText", swiftSettings: strict),
        .target(name: "ArabicDates", dependencies: ["ArabicText"], swiftSettings: strict),
        .target(name: "NearDuplicates", swiftSettings: strict),

        // What an article says.
        .target(
            name: "ArticleExtraction",
            dependencies: ["ArabicText", "ArabicDates", "JSONReading", "CLibXML2"],
            swiftSettings: strict),
        .target(
            name: "NewsEnrichment",
            dependencies: ["ArabicText", "ArabicDates", "ArticleExtraction"],
            exclude: ["Places/README.md"],
            swiftSettings: strict),

        // The daemon.
        .target(
            name: "WarraqCore",
            dependencies: [
                "ArabicText", "ArabicDates", "ArticleExtraction", "NewsEnrichment",
                "NearDuplicates", "JSONReading",
                "CCrypto", "CIDN2",
            ],
            swiftSettings: strict),
        .target(
            name: "WarraqStore",
            dependencies: [
                "WarraqCore", "NearDuplicates", "NewsEnrichment",
                .product(name: "GRDB", package: "GRDB.swift"),
                // The C interface itself, for the statements that run for every article.
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            swiftSettings: strict),
        .target(
            name: "WarraqTransport",
            dependencies: [
                "WarraqCore", "ArticleExtraction", "JSONReading", "ZeroMQ",
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: strict),
        .target(
            name: "WarraqPipeline",
            dependencies: [
                "WarraqCore", "ArabicText", "ArabicDates", "ArticleExtraction", "NewsEnrichment",
                "NearDuplicates", .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: strict),
        .target(
            name: "WarraqServer",
            dependencies: [
                "WarraqCore", "WarraqStore", "WarraqTransport", "WarraqPipeline",
                "ArticleExtraction",
                "NewsEnrichment", "NearDuplicates", "ArabicText", "JSONReading", "ZeroMQ",
                .product(name: "TOMLKit", package: "TOMLKit"),
                .product(name: "FlyingFox", package: "FlyingFox"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "warraqd",
            dependencies: [
                "WarraqServer", .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "warraq",
            dependencies: [
                "WarraqServer", "WarraqTransport", "WarraqCore", "ArticleExtraction",
                "NearDuplicates", "NewsEnrichment", "ArabicDates", "ArabicText",
                "JSONReading", "ZeroMQ", .product(name: "Logging", package: "swift-log"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            exclude: ["Demo/Seeds/README.md"],
            resources: [
                // In the program itself, so that it shows them wherever it was copied to.
                .embedInCode("Demo/Seeds/communique.txt"),
                .embedInCode("Demo/Seeds/communique-windows-1256.txt"),
                .embedInCode("Demo/Seeds/page.txt"),
                .embedInCode("Demo/Seeds/page.html"),
                .embedInCode("Demo/Seeds/brief.txt"),
                .embedInCode("Demo/Seeds/brief-edited.txt"),
            ],
            swiftSettings: strict),

        // Fakes, a manual clock and composers, for our tests and for those of others.
        .target(
            name: "WarraqTesting",
            dependencies: ["WarraqCore", "ArticleExtraction", "NearDuplicates"],
            swiftSettings: strict),

        // What is promised of every input, for the fuzzers and for the tests that need none.
        .target(
            name: "FuzzEntries",
            dependencies: [
                "ArabicText", "ArabicDates", "ArticleExtraction", "NewsEnrichment",
                "NearDuplicates", "JSONReading", "WarraqCore", "WarraqTransport",
            ],
            path: "Sources/Fuzzing/FuzzEntries", swiftSettings: strict),

        .testTarget(
            name: "FuzzTests", dependencies: ["FuzzEntries", "WarraqTesting"],
            exclude: ["Fixtures"], swiftSettings: strict),
        .testTarget(name: "ZeroMQTests", dependencies: ["ZeroMQ"], swiftSettings: strict),
        .testTarget(name: "JSONReadingTests", dependencies: ["JSONReading"], swiftSettings: strict),
        .testTarget(
            name: "ArabicTextTests", dependencies: ["ArabicText"], exclude: ["Fixtures"],
            swiftSettings: strict),
        .testTarget(
            name: "ArabicDatesTests", dependencies: ["ArabicDates", "ArabicText"],
            exclude: ["Fixtures"],
            swiftSettings: strict),
        .testTarget(
            name: "NearDuplicatesTests", dependencies: ["NearDuplicates"], exclude: ["Fixtures"],
            swiftSettings: strict),
        .testTarget(
            name: "ArticleExtractionTests",
            dependencies: ["ArticleExtraction", "ArabicText", "ArabicDates"],
            exclude: ["Fixtures"], swiftSettings: strict),
        .testTarget(
            name: "NewsEnrichmentTests",
            dependencies: ["NewsEnrichment", "ArticleExtraction", "ArabicText", "ArabicDates"],
            exclude: ["Fixtures"], swiftSettings: strict),
        .testTarget(
            name: "WarraqCoreTests",
            dependencies: [
                "WarraqCore", "ArticleExtraction", "ArabicText", "ArabicDates", "JSONReading",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "WarraqStoreTests",
            dependencies: [
                "WarraqStore", "WarraqCore", "WarraqTesting", "NearDuplicates", "ArticleExtraction",
                "NewsEnrichment",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: strict),
        .testTarget(
            name: "WarraqTransportTests",
            dependencies: [
                "WarraqTransport", "WarraqCore", "ArticleExtraction", "ZeroMQ",
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: strict),
        .testTarget(
            name: "WarraqPipelineTests",
            dependencies: [
                "WarraqPipeline", "WarraqCore", "WarraqTesting", "ArticleExtraction",
                "NearDuplicates", "JSONReading",
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: strict),
        .testTarget(
            name: "WarraqServerTests",
            dependencies: [
                "WarraqServer", "WarraqCore", "WarraqTesting", "ArticleExtraction",
                "NearDuplicates",
                .product(name: "Logging", package: "swift-log"),
            ],
            exclude: ["Fixtures"], swiftSettings: strict),
        .testTarget(
            name: "WarraqCommandTests",
            dependencies: [
                "warraq", "warraqd", "WarraqServer", "WarraqCore", "WarraqTesting", "ZeroMQ",
            ],
            swiftSettings: strict),
        // Needs the programs built beside it.
        .testTarget(
            name: "DaemonTests", dependencies: ["warraqd", "warraq"],
            exclude: ["Fixtures", "Python"], swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6],
    cxxLanguageStandard: .cxx17
)

// README.md says how to run these.
if Context.environment["WARRAQ_BENCHMARKS"] != nil {
    package.targets.append(
        .executableTarget(
            name: "ArticleBenchmarks",
            dependencies: [
                "ArabicText", "ArabicDates", "ArticleExtraction", "NewsEnrichment",
                "NearDuplicates", "JSONReading", "WarraqCore", "WarraqTesting",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "Sources/Benchmarks/ArticleBenchmarks", swiftSettings: strict))
}

if isFuzzing {
    for name in ["Decoder", "Segmenter", "Dates", "HTML", "Payload", "Findings", "Message"] {
        package.targets.append(
            .executableTarget(
                name: "Fuzz\(name)", dependencies: ["FuzzEntries"],
                path: "Sources/Fuzzing/Fuzz\(name)", swiftSettings: strict,
                linkerSettings: [.unsafeFlags(["-sanitize=fuzzer,address"])]))
    }
}
