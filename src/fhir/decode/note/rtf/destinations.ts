/**
 * Where a group's text goes (RTF 1.9.1, "Destination control words"). `shown` is part of the page although its name is marked
 * `\*`, which means: leave out what you do not know. Headers and footers are left out, since they repeat on every page what
 * is no part of the note (patient, date, page number).
 */
export type Destination = 'skipped' | 'shown' | 'fonts' | 'styles' | 'footnote' | 'list-text' | 'field-code' | 'form-field' | 'unicode';

/** Null where the word is no destination, or one whose text belongs to the page as it stands. */
export function destinationOf(word: string): Destination | null {
  return SKIPPED.has(word) ? 'skipped' : NAMED.get(word) ?? null;
}

const NAMED: ReadonlyMap<string, Destination> = new Map(Object.entries<Destination>({
  fonttbl: 'fonts', stylesheet: 'styles', footnote: 'footnote', listtext: 'list-text', pntext: 'list-text',
  fldinst: 'field-code', formfield: 'form-field', upr: 'skipped', ud: 'unicode',
  shpinst: 'shown', shptxt: 'shown', nesttableprops: 'shown',
}));

const SKIPPED = new Set([
  'colortbl', 'filetbl', 'listtable', 'listoverridetable', 'listpicture', 'revtbl', 'rsidtbl', 'pgptbl', 'xmlnstbl', 'themedata', 'colorschememapping',
  'datastore', 'latentstyles', 'mmathPr', 'generator', 'info', 'userprops', 'docvar', 'template', 'private', 'passwordhash', 'wgrffmtfilter',
  'header', 'headerl', 'headerr', 'headerf', 'footer', 'footerl', 'footerr', 'footerf',
  'ftnsep', 'ftnsepc', 'ftncn', 'aftnsep', 'aftnsepc', 'aftncn',
  'pict', 'nonshppict', 'objdata', 'objclass', 'objname', 'objalias', 'objsect', 'do', 'sp', 'shprslt',
  'annotation', 'atnid', 'atnauthor', 'atntime', 'atndate', 'atnref', 'atnparent', 'atrfstart', 'atrfend', 'atnicn',
  'bkmkstart', 'bkmkend', 'tc', 'tcn', 'xe', 'rxe', 'txe', 'nonesttables', 'pn', 'pntxta', 'pntxtb', 'falt', 'panose', 'fontemb', 'keycode', 'htmltag',
]);
