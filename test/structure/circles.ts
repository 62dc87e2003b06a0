import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** What each file imports or re-exports, types alike: TypeScript's own reading of its import statements. */
function importsOf(file: string, known: ReadonlySet<string>): string[] {
  return ts
    .preProcessFile(readFileSync(file, 'utf8'), true, true)
    .importedFiles.filter(({ fileName }) => fileName.startsWith('.'))
    .map(({ fileName }) => resolved(path.posix.join(path.posix.dirname(file), fileName)))
    .filter((target) => known.has(target));
}

function resolved(target: string): string {
  return [`${target}.ts`, `${target}.tsx`, `${target}/index.ts`].find(existsSync) ?? target;
}

/** Groups of files each of which reaches every other one through imports (Tarjan's strongly connected components). */
export function circlesAmong(files: readonly string[]): string[][] {
  const known = new Set(files);
  const walk = new Walk((file) => importsOf(file, known));
  for (const file of files) walk.visit(file);
  return walk.circles;
}

class Walk {
  readonly circles: string[][] = [];
  private readonly order = new Map<string, number>();
  private readonly open: string[] = [];

  constructor(private readonly next: (file: string) => readonly string[]) {}

  /** The earliest file, by order of visits, that this one reaches and that is still open. */
  visit(file: string): number {
    const place = this.order.get(file);
    if (place !== undefined) return this.open.includes(file) ? place : Infinity;
    const own = this.order.size;
    this.order.set(file, own);
    this.open.push(file);
    const lowest = Math.min(own, ...this.next(file).map((target) => this.visit(target)));
    if (lowest === own) this.close(file);
    return lowest;
  }

  private close(file: string): void {
    const group = this.open.splice(this.open.indexOf(file));
    if (group.length > 1) this.circles.push(group);
  }
}
