#!/usr/bin/env python3
"""Lays out a PDF from a plain description, for the tests: lay_out.py OUT.pdf < description

  @page [slide] [number=12] [label=iv]   a new page, A4 or a slide; the number printed at its foot; its page label
  @at X Y [SIZE] text                    text at a place, in points from the top left corner
  @vertical X Y text                     vertical text, from there down
  @columns [WIDTH]                       two columns from here on; WIDTH: of the first, in points
  @next                                  the second column
  @single                                one column again, below both
  @row left | right                      two cells side by side
  @title text                            large
  @picture [HEIGHT]                      room with a frame
  text                                   wrapped at the end of the column; a blank line is some room

What does not fit on the page goes to the second column.
"""

import sys

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

FOLDER = "/usr/share/fonts/opentype/ipafont-gothic/"
BODY, TITLE = "IPAGothic", "HeiseiKakuGo-W5"  # one embedded, one that the reader has to know
SIZE, LEADING, MARGIN, GUTTER = 8, 12, 45, 20
NEVER_FIRST = set("、。，．）)」』】〕ー・ょゃゅっ")


def wrapped(text, font, size, width):
    if "://" in text:  # is not cut
        yield text
        return
    line = ""
    for letter in text:
        if line and pdfmetrics.stringWidth(line + letter, font, size) > width and letter not in NEVER_FIRST:
            yield line
            line = ""
        line += letter
    yield line


class Pages:
    def __init__(self, file):
        pdfmetrics.registerFont(TTFont(BODY, FOLDER + "ipag.ttf"))
        pdfmetrics.registerFont(UnicodeCIDFont(TITLE))
        self.vertical = UnicodeCIDFont("HeiseiMin-W3", isVertical=True)
        pdfmetrics.registerFont(self.vertical)
        self.canvas = Canvas(file)
        self.count = 0

    def page(self, options):
        if self.count:
            self.canvas.showPage()
        self.size = (842, 474) if "slide" in options else A4
        self.canvas.setPageSize(self.size)
        values = dict(option.split("=") for option in options if "=" in option)
        if "number" in values:
            self.canvas.setFont(BODY, 9)
            self.canvas.drawCentredString(self.size[0] / 2, 25, values["number"])
        if "label" in values:
            label = values["label"]
            digits = label.isdigit()
            self.canvas.addPageLabel(self.count, style="ARABIC" if digits else None,
                                     start=int(label) if digits else None, prefix=None if digits else label)
        self.count += 1
        self.y = self.top = self.bottom = MARGIN
        self.single()

    def single(self):
        self.y = max(self.y, self.bottom)
        self.second = None
        self.left, self.width = MARGIN, self.size[0] - 2 * MARGIN

    def columns(self, first=None):
        whole = self.size[0] - 2 * MARGIN
        self.left, self.width, self.top = MARGIN, float(first or (whole - GUTTER) / 2), self.y
        self.second = (MARGIN + self.width + GUTTER, whole - self.width - GUTTER)

    def next(self):
        self.bottom, self.y = self.y, self.top
        self.left, self.width = self.second

    def put(self, x, y, size, text, font=BODY):
        room = self.size[0] - x if x > self.left + self.width else self.left + self.width - x
        if "://" in text:
            size = min(size, size * room / pdfmetrics.stringWidth(text, font, size))
        self.canvas.setFont(font, size)
        self.canvas.drawString(x, self.size[1] - y - size, text)

    def flow(self, text, font=BODY, size=SIZE):
        for line in wrapped(text, font, size, self.width):
            self.make_room(LEADING)
            x = self.left
            for cell in line.split("\t"):  # a tab stop at the middle, if that is free
                self.put(x, self.y, size, cell, font)
                x = max(self.left + self.width / 2, x + pdfmetrics.stringWidth(cell, font, size) + 3 * size)
            self.y += LEADING * size / SIZE

    def make_room(self, height):
        if self.y + height < self.size[1] - MARGIN:
            return
        if self.second is None or self.left > MARGIN:
            sys.exit(f"does not fit on page {self.count}")
        self.next()

    def row(self, cells):
        self.make_room(2 * LEADING)
        for i, cell in enumerate(cells):
            self.put(self.left + i * self.width / len(cells), self.y, SIZE, cell)
        self.y += LEADING

    def picture(self, height=90):
        self.make_room(float(height) + LEADING)
        self.canvas.rect(self.left, self.size[1] - self.y - float(height), self.width / 2, float(height))
        self.y += float(height) + LEADING

    def line(self, line):
        command, _, rest = line.partition(" ")
        if command == "@page":
            self.page(rest.split())
        elif command == "@at":
            x, y, rest = rest.split(" ", 2)
            size, _, text = rest.partition(" ")
            self.put(float(x), float(y), *((float(size), text) if size.isdigit() and text else (SIZE, rest)))
        elif command == "@vertical":
            x, y, text = rest.split(" ", 2)
            self.put(float(x), float(y), SIZE, text, self.vertical.fontName)
        elif command == "@row":
            self.row([cell.strip() for cell in rest.split("|")])
        elif command == "@title":
            self.flow(rest, TITLE, 14)
        elif command in ("@columns", "@next", "@single", "@picture"):
            getattr(self, command[1:])(*rest.split())
        elif line:
            self.flow(line)
        else:
            self.y += LEADING * 0.7


def main():
    pages = Pages(sys.argv[1])
    for line in sys.stdin.read().splitlines():
        pages.line(line)
    pages.canvas.save()


main()
