import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Opens documents in LibreOffice and has it write each as PDF into `folder`, with settings of its own. */
export function convertByLibreOffice(documents: readonly string[], folder: string): void {
  const settings = pathToFileURL(join(folder, 'settings')).href;
  const args = [`-env:UserInstallation=${settings}`, '--headless', '--convert-to', 'pdf', '--outdir', folder];
  execFileSync(process.env.SOFFICE_PATH ?? 'soffice', [...args, ...documents], { stdio: 'pipe' });
}
