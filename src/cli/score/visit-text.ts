import type { JsonRecord } from '../json-lines.ts';

/**
 * A visit note as a person writes it for a gold set: lines `date:`, `setting:`, `type:`, `codes:`, `optional:`, `mustNot:` (codes divided by
 * blanks), a line `---`, then the note. Null where the text is something else.
 */
export function readVisit(file: string, name: string): JsonRecord | null {
  const cut = file.indexOf('\n---\n');
  if (cut < 0) return null;
  const fields = new Map(file.slice(0, cut).split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]));
  if (!fields.has('codes')) return null;
  const codes = (field: string): readonly string[] => (fields.get(field) ?? '').split(/\s+/).filter((code) => code !== '');
  return {
    id: name, note: file.slice(cut + 5), serviceDate: fields.get('date'), setting: fields.get('setting'), noteType: fields.get('type'),
    codes: codes('codes'), optional: codes('optional'), mustNot: codes('mustNot'),
  };
}
