const UNITS: Readonly<Record<string, number>> = { '': 1, b: 1, kb: 1e3, mb: 1e6, kib: 1024, mib: 1024 ** 2 };

/** A size in bytes from `10mb`, `512 KiB` or a plain number; `undefined` where it is none, or not positive. */
export function parseSize(raw: string): number | undefined {
  const [, digits = '', unit = ''] = /^(\d{1,12}) ?([a-z]{0,3})$/i.exec(raw.trim()) ?? [];
  const factor = UNITS[unit.toLowerCase()];
  const bytes = digits === '' || factor === undefined ? 0 : Number(digits) * factor;
  return bytes > 0 ? bytes : undefined;
}
