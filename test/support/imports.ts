import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import * as ts from 'typescript';

const LIB = join(__dirname, '..', '..', 'lib');

/** One import of a file of lib by another. */
export interface Import {
  readonly from: string;
  readonly to: string;
  /** Whether nothing of it is left at run time. */
  readonly isTypeOnly: boolean;
}

/** The TypeScript files of lib, relative to it. */
export const FILES: string[] = readdirSync(LIB, { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith('.ts') && !file.endsWith('.d.ts'))
  .sort();

/** All imports and re-exports between files of lib. */
export const IMPORTS: Import[] = FILES.flatMap(file => importsOf(file));

/** The room of a file: its folder, or the file itself where it lies in none. */
export function roomOf(file: string): string {
  return file.split('/')[0];
}

/** The lines of a file. */
export function linesOf(file: string): number {
  return readFileSync(join(LIB, file), 'utf8').trimEnd().split('\n').length;
}

/** The nodes that can reach themselves. */
export function nodesInCycles(edges: ReadonlyArray<readonly [from: string, to: string]>): string[] {
  const next = new Map<string, Set<string>>();
  edges.forEach(([from, to]) => next.set(from, (next.get(from) ?? new Set()).add(to)));
  const reachesItself = (start: string) => {
    const seen = new Set<string>();
    const open = [...(next.get(start) ?? [])];
    while (open.length > 0) {
      const node = open.pop()!;
      if (node === start) {
        return true;
      }
      if (!seen.has(node)) {
        seen.add(node);
        open.push(...(next.get(node) ?? []));
      }
    }
    return false;
  };
  return [...next.keys()].filter(reachesItself);
}

function importsOf(file: string): Import[] {
  const source = ts.createSourceFile(file, readFileSync(join(LIB, file), 'utf8'), ts.ScriptTarget.Latest);
  return source.statements.flatMap(statement => {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) {
      return [];
    }
    const { moduleSpecifier } = statement;
    if (!moduleSpecifier || !ts.isStringLiteral(moduleSpecifier) || !moduleSpecifier.text.startsWith('.')) {
      return [];
    }
    const isTypeOnly = ts.isImportDeclaration(statement) ? statement.importClause?.isTypeOnly === true : statement.isTypeOnly;
    return [{ from: file, to: targetOf(file, moduleSpecifier.text), isTypeOnly }];
  });
}

function targetOf(file: string, specifier: string): string {
  const path = resolve(LIB, dirname(file), specifier);
  return relative(LIB, existsSync(`${path}.ts`) ? `${path}.ts` : join(path, 'index.ts'));
}
