/** How many glyphs a font has: none is drawn, and those of the letters a to z. */
const glyphs = 27;

/** The smallest font that a browser takes: all letters are alike, and as wide as is said. In thousandths of the font's size. */
export function font(width: number): Buffer {
  const tables: Record<string, Buffer> = {
    'OS/2': words(
      3,
      width,
      400,
      5,
      ...fill(27, 0),
      64,
      97,
      122,
      800,
      -200,
      0,
      800,
      200,
      0,
      0,
      0,
      0,
      500,
      700,
      0,
      32,
      1,
    ),
    // One segment for the letters, and the one that ends every table.
    cmap: words(0, 1, 3, 1, 0, 12, 4, 32, 0, 4, 4, 1, 0, 122, 0xffff, 0, 97, 0xffff, 1 - 97, 1, 0, 0),
    // A triangle, for what has no glyph; a table must not be empty.
    glyf: Buffer.concat([
      words(1, 0, 0, 500, 500, 2, 0),
      Buffer.from([1, 1, 1]),
      words(0, 500, -250, 0, 0, 500),
      Buffer.from([0]),
    ]),
    head: words(1, 0, 1, 0, 0, 0, 0x5f0f, 0x3cf5, 0, 1000, ...fill(8, 0), 0, 0, 500, 500, 0, 8, 2, 0, 0),
    hhea: words(1, 0, 800, -200, 0, width, 0, 0, 0, 1, ...fill(7, 0), 1),
    hmtx: words(width, ...fill(glyphs, 0)),
    loca: words(0, ...fill(glyphs, 15)),
    maxp: words(1, 0, glyphs, 3, 1, 0, 0, 1, ...fill(8, 0)),
    name: words(0, 0, 6),
    post: words(3, 0, ...fill(14, 0)),
  };
  const names = Object.keys(tables);
  const head = words(1, 0, names.length, 128, 3, names.length * 16 - 128);
  let offset = head.length + names.length * 16;
  const directory = names.map((name) => {
    const entry = Buffer.alloc(16);
    entry.write(name.padEnd(4), 'latin1');
    const table = padded(tables[name] ?? Buffer.alloc(0));
    entry.writeUInt32BE(sum(table), 4);
    entry.writeUInt32BE(offset, 8);
    entry.writeUInt32BE(tables[name]?.length ?? 0, 12);
    offset += table.length;
    return entry;
  });
  return Buffer.concat([head, ...directory, ...Object.values(tables).map(padded)]);
}

function words(...values: number[]): Buffer {
  const buffer = Buffer.alloc(values.length * 2);
  values.forEach((value, index) => buffer.writeUInt16BE(value & 0xffff, index * 2));
  return buffer;
}

function fill(count: number, value: number): number[] {
  return Array<number>(count).fill(value);
}

function padded(table: Buffer): Buffer {
  return Buffer.concat([table, Buffer.alloc((4 - (table.length % 4)) % 4)]);
}

function sum(table: Buffer): number {
  let total = 0;
  for (let at = 0; at < table.length; at += 4) {
    total = (total + table.readUInt32BE(at)) >>> 0;
  }

  return total;
}
