/** The code points of the basic plane that a TrueType font has a glyph for, by its own table (cmap, format 4). */
export function codePointsOf(font: Buffer): Set<number> {
  const cmap = tableOffset(font, 'cmap');
  const tables = Array.from({ length: font.readUInt16BE(cmap + 2) }, (_, i) => {
    const offset = cmap + font.readUInt32BE(cmap + 4 + i * 8 + 4);
    return { offset, format: font.readUInt16BE(offset) };
  });
  const table = tables.find(({ format }) => format === 4);
  if (!table) throw new Error('the font has no table of format 4');
  return segmentsOf(font, table.offset);
}

function tableOffset(font: Buffer, name: string): number {
  const count = font.readUInt16BE(4);
  for (let i = 0; i < count; i++) {
    const record = 12 + i * 16;
    if (font.toString('latin1', record, record + 4) === name) return font.readUInt32BE(record + 8);
  }
  throw new Error(`the font has no table ${name}`);
}

/** Segments of consecutive code points; a glyph 0 is none. */
function segmentsOf(font: Buffer, table: number): Set<number> {
  const bytes = font.readUInt16BE(table + 6);
  const found = new Set<number>();
  for (let i = 0; i < bytes; i += 2) {
    const end = font.readUInt16BE(table + 14 + i);
    const start = font.readUInt16BE(table + 16 + bytes + i);
    const delta = font.readUInt16BE(table + 16 + 2 * bytes + i);
    const place = table + 16 + 3 * bytes + i;
    const range = font.readUInt16BE(place);
    for (let code = start; code <= end && code < 0xffff; code++) {
      const glyph = range === 0 ? code + delta : font.readUInt16BE(place + range + 2 * (code - start));
      if ((glyph & 0xffff) !== 0) found.add(code);
    }
  }
  return found;
}
