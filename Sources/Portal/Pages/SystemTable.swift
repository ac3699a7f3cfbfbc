/// The table of systems by status, worst first; the home page shows its beginning.
struct SystemTable: Sendable {
  let layout: Layout
  let systems: ArraySlice<Snapshot.System>

  var html: HTML {
    .table(
      "Systems by status",
      head: """
        <th scope="col">System</th><th scope="col">Status</th><th scope="col">RTO</th>\
        <th scope="col">RPO</th><th scope="col" class="number">Met</th>\
        <th scope="col" class="number">Serious findings</th>\
        <th scope="col" class="wide">Owner</th><th scope="col" class="wide number">Tier</th>
        """,
      rows: "\(each: systems, { row($0) })",
      style: "systems"
    )
  }

  private func row(_ system: Snapshot.System) -> HTML {
    let counts = system.counts
    let serious = (layout.snapshot.findingsOfSystem[system.id] ?? []).count {
      layout.snapshot.findings[$0].severity <= .high
    }
    return """
      <tr>
      <th scope="row">\(layout.link(system: system.id))</th>
      <td>\(.status(counts.worst, expires: system.expiry))</td>
      <td>\(kind("rto", of: system))</td>
      <td>\(kind("rpo", of: system))</td>
      <td class="number">\(share(counts))</td>
      <td class="number">\(serious == 0 ? .nothing : "\(serious)")</td>
      <td class="wide">\(system.owner.map { "\($0)" } ?? .nothing)</td>
      <td class="wide number">\(system.tier.map { "\($0)" } ?? .nothing)</td>
      </tr>

      """
  }

  private func kind(_ kind: String, of system: Snapshot.System) -> HTML {
    guard let status = system.worst[kind] else { return .nothing }
    return .status(status, expires: status == .met ? system.expires[kind] : nil)
  }

  private func share(_ counts: Snapshot.StatusCounts) -> HTML {
    counts.total == 0 ? .nothing : "\(counts[.met]) of \(counts.total)"
  }
}
