// swift-tools-version: 6.2
import PackageDescription

/// One place for what every target of ours is compiled with.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "burdenshare",
  platforms: [.macOS(.v15)],
  products: [
    .library(
      name: "BurdenShare",
      targets: [
        "LinearAlgebra", "Probability", "Series", "Forecasting", "Strategy", "Negotiation", "Datasets",
        "Reporting", "Checks",
      ]),
    .executable(name: "burdenshare", targets: ["burdenshare"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(
      name: "COpenBLAS",
      pkgConfig: "openblas",
      providers: [.apt(["libopenblas-dev"]), .brew(["openblas"])]),
    .target(name: "LinearAlgebra", dependencies: ["COpenBLAS"], swiftSettings: strict),
    .target(name: "Probability", swiftSettings: strict),
    .target(name: "Series", swiftSettings: strict),
    .target(
      name: "Forecasting",
      dependencies: ["LinearAlgebra", "Probability", "Series"],
      swiftSettings: strict),
    .target(name: "Strategy", dependencies: ["LinearAlgebra", "Probability"], swiftSettings: strict),
    .target(
      name: "Negotiation",
      dependencies: ["LinearAlgebra", "Probability", "Series", "Forecasting"],
      swiftSettings: strict),
    .target(
      name: "Datasets",
      dependencies: [
        "Probability", "Series", "Strategy", "Negotiation", .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: strict),
    .target(
      name: "Reporting", dependencies: ["Forecasting", "Probability", "Series"], swiftSettings: strict),
    .target(name: "Checks", dependencies: ["Datasets", "Reporting"], swiftSettings: strict),
    .target(
      name: "BurdenShareCLI",
      dependencies: [
        "LinearAlgebra", "Probability", "Series", "Forecasting", "Strategy", "Negotiation", "Datasets",
        "Reporting", "Checks",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "burdenshare", dependencies: ["BurdenShareCLI"], swiftSettings: strict),
    .target(name: "TestSupport", swiftSettings: strict),
    .testTarget(
      name: "LinearAlgebraTests", dependencies: ["LinearAlgebra", "TestSupport"],
      exclude: ["References"], swiftSettings: strict),
    .testTarget(
      name: "ProbabilityTests", dependencies: ["Probability", "TestSupport"],
      exclude: ["References"], swiftSettings: strict),
    .testTarget(name: "SeriesTests", dependencies: ["Series", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "ForecastingTests",
      dependencies: ["Forecasting", "LinearAlgebra", "Probability", "Series", "TestSupport"],
      exclude: ["References"], swiftSettings: strict),
    .testTarget(
      name: "StrategyTests", dependencies: ["Strategy", "Probability", "TestSupport"],
      exclude: ["References"], swiftSettings: strict),
    .testTarget(
      name: "NegotiationTests",
      dependencies: ["Negotiation", "LinearAlgebra", "Probability", "Series", "Forecasting", "TestSupport"],
      exclude: ["References"], swiftSettings: strict),
    .testTarget(
      name: "DatasetsTests", dependencies: ["Datasets", "Negotiation", "Series", "Strategy", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "ReportingTests",
      dependencies: ["Reporting", "Datasets", "Forecasting", "Probability", "Series", "TestSupport"],
      exclude: ["Charts/Expected"], swiftSettings: strict),
    .testTarget(
      name: "ChecksTests", dependencies: ["Checks", "Datasets", "Reporting", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "CommandLineTests", dependencies: ["burdenshare", "BurdenShareCLI", "Datasets", "TestSupport"],
      exclude: ["Cases"],
      swiftSettings: strict),
  ]
)
