"""Writes a sample document as a page saved from an agency's web site, with all that stands around it there."""

from html import escape

from tests.samples.source import Block, Source
from tests.samples.words import NOTICE, letterhead, signature

PAGE = """<!DOCTYPE html>
<html lang="vi"><head><meta charset="utf-8"><title>{title} - {site}</title>
<style>.menu li {{ display: inline }}</style><script>var luotXem = 412;</script></head>
<body>
<div id="header"><a href="/">{site}</a><p>Thứ năm, ngày 12 tháng 3 năm 2026</p>
<ul class="menu"><li><a href="/gioi-thieu">Giới thiệu</a></li>
<li><a href="/tin-tuc">Tin tức - Sự kiện</a></li>
<li><a href="/van-ban">Văn bản</a></li>
<li><a href="/dich-vu-cong">Dịch vụ công</a></li><li><a href="/lien-he">Liên hệ</a></li></ul></div>
<div class="breadcrumb"><a href="/">Trang chủ</a> &raquo; <a href="/van-ban">Văn bản</a> &raquo; Kế hoạch</div>
<div id="content"><h1>{title}</h1><p class="meta">Đăng ngày: 16/3/2026 08:15 | Lượt xem: 412 | <a href="#">In trang</a></p>
<div class="detail">
{body}
</div>
<div class="share"><a href="#">Chia sẻ</a> <a href="#">Tải về</a></div>
<div class="related"><h3>Tin khác</h3><ul><li><a href="#">Hội nghị tập huấn công tác dân vận (10/3/2026)</a></li>
<li><a href="#">Thông báo nghỉ lễ (05/3/2026)</a></li></ul></div></div>
<div id="sidebar"><h3>Liên kết website</h3><select><option>-- Chọn liên kết --</option></select>
<h3>Thống kê truy cập</h3><p>Đang online: 7</p><p>Hôm nay: 215</p></div>
<div id="footer"><p>{site}</p><p>Địa chỉ: Khu hành chính, phường Trường Dương, tỉnh Lam Châu</p>
<p>{notice}</p><p>© 2026. Bản quyền thuộc về {site}</p></div>
</body></html>
"""


def write_html(source: Source) -> bytes:
    body = "\n".join(written(block, source) for block in source.blocks)
    site = escape(source["html"]["site"])
    return PAGE.format(title=escape(source["html"]["title"]), site=site, body=body, notice=escape(NOTICE)).encode("utf-8")


def written(block: Block, source: Source) -> str:
    if block.kind in ("letterhead", "sign"):
        halves = letterhead(source) if block.kind == "letterhead" else signature(source)
        cells = "".join("<td>" + "<br>\n".join(escape(line) for line in lines) + "</td>" for lines in halves)
        return f"<table><tr>{cells}</tr></table>"
    if block.kind == "page":
        return "<hr>"
    if block.kind == "table":
        rows = ("".join(f"<td{span(row, block)}>{escape(cell)}</td>" for cell in row) for row in block.rows)
        return "<table border=1>" + "".join(f"<tr>{row}</tr>\n" for row in rows) + "</table>"
    words = escape(block.printed).replace(" - ", "&nbsp;- ")
    align = ' align="center"' if block.kind == "centred" else ""
    return f"<p{align}><strong>{words}</strong></p>" if block.kind in ("heading", "centred") else f"<p{align}>{words}</p>"


def span(row: list[str], block: Block) -> str:
    return f' colspan="{len(block.rows[0])}"' if len(row) == 1 else ""
