import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';

/** A file in a ZIP archive. */
export interface Entry {
  readonly name: string;
  readonly content: Buffer;
}

const endRecord = Buffer.from([0x50, 0x4b, 0x05, 0x06]);
const deflated = 8;

/** All files of a ZIP archive, by its central directory; small archives only, as nothing of ZIP64 is read. */
export function readArchive(file: string): Entry[] {
  const bytes = readFileSync(file);
  const end = bytes.lastIndexOf(endRecord);
  const entries: Entry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const nameEnd = at + 46 + bytes.readUInt16LE(at + 28);
    entries.push({ name: bytes.toString('utf8', at + 46, nameEnd), content: contentOf(bytes, at) });
    at = nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }

  return entries;
}

/** @param directory Where the file's record in the central directory begins. */
function contentOf(bytes: Buffer, directory: number): Buffer {
  const local = bytes.readUInt32LE(directory + 42);
  const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  const packed = bytes.subarray(start, start + bytes.readUInt32LE(directory + 20));
  return bytes.readUInt16LE(directory + 10) === deflated ? inflateRawSync(packed) : packed;
}
