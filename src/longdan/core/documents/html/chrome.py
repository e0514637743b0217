"""What of a saved page belongs to the site, not to the document: menus, footers, share buttons, cookie bars."""

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

_DROPPED = (
    "script, style, noscript, template, iframe, object, svg, canvas, audio, video, nav, footer, aside, form, button, "
    "select, dialog, input, textarea, label, [hidden], [aria-hidden=true], [role=navigation], [role=banner], "
    "[role=contentinfo], [role=search], [role=complementary], [role=dialog], [role=menu], [role=menubar], [role=toolbar]"
)
_MAIN = "main, [role=main], article, [itemprop=articleBody]"
# A class or id whose words are all of these, one of the first kind among them, names a part of the site ("main-menu").
_SITE_NAMES = (
    "menu menus nav navi navbar navigation breadcrumb breadcrumbs sidebar footer social socials share sharing cookie cookies "
    "related comment comments login search pagination paging toolbar popup modal advert ads banner lienquan tinlienquan chiase "
    "luotxem hitcount counter rating"
)
_ROUND_NAMES = (
    "top main sub left right mega mobile site page global box bar wrap wrapper container area list block item items inner "
    "content link links button buttons bottom news tin bai the and"
)
_SITE_WORDS = frozenset(_SITE_NAMES.split())
_NAME_WORDS = _SITE_WORDS | frozenset(_ROUND_NAMES.split())
_NAME_PARTS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_BLOCKS = "div, section, header, ul, ol, td, table"
# The words of a page's furniture that stand in the midst of its text; each is a whole paragraph.
_FURNITURE = re.compile(
    r"(?:(?:số )?lượt (?:xem|truy cập|đọc|tải)\b.*|đã xem\s*:.*|chia sẻ.{0,30}|quay (?:lại|về).{0,20}|(?:về|lên) đầu trang"
    r"|(?:in|gửi|lưu|tải|đọc|nghe) (?:trang|bài|về|văn bản|tệp|email).{0,24}|đóng|trang chủ|đăng nhập|đăng ký|tìm kiếm.{0,20}"
    r"|bình luận.{0,20}|đang tải.{0,60}|cỡ chữ.{0,20}|tương phản|xem thêm.{0,20}"
    r"|(?:các )?tin (?:liên quan|khác|cùng chuyên mục|mới hơn|cũ hơn).{0,10}"
    r"|facebook|zalo|twitter|print|email|a[-+]|share|copyright.*|©.*|bản quyền (?:thuộc|©).*)",
    re.IGNORECASE,
)
# Looking at every block reads all text within it; pages nested by the thousand are left as they are.
_MOST_WORK = 500_000_000
_LINK_SHARE, _FEWEST_LINKS, _LONG_TEXT = 0.7, 3, 4000


def content_root(page: LexborHTMLParser) -> LexborNode | None:
    """The element that holds the document, its surroundings removed from the tree."""
    root = page.body or page.root
    if root is None:
        return None
    for node in root.css(_DROPPED):
        node.decompose()
    _drop_site_blocks(root)
    return _main(root)


def is_furniture(words: str) -> bool:
    """Whether a paragraph is a page's furniture ("Lượt xem: 128")."""
    return len(words) < 90 and bool(_FURNITURE.fullmatch(words))


def _drop_site_blocks(root: LexborNode) -> None:
    whole, blocks = _length(root), root.css(_BLOCKS)
    if whole * len(blocks) > _MOST_WORK:
        return
    for node in blocks:
        if node.parent is None or _length(node) > whole / 2:
            continue
        if _hidden(node) or _named_as_site(node) or _is_link_list(node):
            node.decompose()


def _hidden(node: LexborNode) -> bool:
    return bool(_HIDDEN.search(node.attributes.get("style") or ""))


def _named_as_site(node: LexborNode) -> bool:
    names = f"{node.attributes.get('class') or ''} {node.attributes.get('id') or ''}".split()
    return any(map(_is_site_name, names)) and _length(node) < _LONG_TEXT


def _is_site_name(name: str) -> bool:
    words = {word.lower() for word in _NAME_PARTS.findall(name)}
    return bool(words & _SITE_WORDS) and words <= _NAME_WORDS


def _is_link_list(node: LexborNode) -> bool:
    """Whether nearly all of its words are links, as in menus."""
    links = node.css("a[href]")
    linked = sum(_length(link) for link in links)
    return len(links) >= _FEWEST_LINKS and linked > _LINK_SHARE * _length(node)


def _main(root: LexborNode) -> LexborNode:
    """The element marked as the main one, where it holds most of the text."""
    candidates = [node for node in root.css(_MAIN) if _length(node) > _length(root) * 0.6]
    return min(candidates, key=_length) if candidates else root


def _length(node: LexborNode) -> int:
    return len(node.text(deep=True))
