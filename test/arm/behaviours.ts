import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** How a behaviour of the stand-in is known. */
export const TAGS = ['recorded', 'source', 'assumed'] as const;

export interface Behaviour {
  readonly tag: (typeof TAGS)[number];
  readonly file: string;
  readonly text: string;
}

const COMMENT = /\/\*[\s\S]*?\*\/|(?:^[ \t]*\/\/.*\n)+/gm;
const TAGGED = new RegExp(`\\b(${TAGS.join('|')}): (.+?)(?=\\.? ?(?:\\b(?:${TAGS.join('|')}): |- \`|$))`, 'g');

/** What the comments of the sources say of behaviours, in the order of the files. */
export function behavioursIn(directory: string): Behaviour[] {
  const files = readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter(
    name => name.endsWith('.ts') && !name.endsWith('.test.ts'),
  );
  return files.sort().flatMap(name => {
    const file = relative(directory, join(directory, name)).replace(/\\/g, '/');
    return behavioursOf(readFileSync(join(directory, name), 'utf8')).map(behaviour => ({ ...behaviour, file }));
  });
}

/** What the comments of a source say of behaviours. A tag that a word of the code or a text holds is none. */
export function behavioursOf(source: string): Array<Omit<Behaviour, 'file'>> {
  return [...source.matchAll(COMMENT)].flatMap(([comment]) => {
    const text = comment
      .replace(/^\s*(\/\*\*?|\*\/|\*|\/\/)\s?|\s*\*\/$/gm, '')
      .replace(/\s+/g, ' ')
      .trim();
    return [...text.matchAll(TAGGED)].map(([, tag, what]) => ({ tag: tag as Behaviour['tag'], text: what.trim().replace(/\.$/, '') }));
  });
}
