import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createContext, runInContext } from 'node:vm';

const PACKAGE = '@kusto/language-service-next';
const FILES = ['bridge.min.js', 'Kusto.Language.Bridge.min.js'];

/** The columns of a table: `TimeGenerated: datetime, Log: string`. */
export type Tables = { readonly [table: string]: string };

/** The columns that the tables of sessions have. */
const COLUMNS =
  'TimeGenerated: datetime, SessionPoolName: string, OperationName: string, Log: string, Level: string, Location: string, ' +
  'NodeName: string, PodName: string, _ResourceId: string';

/** The tables of sessions. */
export const SESSION_TABLES: Tables = {
  AppEnvSessionConsoleLogs: COLUMNS,
  AppEnvSessionLifecycleLogs: COLUMNS,
  AppEnvSessionPoolEventLogs: COLUMNS,
};

/** The columns of `AppEnvSessionConsoleLogs_CL` are not known: none, those of the other tables, or those with the suffix of custom logs. */
export const CUSTOM_COLUMNS = ['TimeGenerated: datetime', COLUMNS, COLUMNS.replace(/(\w+): string/g, '$1_s: string')];

interface Diagnostic {
  readonly Severity: string;
  readonly Message: string;
}

interface Language {
  readonly KustoCode: {
    ParseAndAnalyze(text: string, globals: unknown): { GetDiagnostics(): { readonly Count: number; getItem(index: number): Diagnostic } };
  };
  readonly GlobalState: { readonly Default: { WithDatabase(database: unknown): unknown } };
  readonly Symbols: {
    readonly TableSymbol: { readonly $ctor7: new (name: string, schema: string, description: string) => unknown };
    readonly DatabaseSymbol: { readonly $ctor1: new (name: string, tables: unknown[]) => unknown };
  };
}

let language: Language | undefined;

/** Why queries cannot be analysed here, if they cannot. */
export function whyNoKusto(): string | undefined {
  try {
    require.resolve(`${PACKAGE}/package.json`);
    return undefined;
  } catch {
    return `${PACKAGE} is not installed`;
  }
}

/** What Microsoft's grammar of Kusto says about a query over these tables: unknown tables, columns and functions as well. */
export function kustoFailures(query: string, tables: Tables): string[] {
  const { KustoCode, GlobalState, Symbols } = load();
  const symbols = Object.entries(tables).map(([name, columns]) => new Symbols.TableSymbol.$ctor7(name, `(${columns})`, ''));
  const globals = GlobalState.Default.WithDatabase(new Symbols.DatabaseSymbol.$ctor1('workspace', symbols));
  const diagnostics = KustoCode.ParseAndAnalyze(query, globals).GetDiagnostics();
  return Array.from({ length: diagnostics.Count }, (_, index) => diagnostics.getItem(index))
    .filter(({ Severity }) => Severity === 'Error')
    .map(({ Message }) => Message);
}

/** The package is a script for a browser: it expects what it defines to be global. */
function load(): Language {
  if (!language) {
    const folder = dirname(require.resolve(`${PACKAGE}/package.json`));
    const context = createContext({ console, setTimeout, clearTimeout }) as { Kusto?: { readonly Language: Language } };
    FILES.forEach(file => runInContext(readFileSync(join(folder, file), 'utf8'), context, { filename: file }));
    language = context.Kusto!.Language;
  }
  return language;
}
