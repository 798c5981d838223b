import { existsSync, readdirSync } from 'node:fs';
import type { Project } from 'projen';
import { JsonFile } from 'projen';

/** The configuration of the cdktf CLI of each example. */
export function addExamples(project: Project): void {
  for (const name of readdirSync('examples').filter(entry => existsSync(`examples/${entry}/main.ts`))) {
    new JsonFile(project, `examples/${name}/cdktf.json`, {
      marker: false,
      obj: {
        language: 'typescript',
        app: 'npx tsx --tsconfig ../../tsconfig.dev.json main.ts',
        projectId: name,
        sendCrashReports: 'false',
      },
    });
  }
}
