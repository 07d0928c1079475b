import { spawnSync } from 'node:child_process';
import { say } from './project.mjs';

/** Why a package could not be installed, for whoever has to do it by hand. */
export const NEEDS_ROOT_ON_DEBIAN =
  'only root on Debian or Ubuntu, with its package sources reachable, can install it here';

/** Installs Debian packages where that is possible: as root, with apt. @returns whether they were installed */
export function installOnDebian(packages, purpose) {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) return false;
  say(`Installing ${packages.join(', ')} for ${purpose} (apt-get)…`);
  const options = {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  spawnSync('apt-get', ['update', '-qq'], options);
  const install = ['install', '-y', '-qq', '--no-install-recommends', ...packages];
  const { status } = spawnSync('apt-get', install, options);
  if (status !== 0) say(`✗ apt-get ${install.join(' ')} ended with ${status}.`);
  return status === 0;
}
