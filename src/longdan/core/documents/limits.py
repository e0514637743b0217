"""How much a document may hold: bounds that keep a reading fast, with the reason for each."""

MEGABYTE = 1_048_576  # as file managers and browsers count, and people with them

# An office's mail gateway stops at 25 MB; a signed scan of 100 pages is about 30 MB. What is larger is no plan.
MOST_BYTES = 50 * MEGABYTE
MOST_BYTES_TOGETHER = 100 * MEGABYTE
MOST_FILES = 50

# The longest plan seen, annexes included, has 140 pages; a page of 14-point type holds about 2,800 characters.
MOST_PAGES = 300
MOST_CHARACTERS = 1_000_000
# The longest paragraph seen, a table that lost its lines, has 7,000 letters.
LONGEST_PARAGRAPH = 20_000
# Recognising takes some four seconds a page.
MOST_SCANNED_PAGES = 120

# Office packages shrink their XML 5 to 30 times; a thousand times is a bomb. Small entries may shrink more by chance.
MOST_ENTRIES = 3_000
MOST_RATIO = 250
RATIO_COUNTS_FROM = 4 * MEGABYTE
MOST_UNPACKED = 250 * MEGABYTE
# A tree of XML needs about six times its bytes in memory, and the whole reading stays under 300 MB.
MOST_XML = 24 * MEGABYTE
# Nested blocks deeper than this are made by no word processor, and would exhaust the stack.
DEEPEST = 60
# Browsers stop at 512 as well; looking at every block of a deeper page takes the square of its depth.
DEEPEST_PAGE = 512

# The longest annex of tasks seen has 600 rows.
MOST_ROWS = 20_000
MOST_CELLS = 400_000

# A page of vectors or of text streams; pictures are counted apart, as only the renderer unpacks them.
MOST_PDF_STREAM = 24 * MEGABYTE
MOST_PDF_UNPACKED = 150 * MEGABYTE
MOST_PDF_PICTURE = 250 * MEGABYTE
# A crowded page of text holds 8,000 letters; maps hold a hundred thousand paths and are looked at as pictures instead.
MOST_PAGE_OBJECTS = 20_000
MOST_PAGE_CHARACTERS = 40_000

# A0 at 300 dots an inch; the page is made smaller before anything else is done.
MOST_PIXELS = 150_000_000
# A4 at 600 dots an inch has 35 million; unpacking them for one look at a page takes a second.
MOST_PIXELS_SHOWN = 40_000_000
