import type { Json } from './json';
import { entriesOf, isObject, mapTexts } from './json';

/** Locals that refer to locals are followed this far. */
const ROUNDS = 3;
const WHOLE = /^\$\{[ \t\r\n]*local\.([\w-]+(?:\.[\w-]+)*)[ \t\r\n]*\}$/;
const PART = /\$\$\{|\$\{[ \t\r\n]*local\.([\w-]+)[ \t\r\n]*\}/g;

/** The locals of a configuration by name, with the locals in them followed. */
export function localsOf(configuration: Json): Json {
  let locals: Json = Object.fromEntries(entriesOf(configuration.locals));
  for (let round = 0; round < ROUNDS && Object.keys(locals).length > 0; round++) {
    locals = Object.fromEntries(Object.entries(locals).map(([name, value]) => [name, withLocals(value, locals)]));
  }
  return locals;
}

/** The value with locals in the place of the references to them. */
export function withLocals(value: unknown, locals: Json): unknown {
  return Object.keys(locals).length === 0 ? value : mapTexts(value, text => substituted(text, locals));
}

function substituted(text: string, locals: Json): unknown {
  const path = WHOLE.exec(text)?.[1].split('.');
  if (path) {
    let found: unknown = locals;
    for (const name of path) {
      found = isObject(found) ? found[name] : undefined;
    }
    return found ?? text;
  }
  return text.replace(PART, (reference, name?: string) => {
    const local = name === undefined ? undefined : locals[name];
    return ['string', 'number', 'boolean'].includes(typeof local) ? String(local) : reference;
  });
}
