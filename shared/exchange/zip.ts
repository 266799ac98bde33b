// Opens the archive that a workbook is, before any other code sees it: its table of contents is checked, and each
// part is unpacked under a limit of bytes, whatever sizes the archive claims. What passes is packed anew without
// compression, so that whoever parses it next sees exactly what was checked.

/** The largest archive, the most parts, and the most bytes that all parts together may unpack to. */
export interface ZipLimits {
  readonly bytes: number;
  readonly entries: number;
  readonly unpacked: number;
}
/** What is wrong with an archive: what was found, what was expected. */
export class BadZip extends Error {
  readonly found: string;
  readonly expected: string;
  constructor(found: string, expected: string) {
    super(`found ${found}, expected ${expected}`);
    this.name = 'BadZip';
    this.found = found;
    this.expected = expected;
  }
}

interface Part {
  readonly name: string;
  readonly method: number;
  readonly packed: Uint8Array;
}

const signatures = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50 } as const;
const whole = 'a whole .xlsx workbook; this file ends early or is damaged';
const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;

const endOf = (view: DataView): number => {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at--)
    if (view.getUint32(at, true) === signatures.end) return at;
  throw new BadZip('no table of contents', whole);
};

const partsOf = (bytes: Uint8Array, limits: ZipLimits): Part[] => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  if (count > limits.entries) throw new BadZip(`${count} parts`, `at most ${limits.entries}`);
  const parts = new Map<string, Part>();
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < count; i++) {
    if (view.getUint32(at, true) !== signatures.central)
      throw new BadZip('a damaged table of contents', whole);
    const [flags, method] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)];
    const size = view.getUint32(at + 20, true);
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    const local = view.getUint32(at + 42, true);
    if ((flags & 1) === 1) throw new BadZip('a password', 'a workbook without one');
    if (method !== 0 && method !== 8)
      throw new BadZip(`the compression ${method}`, 'a workbook as spreadsheet programs write it');
    if (parts.has(name)) throw new BadZip(`two parts “${name}”`, 'each part once');
    if (view.getUint32(local, true) !== signatures.local) throw new BadZip('a damaged part', whole);
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    if (start + size > bytes.length) throw new BadZip('a part beyond the end of the file', whole);
    parts.set(name, { name, method, packed: bytes.subarray(start, start + size) });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return [...parts.values()];
};

const joined = (chunks: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
};

/** A part's bytes, at most `most`. */
const unpack = async ({ name, method, packed }: Part, most: number): Promise<Uint8Array<ArrayBuffer>> => {
  const tooMuch = new BadZip(
    `a part “${name}” that unpacks to more than the rest allows`,
    'a workbook, no archive bomb',
  );
  if (method === 0) {
    if (packed.length > most) throw tooMuch;
    return packed.slice();
  }
  const stream = new Blob([packed.slice()]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  const reader = stream.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      length += next.value.length;
      if (length > most) {
        await reader.cancel();
        throw tooMuch;
      }
      chunks.push(next.value);
    }
  } catch (error) {
    throw error instanceof BadZip ? error : new BadZip(`a part “${name}” that does not unpack`, whole);
  }
  return joined(chunks, length);
};

/**
 * Unpacks the parts whose names `wanted` accepts.
 * @throws BadZip for what is no archive, is damaged, encrypted or beyond the limits
 */
export const unzip = async (
  bytes: Uint8Array,
  limits: ZipLimits,
  wanted: (name: string) => boolean,
): Promise<Map<string, Uint8Array<ArrayBuffer>>> => {
  if (bytes.length === 0) throw new BadZip('an empty file', 'an .xlsx workbook');
  if (bytes.length > limits.bytes)
    throw new BadZip(megabytes(bytes.length), `a workbook of at most ${megabytes(limits.bytes)}`);
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf)
    throw new BadZip('an old .xls workbook, or one with a password', 'an .xlsx workbook without a password');
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw new BadZip('no workbook at all', 'an .xlsx workbook');
  let parts: Part[];
  try {
    parts = partsOf(bytes, limits);
  } catch (error) {
    throw error instanceof RangeError ? new BadZip('an offset beyond the end of the file', whole) : error;
  }
  const unpacked = new Map<string, Uint8Array<ArrayBuffer>>();
  let left = limits.unpacked;
  for (const part of parts) {
    if (!wanted(part.name)) continue;
    const content = await unpack(part, left);
    left -= content.length;
    unpacked.set(part.name, content);
  }
  return unpacked;
};

const header = (signature: number, name: Uint8Array, size: number, local?: number): Uint8Array => {
  const bytes = new Uint8Array((local === undefined ? 30 : 46) + name.length);
  const view = new DataView(bytes.buffer);
  const shift = local === undefined ? 0 : 2;
  view.setUint32(0, signature, true);
  view.setUint16(4 + shift, 20, true);
  view.setUint32(18 + shift, size, true);
  view.setUint32(22 + shift, size, true);
  view.setUint16(26 + shift, name.length, true);
  if (local !== undefined) view.setUint32(42, local, true);
  bytes.set(name, local === undefined ? 30 : 46);
  return bytes;
};

/** An archive of the parts, uncompressed, without checksums: made to be read at once, not to be kept. */
export const packStored = (parts: ReadonlyMap<string, Uint8Array>): ArrayBuffer => {
  const chunks: Uint8Array[] = [];
  const contents: Uint8Array[] = [];
  let at = 0;
  for (const [text, content] of parts) {
    const name = new TextEncoder().encode(text);
    const local = header(signatures.local, name, content.length);
    contents.push(header(signatures.central, name, content.length, at));
    chunks.push(local, content);
    at += local.length + content.length;
  }
  const size = contents.reduce((sum, { length }) => sum + length, 0);
  const end = new Uint8Array(22);
  const view = new DataView(end.buffer);
  view.setUint32(0, signatures.end, true);
  view.setUint16(8, parts.size, true);
  view.setUint16(10, parts.size, true);
  view.setUint32(12, size, true);
  view.setUint32(16, at, true);
  const all = [...chunks, ...contents, end];
  return joined(all, at + size + end.length).buffer;
};
