import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { installOnDebian } from './debian.mjs';

/**
 * A program that tests need and npm does not bring.
 *
 * @typedef {object} Tool
 * @property {string} variable names its place to the tests, and to us when it is set before
 * @property {string[]} names what it is called in the path
 * @property {string[]} elsewhere where it also lies
 * @property {string[]} packages what brings it on Debian
 */

/** @type {Tool} */
export const CHROMIUM = {
  variable: 'CHROMIUM_PATH',
  names: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'],
  elsewhere: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  packages: ['chromium'],
};

/** Its fonts have the widths of Times New Roman. @type {Tool} */
export const LIBREOFFICE = {
  variable: 'SOFFICE_PATH',
  names: ['soffice', 'libreoffice'],
  elsewhere: ['/Applications/LibreOffice.app/Contents/MacOS/soffice'],
  packages: ['libreoffice-writer-nogui', 'fonts-liberation'],
};

/** Its other programs lie beside it. @type {Tool} */
export const POPPLER = {
  variable: 'PDFTOTEXT_PATH',
  names: ['pdftotext'],
  elsewhere: [],
  packages: ['poppler-utils'],
};

/**
 * Finds tools; those that are missing are installed now when this is root on Debian.
 *
 * @param {Tool[]} tools
 * @returns places by variable, and the tools that are still missing
 */
export function findTools(tools) {
  const absent = tools.filter((tool) => !placeOf(tool));
  if (absent.length > 0)
    installOnDebian(
      absent.flatMap((tool) => tool.packages),
      'the tests',
    );
  const found = tools.map((tool) => [tool.variable, placeOf(tool)]);
  return {
    places: Object.fromEntries(found.filter(([, place]) => place)),
    missing: tools.filter((tool) => !placeOf(tool)),
  };
}

function placeOf({ variable, names, elsewhere }) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const inPath = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  return [process.env[variable], ...inPath, ...elsewhere].filter(Boolean).find(isExecutable);
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
