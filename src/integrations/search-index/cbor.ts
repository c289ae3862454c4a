/** The head of a CBOR item (RFC 8949): its major type, its argument and where its content begins. */
interface Head {
  type: number;
  argument: number;
  end: number;
}

/** Major types used by Pagefind's index. */
const textType = 3;
const arrayType = 4;

/** The items of the array at `at`, each as it is written. @throws Error when there is no array. */
export function readArray(bytes: Buffer, at = 0): Buffer[] {
  const { type, argument, end } = readHead(bytes, at);
  if (type !== arrayType) throw new Error(`CBOR: expected an array at ${String(at)}.`);
  const items: Buffer[] = [];
  let start = end;
  for (let count = 0; count < argument; count++) {
    const next = skip(bytes, start);
    items.push(bytes.subarray(start, next));
    start = next;
  }
  return items;
}

/** A text item. @throws Error when it is none. */
export function readText(bytes: Buffer): string {
  const { type, argument, end } = readHead(bytes, 0);
  if (type !== textType) throw new Error('CBOR: expected a text.');
  return bytes.subarray(end, end + argument).toString();
}

/** Writes an array of written items. */
export function writeArray(items: readonly Buffer[]): Buffer {
  return Buffer.concat([writeHead(arrayType, items.length), ...items]);
}

/** Writes a text. */
export function writeText(text: string): Buffer {
  const bytes = Buffer.from(text);
  return Buffer.concat([writeHead(textType, bytes.length), bytes]);
}

/** Where the item at `at` ends. */
function skip(bytes: Buffer, at: number): number {
  const { type, argument, end } = readHead(bytes, at);
  if (type === 2 || type === textType) return end + argument;
  const inner = type === arrayType ? argument : type === 5 ? 2 * argument : type === 6 ? 1 : 0;
  let next = end;
  for (let count = 0; count < inner; count++) next = skip(bytes, next);
  return next;
}

function readHead(bytes: Buffer, at: number): Head {
  const first = bytes.readUInt8(at);
  const type = first >> 5;
  const short = first & 31;
  if (short < 24) return { type, argument: short, end: at + 1 };
  if (short > 27) throw new Error('CBOR: items of unknown length are not read.');
  const size = 2 ** (short - 24);
  const argument =
    size === 8 ? Number(bytes.readBigUInt64BE(at + 1)) : bytes.readUIntBE(at + 1, size);
  return { type, argument, end: at + 1 + size };
}

function writeHead(type: number, argument: number): Buffer {
  const head = type << 5;
  if (argument < 24) return Buffer.from([head | argument]);
  const size = argument < 2 ** 8 ? 1 : argument < 2 ** 16 ? 2 : 4;
  const bytes = Buffer.alloc(1 + size);
  bytes.writeUInt8(head | (24 + Math.log2(size)), 0);
  bytes.writeUIntBE(argument, 1, size);
  return bytes;
}
