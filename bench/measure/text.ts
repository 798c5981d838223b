import { runApp } from './apps';
import { interleave } from './rounds';
import { minimum } from './statistics';

/** How the time for long texts grows with their length. */
export interface TextGrowth {
  readonly characters: readonly [shorter: number, longer: number];
  readonly milliseconds: readonly [shorter: number, longer: number];
}

const CHARACTERS = [2 ** 16, 2 ** 18] as const;

export function measureText(rounds: number): TextGrowth {
  const [shorter, longer] = interleave(CHARACTERS, rounds, characters => runApp<number>('text', { characters }));
  return { characters: CHARACTERS, milliseconds: [minimum(shorter), minimum(longer)] };
}
