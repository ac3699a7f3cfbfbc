import Bindings
import Testing

@testable import Portal

struct LinksTests {
  private static let links = Links(
    documents: [
      "README.md": anchors("# Top"), "a/b.md": anchors("# One"), "a/c d#.md": anchors("# Ünder"),
      "e/index.md": anchors("# Index"),
    ],
    files: [
      "a/p.png": AssetFile(path: "a/p.png") { [] }, "f/x.js": AssetFile(path: "f/x.js") { [] },
    ]
  )

  private static func anchors(_ text: String) -> Anchors {
    Anchors(MarkdownTree(parsing: Array(text.utf8).span))
  }

  @Test(arguments: [
    ("b.md", "b.html", "a/b.md"), ("./b.md#one", "b.html#one", "a/b.md"),
    ("#one", "#one", "a/b.md"),
    ("#", "#", "a/b.md"), ("../README.md", "../README.html", "README.md"),
    ("..", "../README.html", "README.md"), ("../", "../README.html", "README.md"),
    ("../e/", "../e/index.html", "e/index.md"),
    ("../e#index", "../e/index.html#index", "e/index.md"),
    ("c%20d%23.md#%C3%BCnder", "c%20d%23.html#%C3%BCnder", "a/c d#.md"),
    ("p.png?raw=true", "p.png", "a/p.png"), ("../a/./p.png", "p.png", "a/p.png"),
  ])
  func `finds pages and files`(address: String, url: String, path: String) {
    #expect(Self.links.target(of: address, in: "a/b.md") == .page(url: url, path: path))
  }

  @Test(arguments: [
    ("B.md", "there is no file \"a/B.md\""), ("b.md#two", "there is no heading \"#two\""),
    ("#two", "there is no heading \"#two\""), ("", "the address is empty"),
    ("/a/b.md", "the address is absolute"), ("//host/a", "the address is absolute"),
    ("../../x.md", "the address leaves the content"), ("../..", "the address leaves the content"),
    ("%2e%2e/%2e%2e/x", "the address leaves the content"),
    ("../f", "the folder \"f\" has no README.md"), ("b", "there is no file \"a/b\""),
    ("../f/x.js", "scripts and styles of the content are not copied"),
    ("file:///etc/passwd", "addresses with the scheme \"file\" are not followed"),
    ("JavaScript:x", "addresses with the scheme \"javascript\" are not followed"),
  ])
  func `says why a link leads nowhere`(address: String, reason: String) {
    #expect(Self.links.target(of: address, in: "a/b.md") == .nowhere(reason))
  }

  @Test func `lists the links of a document with their lines`() {
    let text = "[x](b.md) a\n[y](no.md)\n\n- [z](https://e.example)\n\n|h|\n|-|\n|![p](p.png)|"
    let tree = MarkdownTree(parsing: Array(text.utf8).span)
    let addresses = Links.addresses(in: tree, lineOffset: 3)
    #expect(
      addresses.map { Self.links.link($0, in: "a/b.md") } == [
        Link(address: "b.md", line: 4, target: "a/b.md", reason: nil),
        Link(address: "no.md", line: 5, target: nil, reason: "there is no file \"a/no.md\""),
        Link(address: "https://e.example", line: 7, target: nil, reason: nil),
        Link(address: "p.png", line: 11, target: "a/p.png", reason: nil),
      ]
    )
  }

  @Test(arguments: [
    ("a.pdf", "", nil), ("a.PNG", "", nil), ("a", "", nil), ("b.json", "", nil),
    ("a.HTML", "", "pages of the content are not copied"),
    ("x/a.mjs", "", "scripts and styles of the content are not copied"),
    ("a.svg", "<svg><path d=\"M0 0\" fill='url(#g)'/><use xlink:href=\"#p\"/></svg>", nil),
    ("a.svg", "<svg><image href=\"data:image/png;base64,AAAA\"/></svg>", nil),
    ("a.svg", "<svg><SCRIPT>x</SCRIPT></svg>", "the drawing holds a script"),
    ("a.svg", "<svg onload = \"x\"/>", "the drawing holds an event handler"),
    ("a.svg", "<svg\nONLOAD=x/>", "the drawing holds an event handler"),
    ("a.svg", "<svg><foreignObject/></svg>", "the drawing holds a foreign object"),
    ("a.svg", "<a xlink:href=\" javascript:x\"/>", "the drawing refers to something outside it"),
    ("a.svg", "<image href='https://e/p.png'/>", "the drawing refers to something outside it"),
    ("a.svg", "<style>@import 'x'</style>", "the drawing refers to something outside it"),
    ("a.svg", "<p style=\"fill:url( 'http://e')\"/>", "the drawing refers to something outside it"),
    ("a.svg", "<!DOCTYPE svg [<!ENTITY x 'y'>]>", "the drawing declares a document type"),
    ("a.svg", "<s:script xmlns:s='http://www.w3.org/2000/svg'/>", "the drawing holds a script"),
    ("a.svg", "<a href=\"#\">&#106;</a>", "the drawing spells characters by their number"),
    ("a.svg", "<style>@\\69mport</style>", "the drawing spells characters by their number"),
    ("a.svg", "<set attributeName=\"onclick\"/>", "the drawing changes its own attributes"),
  ])
  func `copies no file that a browser would run`(path: String, text: String, refusal: String?) {
    #expect(AssetFile(path: path) { Array(text.utf8) }.refusal == refusal)
  }
}
