import Bindings
import Testing

@testable import Portal

struct MarkdownHTMLTests {
  @Test(arguments: [
    ("a & b < c", "<p id=\"L1\">a &amp; b &lt; c</p>\n"),
    (
      "*a* **b** ~~c~~ `d<`",
      "<p id=\"L1\"><em>a</em> <strong>b</strong> <del>c</del> <code>d&lt;</code></p>\n"
    ),
    ("a\nb  \nc", "<p id=\"L1\">a\n<span id=\"L2\"></span>b<br>\n<span id=\"L3\"></span>c</p>\n"),
    ("***", "<hr id=\"L1\">\n"),
    ("> a", "<blockquote>\n<p id=\"L1\">a</p>\n</blockquote>\n"),
    ("- a\n- b", "<ul>\n<li id=\"L1\">a\n</li>\n<li id=\"L2\">b\n</li>\n</ul>\n"),
    ("- a\n\n- b", "<ul>\n<li id=\"L1\"><p>a</p>\n</li>\n<li id=\"L3\"><p>b</p>\n</li>\n</ul>\n"),
    ("3. a", "<ol start=\"3\">\n<li id=\"L1\">a\n</li>\n</ol>\n"),
    ("- a\n  - b", "<ul>\n<li id=\"L1\">a\n<ul>\n<li id=\"L2\">b\n</li>\n</ul>\n</li>\n</ul>\n"),
    (
      "- [ ] a\n- [x] b",
      "<ul>\n<li class=\"task\" id=\"L1\"><input type=\"checkbox\" disabled> a\n</li>\n"
        + "<li class=\"task\" id=\"L2\"><input type=\"checkbox\" disabled checked> b\n</li>\n"
        + "</ul>\n"
    ),
    (
      "## A & B",
      "<h2 id=\"a--b\"><a class=\"anchor\" id=\"L1\" href=\"#a--b\" "
        + "aria-label=\"Link to this section\">#</a>A &amp; B</h2>\n"
    ),
    (
      "```sh {x=1}\nls <a>\n\nb\n```",
      "<pre id=\"L1\"><code class=\"language-sh\">"
        + "<span id=\"L2\" class=\"line\">ls &lt;a&gt;</span>\n"
        + "<span id=\"L3\" class=\"line\"></span>\n<span id=\"L4\" class=\"line\">b</span>\n"
        + "</code></pre>\n"
    ),
    ("    a", "<pre><code><span id=\"L1\" class=\"line\">a</span>\n</code></pre>\n"),
    (
      "|a|b|\n|:-:|--:|\n|c|d|",
      "<div class=\"scroll\" role=\"region\" aria-label=\"Table\" tabindex=\"0\"><table>\n"
        + "<thead><tr id=\"L1\"><th class=\"center\">a</th><th class=\"right\">b</th>"
        + "</tr></thead>\n"
        + "<tbody>\n<tr id=\"L3\"><td class=\"center\">c</td><td class=\"right\">d</td></tr>\n"
        + "</tbody></table></div>\n"
    ),
    (
      "|a|\n|-|",
      "<div class=\"scroll\" role=\"region\" aria-label=\"Table\" tabindex=\"0\"><table>\n"
        + "<thead><tr id=\"L1\"><th>a</th></tr></thead>\n</table></div>\n"
    ),
    (
      "a[^n] b[^n]\n\n[^n]: c",
      "<p id=\"L1\">a<sup class=\"footnote\"><a href=\"#fn.1\" id=\"fnref.1\">1</a></sup> "
        + "b<sup class=\"footnote\"><a href=\"#fn.1\">1</a></sup></p>\n"
        + "<section class=\"footnotes\" aria-label=\"Footnotes\">\n<ol>\n<li id=\"fn.1\">"
        + "<a class=\"back\" href=\"#fnref.1\" aria-label=\"Back to the text\">↩</a>\n"
        + "<p id=\"L3\">c</p>\n</li>\n</ol>\n</section>\n"
    ),
  ])
  func `writes each form of Markdown`(markdown: String, expected: String) {
    #expect(html(markdown) == expected)
  }

  @Test(arguments: [
    ("[a](c%20d.md)", "<a href=\"c%20d.html\">a</a>"),
    ("[a](<c d.md> \"t\\\"u\")", "<a href=\"c%20d.html\" title=\"t&quot;u\">a</a>"),
    (
      "[a](https://e.example/?a&b)",
      "<a href=\"https://e.example/?a&amp;b\" class=\"external\" rel=\"noopener noreferrer\">a</a>"
    ),
    (
      "https://e.example",
      "<a href=\"https://e.example\" class=\"external\" "
        + "rel=\"noopener noreferrer\">https://e.example</a>"
    ),
    (
      "[a](no.md)", "<span class=\"broken\" title=\"there is no file &quot;a/no.md&quot;\">a</span>"
    ),
    ("![p *q*](p.png)", "<img src=\"p.png\" alt=\"p q\" loading=\"lazy\">"),
    (
      "![p](https://e.example/p.png)",
      "<a href=\"https://e.example/p.png\" class=\"external image\" "
        + "rel=\"noopener noreferrer\">p</a>"
    ),
    ("[![p](https://e.example/p.png)](b.md)", "<a href=\"b.html\">p</a>"),
  ])
  func `writes links and pictures`(markdown: String, expected: String) {
    #expect(html(markdown) == "<p id=\"L1\">\(expected)</p>\n")
  }

  @Test(arguments: [
    "[a](javascript:alert(1))", "[a](JaVaScRiPt:alert(1))", "[a](java\tscript:alert(1))",
    "[a](&#106;avascript:alert(1))", "[a](data:text/html,<script>alert(1)</script>)",
    "![a](javascript:alert(1))", "![a](data:image/svg+xml,<svg onload=alert(1)>)",
    "[a](vbscript:x)", "[a](file:///etc/passwd)", "[a](//evil.example/x)", "<javascript:alert(1)>",
    "[a](x:y)", "[a](\\\\evil\\x)", "[a](x.html)",
  ])
  func `writes no address that it does not know`(markdown: String) {
    let page = html(markdown)
    #expect(!page.contains("href="))
    #expect(!page.contains("src="))
  }

  @Test(arguments: [
    ("<script>alert(1)</script>", "<div id=\"L1\"></div>\n"),
    ("<style>p{}</style>\n\na", "<div id=\"L1\">\n</div>\n<p id=\"L3\">a</p>\n"),
    ("<img src=x onerror=alert(1)>", "<div id=\"L1\"></div>\n"),
    ("<div onclick=\"x\">a <b>c</b></div>", "<div id=\"L1\">a c</div>\n"),
    ("a <svg/onload=alert(1)> b", "<p id=\"L1\">a &lt;svg/onload=alert(1)&gt; b</p>\n"),
    ("a<!-- b -->c", "<p id=\"L1\">ac</p>\n"),
    (
      "<!-- b\n\n<img> -->\n\nc",
      "<div id=\"L1\"><span id=\"L2\"></span><span id=\"L3\"></span>\n</div>\n<p id=\"L5\">c</p>\n"
    ),
    ("a<br/>b<BR>c", "<p id=\"L1\">a<br>b<br>c</p>\n"),
    ("<a id=\"x\" onclick=\"y\"></a>z", "<p id=\"L1\"><a id=\"x\"></a>z</p>\n"),
    ("<a name='q\"r'></a>z", "<p id=\"L1\"><a id=\"q&quot;r\"></a>z</p>\n"),
    ("<a id=L1></a><a id=x></a><a id=x></a>z", "<p id=\"L1\"><a id=\"x\"></a>z</p>\n"),
    ("<div>a &lt;script&gt; &amp b</div>", "<div id=\"L1\">a &lt;script&gt; &amp;amp b</div>\n"),
    ("<p\nb <i", "<div id=\"L1\">&lt;p\n<span id=\"L2\"></span>b &lt;i</div>\n"),
  ])
  func `keeps of raw HTML its words, breaks and anchors`(markdown: String, expected: String) {
    let page = html(markdown)
    #expect(
      page.replacing("\n</div>", with: "</div>") == expected.replacing("\n</div>", with: "</div>")
    )
  }

  @Test func `gives each line of raw HTML with words its id`() {
    #expect(
      html("<table>\n<tr>\n<td\n class=x>a</td>\n<td><!-- b\n --> c</td>\n</table>\n\nd")
        == "<div id=\"L1\">\n\n<span id=\"L4\"></span>a\n<span id=\"L6\"></span> c\n\n</div>\n"
        + "<p id=\"L9\">d</p>\n"
    )
  }

  @Test(arguments: [
    "```\"onload=\"x\na\n```", "[a](c%20d.md 'x\" onclick=\"y')", "![\"onerror=\"x](p.png)",
    "## \"onclick=\"x", "[a](no.md\"onclick=\"x)", "<a id='x\"onclick=\"y'></a>z",
  ])
  func `lets no text out of its attribute`(markdown: String) {
    let page = html(markdown)
    var isInside = false
    var outside = ""
    for character in page {
      if character == "\"" { isInside.toggle() } else if !isInside { outside.append(character) }
    }
    let tags = outside.split(separator: "<").compactMap { $0.split(separator: ">").first }
    for tag in tags { #expect(!tag.contains(" on") && !tag.hasPrefix("on"), "\(page)") }
  }

  @Test func `counts lines of the file, not of the text after the front matter`() {
    #expect(html("# a\n\nb", offset: 4).contains("<p id=\"L7\">b</p>"))
    #expect(html("# a", offset: 4).contains("id=\"L5\""))
    #expect(
      html("b", offset: 2, marks: [2: "<i></i>"])
        == "<details class=\"front\"><summary>Front matter</summary>\n<pre><code>"
        + "<span id=\"L1\" class=\"line\">a: &lt;b&gt;</span>\n"
        + "<span id=\"L2\" class=\"line\">a: &lt;b&gt;<i></i></span>\n"
        + "</code></pre></details>\n<p id=\"L3\">b</p>\n"
    )
  }

  @Test func `gives no two elements one id`() {
    let page = html(
      "- - a\n  - b\n\n> c\n> d\n\n# L1\n\n# a\n\n# a\n\n# a-1\n\n<a id=a></a>\n\nx[^1]\n\n[^1]: y"
    )
    let ids = page.components(of: "id=\"")
    #expect(ids.count == Set(ids).count, "\(ids)")
    #expect(ids.contains("a-1-1"))
  }

  @Test func `repairs damaged text and hides credentials in what is shown`() {
    #expect(html("itâ€™s") == "<p id=\"L1\">it’s</p>\n")
    let page = html(
      "use postgres://app:hunter22@db.example/x\n\n```\nexport PGPASSWORD=hunter22\n```"
    )
    #expect(!page.contains("hunter22"))
    #expect(page.contains("PGPASSWORD=••••••"))
    #expect(html("a\u{202E}b") == "<p id=\"L1\">a[U+202E]b</p>\n")
  }
}

extension String {
  /// What follows each mark, up to the next quotation mark.
  fileprivate func components(of mark: String) -> [String] {
    split(separator: mark, omittingEmptySubsequences: false).dropFirst().map {
      String($0.prefix { $0 != "\"" })
    }
  }

  @Test(arguments: [
    ("a\nb", 1, "<p id=\"L1\"><i></i>a\n<span id=\"L2\"></span>b</p>\n"),
    ("a\nb", 2, "<p id=\"L1\">a\n<span id=\"L2\"></span><i></i>b</p>\n"),
    (
      "- a\n\n- b", 1,
      "<ul>\n<li id=\"L1\"><i></i><p>a</p>\n</li>\n<li id=\"L3\"><p>b</p>\n</li>\n</ul>\n"
    ),
    (
      "```\nls\n```", 2,
      "<pre id=\"L1\"><code><span id=\"L2\" class=\"line\">ls<i></i></span>\n</code></pre>\n"
    ),
    (
      "|a|\n|-|\n|b|\n|c|",
      3,
      "<div class=\"scroll\" role=\"region\" aria-label=\"Table\" tabindex=\"0\"><table>\n"
        + "<thead><tr id=\"L1\"><th>a</th><th class=\"beside\"></th></tr></thead>\n<tbody>\n"
        + "<tr id=\"L3\"><td>b</td><td class=\"beside\"><i></i></td></tr>\n"
        + "<tr id=\"L4\"><td>c</td><td class=\"beside\"></td></tr>\n</tbody></table></div>\n"
    ),
    ("a", 2, "<p id=\"L1\">a</p>\n"),
  ])
  func `puts a mark beside its line`(markdown: String, line: Int, expected: String) {
    #expect(html(markdown, marks: [line: "<i></i>"]) == expected)
  }
}
