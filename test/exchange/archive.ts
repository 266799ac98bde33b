// Archives made by hand, so that a test can say what no writer of workbooks would write.
import { deflateRawSync } from 'node:zlib';

/** A part of an archive; what is not said is as it should be. */
export interface Part {
  readonly name: string;
  readonly content: Uint8Array | string;
  /** The size before compression that the archive claims. */
  readonly claimed?: number;
  readonly flags?: number;
  readonly method?: number;
}

const bytesOf = (content: Uint8Array | string): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content;

/** A zip archive of the parts, compressed. */
export const archive = (parts: readonly Part[]): Uint8Array => {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let at = 0;
  for (const { name, content, claimed, flags = 0, method = 8 } of parts) {
    const plain = bytesOf(content);
    const packed = method === 0 ? Buffer.from(plain) : deflateRawSync(plain);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(name.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(flags, 8);
    central.writeUInt16LE(method, 10);
    central.writeUInt32LE(packed.length, 20);
    central.writeUInt32LE(claimed ?? plain.length, 24);
    central.writeUInt16LE(name.length, 28);
    central.writeUInt32LE(at, 42);
    locals.push(local, Buffer.from(name), packed);
    centrals.push(central, Buffer.from(name));
    at += 30 + name.length + packed.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...locals, directory, end]));
};

/** The parts of a workbook whose only sheet, `kpis`, has this XML inside `sheetData`, and perhaps more after it. */
export const workbookParts = (rows: string, after = ''): Part[] => [
  {
    name: 'xl/_rels/workbook.xml.rels',
    content:
      '<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
  },
  {
    name: 'xl/workbook.xml',
    content: '<workbook><sheets><sheet name="kpis" sheetId="1" r:id="rId1"/></sheets></workbook>',
  },
  {
    name: 'xl/worksheets/sheet1.xml',
    content: `<worksheet><sheetData>${rows}</sheetData>${after}</worksheet>`,
  },
];
