import { defined } from '../../engine/defined';
import { isObject } from '../../engine/request';
import type { ImportHow, Mapped } from '../../imports/reading/file';
import { fold } from '../../table/text';
import { documentStore } from '../keeping/stores';
import { digest } from '../secrets/codes';

/** What was said in earlier imports: products of other makers, and how the columns of a file were mapped. */

const name = 'imports';
/** Mappings of so many kinds of files. */
const mostMappings = 20;

interface Remembered {
  readonly products: Readonly<Record<string, string>>;
  /** By the headers of the file; the latest last. */
  readonly mappings: readonly { readonly headers: string; readonly mapping: readonly Mapped[] }[];
}

function isRemembered(value: unknown): value is Remembered {
  return isObject(value) && isObject(value.products) && Array.isArray(value.mappings);
}

function remembered(): Remembered {
  return documentStore().get(name, isRemembered) ?? { products: {}, mappings: [] };
}

/** How a file is read, with what was said before where nothing is said now. */
export function withRemembered(how: ImportHow, headers: readonly string[]): ImportHow {
  const { products, mappings } = remembered();
  const open = !how.mapping.length && (how.format === 'auto' || how.format === 'mapped');
  const mapping = open ? mappings.find((one) => one.headers === nameOf(headers))?.mapping : undefined;
  return { ...how, products: { ...products, ...how.products }, ...defined({ mapping }) };
}

/** Keeps what was said of this file for later ones. */
export function remember({ products, mapping }: ImportHow, headers: readonly string[]): void {
  const before = remembered();
  const others = before.mappings.filter((one) => one.headers !== nameOf(headers));
  const mappings = mapping.length ? [...others, { headers: nameOf(headers), mapping }] : before.mappings;
  const after = { products: { ...before.products, ...products }, mappings: mappings.slice(-mostMappings) };
  if (JSON.stringify(after) !== JSON.stringify(before)) documentStore().set(name, after);
}

function nameOf(headers: readonly string[]): string {
  return digest(headers.map(fold).join('\n'));
}
