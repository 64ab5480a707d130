import { readdirSync, readFileSync } from 'node:fs';

const FOLDER = new URL('../test/catalogue/guidelines/', import.meta.url);

/** The page of the coding guidelines that the catalogue's encounters show at work. */
export function guidelinePage(): string {
  const sections = readdirSync(FOLDER, { withFileTypes: true }).filter((one) => one.isDirectory()).map(({ name }) => name);
  const rows = sections.flatMap((section) => casesOf(section)).toSorted((a, b) => a.guideline.localeCompare(b.guideline, 'en', { numeric: true }) || a.path.localeCompare(b.path));
  return `<!-- Generated from test/catalogue/guidelines by "npm run docs"; do not edit. -->
# Coding guidelines at work

Each row is a small invented encounter with the answer of a coder, held to by \`test/catalogue/guidelines.test.ts\`. *Fires*: the guideline
decides a code. *Look-alike*: nearly the same words, where it must not. Sections are those of the ICD-10-CM Official Guidelines for Coding
and Reporting. ${sections.length} subjects, ${rows.length} encounters.

| section | what it shows | encounter |
|---|---|---|
${rows.map(({ guideline, shows, path, kind }) => `| ${guideline} | ${shows} | [${kind}](../test/catalogue/guidelines/${path}) |`).join('\n')}
`;
}

interface Case {
  readonly guideline: string;
  readonly shows: string;
  readonly path: string;
  readonly kind: string;
}

function casesOf(section: string): readonly Case[] {
  return readdirSync(new URL(`${section}/`, FOLDER)).toSorted().map((file) => {
    const line = /^guideline: *(.*)$/m.exec(readFileSync(new URL(`${section}/${file}`, FOLDER), 'utf8'))?.[1] ?? '';
    const [guideline = '', shows = ''] = line.split('|').map((part) => part.trim());
    return { guideline, shows, path: `${section}/${file}`, kind: file.startsWith('fires') ? 'fires' : 'look-alike' };
  });
}
