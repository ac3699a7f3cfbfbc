// swift-tools-version:6.3
import PackageDescription

/// Every Swift target is held to the same rules; only `Bindings` may say `unsafe`.
let strict: [SwiftSetting] = [
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "drillbook",
  targets: [
    // Read from the bottom up: each target may import only the ones above it.

    // The C libraries of the system, and the files that the program carries.
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(
      name: "CCMark",
      pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]
    ),
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CSystem"),
    .target(name: "CAssets", exclude: ["files"]),

    .target(
      name: "Bindings",
      dependencies: ["CSQLite", "CCMark", "CYAML", "CCrypto", "CSystem", "CAssets"],
      swiftSettings: strict + [.enableExperimentalFeature("Lifetimes")]
    ),
    .target(name: "Audit", dependencies: ["Bindings"], swiftSettings: strict),
    .target(name: "Portal", dependencies: ["Audit", "Bindings"], swiftSettings: strict),
    .executableTarget(
      name: "drillbook",
      dependencies: ["Portal", "Audit", "Bindings"],
      swiftSettings: strict
    ),

    .testTarget(name: "BindingsTests", dependencies: ["Bindings"], swiftSettings: strict),
    .testTarget(
      name: "AuditTests",
      dependencies: ["Audit", "Bindings"],
      exclude: ["Foreign"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "PortalTests",
      dependencies: ["Portal", "Bindings"],
      exclude: ["Checks/Fixtures"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "CommandTests",
      dependencies: ["drillbook"],
      exclude: ["Commands"],
      swiftSettings: strict
    ),
    .testTarget(name: "RepositoryTests", swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)
