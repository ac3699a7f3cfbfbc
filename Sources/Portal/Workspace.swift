package import Audit
internal import Bindings

/// A content folder with its configuration: what every command starts from.
package struct Workspace: Sendable {
  /// As it was given.
  package let folder: String
  let configuration: Configuration
  let configurationFile: SourceFile?

  /// Opens a folder; a configuration that cannot be read is an error, for all would follow from it.
  package init(_ folder: String) throws {
    self.folder = folder
    do throws(FileError) {
      _ = try Files.list(folder)
    } catch {
      throw MachineError(
        String(describing: error),
        hint: "name the folder that holds your Markdown: --content docs"
      )
    }
    let path = folder + "/" + Configuration.path
    guard Files.exists(path) else {
      configuration = Configuration()
      configurationFile = nil
      return
    }
    let file = SourceFile(path: Configuration.path, bytes: try Files.read(path))
    do throws(ConfigurationError) {
      configuration = try Configuration.read(file)
    } catch {
      throw Self.refusal(error, in: folder)
    }
    configurationFile = file
  }

  /// The first thing that is wrong with the configuration, and how many more there are.
  private static func refusal(
    _ error: ConfigurationError,
    in folder: String
  ) -> MachineError {
    let more = error.problems.count - 1
    let first = error.problems.first.map(String.init(describing:)) ?? "not readable"
    let place = folder.hasSuffix("/") ? folder : folder + "/"
    return MachineError(
      place + first + (more > 0 ? " (and \(more) more)" : ""),
      hint: error.problems.first?.hint
    )
  }

  /// Reads the checks of the content; levels for a check that nobody wrote are an error.
  func checks(in listing: ContentFolder) throws -> OwnChecks {
    let own = OwnChecks(listing.checks, in: listing)
    if let error = configuration.unknownLevels(own) { throw Self.refusal(error, in: folder) }
    return own
  }

  /// The time that the configuration pins everything to, in milliseconds since 1970 UTC.
  package var configuredAsOf: Int64? { configuration.asOf.map(Int64.init) }

  /// The name of the audit trail.
  package var origin: String? { configuration.origin }

  /// The people whose keys sign reports off.
  package var signers: [TrailKey] {
    configuration.signers.compactMap { signer in
      PublicKey(ssh: signer.key).map { TrailKey($0, name: signer.name) }
    }
  }

  /// The names in the folder, without those in some other folders that lie within.
  func list(without others: [String]) throws -> ContentFolder {
    let real = try Files.realPath(folder)
    let within = others.compactMap { other -> String? in
      guard let path = try? Files.realPath(other), path.hasPrefix(real + "/") else { return nil }
      return String(path.dropFirst(real.count + 1))
    }
    let listing = try ContentFolder(
      folder,
      isExcluded: { configuration.excludes($0) || within.contains($0) },
      isInventory: { configuration.inventory($0) != nil }
    )
    guard !listing.documents.isEmpty else {
      throw MachineError(
        "\"\(folder)\" holds no Markdown",
        hint: "name the folder that holds your plans and runbooks: --content docs"
      )
    }
    return listing
  }
}
