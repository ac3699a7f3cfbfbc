internal import Audit
internal import Bindings

extension Trust {
  /// Whom a command line trusts: the policy of `--policy`, the certificates of `--tsa`.
  init(_ arguments: Arguments) throws {
    self.init(
      policy: try arguments.given("policy").map(WitnessPolicy.init(file:)),
      authorities: try arguments.given("tsa").map(TimeStampAuthorities.init(file:))
    )
  }
}

extension WitnessPolicy {
  fileprivate init(file path: String) throws {
    let text = String(decoding: try Files.read(path), as: UTF8.self)
    do throws(FormatError) {
      try self.init(text)
    } catch {
      throw Failure.machine("\"\(path)\": \(error)")
    }
  }
}

extension TimeStampAuthorities {
  /// Reads certificates from a file.
  init(file path: String) throws {
    let pem = try Files.read(path)
    do throws(CryptoError) {
      try self.init(pem: pem)
    } catch {
      throw Failure.machine("\"\(path)\": \(error)")
    }
  }
}
