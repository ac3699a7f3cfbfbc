/// What an organisation may say about the look of its portal; nothing is required.
struct SiteSettings: Equatable, Sendable {
  var title = "Recovery portal"
  /// A BCP 47 tag.
  var language = "en"
  var classification: String?
  /// The name of an image that the builder puts into the folder "assets".
  var logo: String?
  /// "#0b5fff": anything else is ignored.
  var accent: String?
  /// Where a document can be edited: an http address that holds "{path}".
  var editURL: String?

  /// Where to edit a file of the content, or nil.
  func editAddress(of file: String) -> String? {
    guard let editURL, editURL.hasPrefix("https://") || editURL.hasPrefix("http://") else {
      return nil
    }
    let parts = editURL.split(separator: "{path}", maxSplits: 1, omittingEmptySubsequences: false)
    return parts.count == 2 ? parts[0] + PagePath.encoded(file) + parts[1] : nil
  }

  /// The accent when it is three or six hexadecimal digits after "#".
  var checkedAccent: String? {
    guard let accent, accent.hasPrefix("#"), [4, 7].contains(accent.utf8.count),
      accent.dropFirst().allSatisfy(\.isHexDigit), accent.utf8.allSatisfy({ $0 < 0x80 })
    else { return nil }
    return accent
  }
}

extension SiteSettings {
  /// What the configuration says; `logo` is the name of its picture in the folder "assets".
  init(_ site: Configuration.Site, logo: String?) {
    self.init()
    if let title = site.title { self.title = title }
    language = site.language
    classification = site.classification
    accent = site.accent
    editURL = site.editURL
    self.logo = logo
  }
}
