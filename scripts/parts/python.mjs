import { spawnSync } from 'node:child_process';
import { installOnDebian } from './debian.mjs';

/**
 * Whether there is a python3, which makes the bank's sample files that the tests read: one that is installed, or, as
 * root on Debian, installed now.
 */
export function hasPython() {
  return runs() || (installOnDebian(['python3'], 'the sample files of the tests') && runs());
}

function runs() {
  return spawnSync('python3', ['--version']).status === 0;
}
