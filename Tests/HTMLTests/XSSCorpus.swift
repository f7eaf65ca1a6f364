/// Texts that become script where escaping has a hole; from the classes of the OWASP filter evasion sheet.
enum XSSCorpus {
    static let texts = [
        "<script>alert(1)</script>", "</title><script>alert(1)</script>", "\"><script>alert(1)</script>",
        "'><img src=x onerror=alert(1)>", "<img src=x onerror=alert(1)//", "<svg/onload=alert(1)>",
        "\" onmouseover=\"alert(1)", "' autofocus onfocus='alert(1)", "`><script>alert(1)</script>",
        "<ScRiPt>alert(1)</sCrIpT>", "<scr<script>ipt>alert(1)</scr</script>ipt>",
        "<!--<img src=\"-->\" onerror=a>",
        "--><script>alert(1)</script><!--", "<![CDATA[<script>alert(1)</script>]]>", "&lt;script&gt;alert(1)",
        "&#60;script&#62;alert(1)", "&#x3c;script&#x3e;", "\u{0}<script>alert(1)</script>",
        "<a href=\"javascript:alert(1)\">", "<iframe srcdoc=\"<script>alert(1)</script>\">",
        "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
        "<template><script>alert(1)</script></template>", "<base href=//evil.example>",
        "<meta http-equiv=refresh content=0;url=//evil.example>", "<form action=//evil.example><button>",
        "<input formaction=javascript:alert(1)>", "<details open ontoggle=alert(1)>", "\u{2028}<b>\u{2029}",
        "＜script＞alert(1)＜/script＞", "\u{FEFF}<script>", "a\tb\nc\r\nd", "\u{7F}\u{1B}[31m",
        "{{constructor.constructor('alert(1)')()}}", "${alert(1)}", "<%= 1 %>", "\\u003cscript\\u003e",
        "%3Cscript%3Ealert(1)%3C/script%3E", "'; DROP TABLE report; --", "&", "&&amp;", "\"", "'", "<", ">",
        "<<>>",
    ]

    /// Addresses that a link must never hold.
    static let addresses = [
        "javascript:alert(1)", "JAVASCRIPT:alert(1)", " javascript:alert(1)", "java\tscript:alert(1)",
        "data:text/html,<script>alert(1)</script>", "vbscript:msgbox(1)", "http://example.pe/",
        "//evil.example/",
        "https:evil.example", "https:///evil.example", "https://", "https://user:word@example.pe/",
        "https://exa mple.pe/", "https://example.pe/\"onclick=alert(1)", "https://example.pe/<script>",
        "https://example.pe/\nLocation: x", "https://localhost/", "file:///etc/passwd", "ftp://example.pe/",
        "https://example.pe\\@evil.example/", "",
    ]
}
