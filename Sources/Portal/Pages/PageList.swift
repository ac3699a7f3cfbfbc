internal import Bindings

/// Every page of the portal except the documents, each to be made on its own.
///
/// The order is that of the paths' kinds, and the same for the same evidence.
func portalPages(
  _ snapshot: Snapshot,
  site: SiteSettings,
  audit: AuditSummary? = nil
) -> [PageJob] {
  let layout = { Layout(snapshot: snapshot, site: site, path: $0) }
  var pages: [PageJob] = [
    HomePage(layout: layout(PagePath.home)).job,
    FindingsPage(layout: layout(PagePath.findings)).job,
    ControlsPage(layout: layout(PagePath.controls)).job,
    AuditPage(layout: layout(PagePath.audit), summary: audit).job,
    SearchResultsPage(layout: layout(PagePath.search)).job,
    NotFoundPage(layout: layout(PagePath.notFound)).job,
  ]
  pages += parts("systems", of: snapshot.systems.count, by: SystemsPage.shown) {
    SystemsPage(layout: layout($0), part: $1, parts: $2).job
  }
  pages += parts("drills", of: snapshot.drills.count, by: DrillsPage.shown) {
    DrillsPage(layout: layout($0), part: $1, parts: $2).job
  }
  pages += parts("backups", of: snapshot.assets.count, by: BackupsPage.shown) {
    BackupsPage(layout: layout($0), part: $1, parts: $2).job
  }
  pages += backupPages(snapshot, layout)
  pages += rulePages(snapshot, layout)
  let shown = Set(snapshot.findings.map(\.rule))
  pages += ControlMap.shared.frameworks.map { framework in
    let path = PagePath.framework(framework.id)
    return FrameworkPage(layout: layout(path), framework: framework, shown: shown).job
  }
  for system in snapshot.systems {
    pages.append(SystemPage(layout: layout(PagePath.system(system.id)), system: system).job)
    for key in snapshot.objectivesOfSystem[system.id] ?? [] {
      let path = PagePath.objective(key.system, key.component, key.kind)
      pages.append(ObjectivePage(layout: layout(path), key: key).job)
    }
  }
  return pages
}

/// The stylesheet, the script and the drawings of every page, as files of the folder "assets".
func portalAssets(site: SiteSettings) -> [Page] {
  ["portal.css", "portal.js"].compactMap { name in
    guard let asset = Asset.all.first(where: { $0.path == name }) else { return nil }
    var bytes: [UInt8] = []
    let source = asset.bytes
    bytes.reserveCapacity(source.count)
    for position in source.indices { bytes.append(source[position]) }
    if name == "portal.css", let accent = site.checkedAccent {
      bytes += Array(":root { --accent: \(accent); }\n".utf8)
    }
    return Page(path: "assets/\(name)", bytes: bytes)
  }
}

/// A list over as many files as it needs, at least one.
private func parts(
  _ name: String,
  of count: Int,
  by shown: Int,
  _ page: (String, Int, Int) -> PageJob
) -> [PageJob] {
  let parts = max(1, (count + shown - 1) / shown)
  return (1...parts).map { page(PagePath.part(name, $0), $0, parts) }
}

private func backupPages(_ snapshot: Snapshot, _ layout: (String) -> Layout) -> [PageJob] {
  snapshot.assetsOfComponent.sorted { $0.key < $1.key }.map { component, positions in
    ComponentBackupsPage(
      layout: layout(PagePath.backups(component)),
      component: component,
      assets: positions.map { snapshot.assets[$0] }
    ).job
  }
}

private func rulePages(_ snapshot: Snapshot, _ layout: (String) -> Layout) -> [PageJob] {
  var positions: [String: [Int]] = [:]
  for (position, place) in snapshot.findingPlaces.enumerated()
  where place.page != PagePath.findings {
    positions[snapshot.findings[position].rule, default: []].append(position)
  }
  return positions.sorted { $0.key < $1.key }.flatMap { rule, positions in
    let size = Snapshot.findingsOfPart
    let parts = (positions.count + size - 1) / size
    return (1...parts).map { part in
      RulePage(
        layout: layout(PagePath.findings(rule: rule, part: part)),
        rule: rule,
        part: part,
        parts: parts,
        positions: Array(positions[(part - 1) * size..<min(part * size, positions.count)])
      ).job
    }
  }
}
