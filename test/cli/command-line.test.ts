import { describe, expect, it } from 'vitest';
import { jsonLines, run } from './run.ts';

describe('countersign', () => {
  it('tells what it can do', async () => {
    const { code, output } = await run(['--help']);
    expect(code).toBe(0);
    for (const command of ['abbreviation', 'analyze', 'assert', 'encounter', 'lookup']) expect(output).toContain(command);
  });

  it.each(['abbreviation', 'analyze', 'assert', 'encounter', 'lookup'])('%s --help describes input and output', async (command) => {
    const { code, output } = await run([command, '--help']);
    expect(code).toBe(0);
    expect(output).toContain('Each input line');
  });

  it('refuses an unknown command and an unknown option, and says where to look', async () => {
    expect(await run(['analyse'])).toMatchObject({ code: 2, errors: expect.stringContaining('no command "analyse"') });
    expect(await run(['assert', '--fast'])).toMatchObject({ code: 2, errors: expect.stringContaining('countersign assert --help') });
  });

  it('answers every line in order, bad ones with an error, and exits with 1', async () => {
    const input = [...jsonLines({ id: 'a', text: 'No fever.', target: 'fever' }), '{"id": broken\n', '\n', '[1]\n', ...jsonLines({ id: 'b', text: 'Fever.', target: 'rash' }, { id: 'c', text: 'Has fever.', target: 'FEVER' })];
    const { code, answers, errors } = await run(['assert'], input);
    expect(code).toBe(1);
    expect(answers).toMatchObject([
      { id: 'a', status: 'absent' },
      { id: null, error: { line: 2, message: expect.stringContaining('Not JSON') } },
      { id: null, error: { line: 4, message: expect.stringContaining('Not a JSON object') } },
      { id: 'b', error: { line: 5, message: expect.stringContaining('does not occur') } },
      { id: 'c', status: 'present' },
    ]);
    expect(errors).toContain('3 of 6 lines');
  });

  it('reads lines however the bytes are cut, with CR LF, a byte order mark, U+2028 and no last line feed', async () => {
    const bytes = Buffer.from(`\uFEFF${JSON.stringify({ id: 1, text: 'Pas de fièvre; no fever\u2028here', target: 'fever' })}\r\n${JSON.stringify({ id: 2, text: 'fever', target: 'fever' })}`);
    const { code, answers } = await run(['assert'], Array.from(bytes, (byte) => Uint8Array.of(byte)));
    expect(code).toBe(0);
    expect(answers.map(({ id, status }) => [id, status])).toEqual([[1, 'absent'], [2, 'present']]);
  });

  it('never repeats the text of a note in an error', async () => {
    const { answers } = await run(['assert'], jsonLines({ id: 'x', text: 'Secret words', start: 5, end: 900 }));
    expect(JSON.stringify(answers)).not.toContain('Secret');
  });
});

describe('countersign assert', () => {
  it.each([
    ['Patient denies chest pain.', 'chest pain', 'absent', 'negation'],
    ['Probable pneumonia.', 'pneumonia', 'possible', 'uncertainty'],
    ['Mother has diabetes.', 'diabetes', 'family', 'family'],
    ['Husband has influenza.', 'influenza', 'other-person', 'other-person'],
    ['Return if fever develops.', 'fever', 'hypothetical', 'hypothetical'],
  ])('%s', async (text, target, status, kind) => {
    const { answers } = await run(['assert'], jsonLines({ id: 1, text, target }));
    expect(answers).toMatchObject([{ status, cues: expect.arrayContaining([expect.objectContaining({ kind })]) }]);
    for (const cue of answers[0]!['cues'] as { start: number; end: number; text: string }[]) expect(text.slice(cue.start, cue.end)).toBe(cue.text);
  });
});

describe('countersign analyze', () => {
  it('reads nothing from a note that is not English, and says so', async () => {
    const { answers } = await run(['analyze'], jsonLines({ id: 'es', text: 'Paciente con diabetes e hipertensión que acude por dolor desde hace dos días.' }, { id: 'en', text: 'A/P: COPD, stable.' }));
    expect(answers[0]).toEqual({ id: 'es', language: 'not English', mentions: [], suggestions: [], leftOut: [] });
    expect(answers[1]).not.toHaveProperty('language');
  });

  const note = 'HPI: Feels well. Denies chest pain.\nA/P:\n1. Essential hypertension, at goal. Continue lisinopril.\n2. Type 2 diabetes with CKD stage 3b.\n3. Possible sleep apnea, sleep study ordered.\n';

  it('prints what is understood and what a coder would report, quoted verbatim', async () => {
    const { code, answers } = await run(['analyze'], jsonLines({ id: 'n', text: note, serviceDate: '2026-10-20', age: '63.0', sex: 'male ' }));
    expect(code).toBe(0);
    const [{ mentions, suggestions, leftOut }] = answers as never as [{ mentions: Printed[]; suggestions: Printed[]; leftOut: { code: string }[] }];
    for (const mention of mentions) expect(note.slice(mention.start, mention.end)).toBe(mention.text);
    for (const suggestion of suggestions) expect(note.slice(suggestion.start, suggestion.end)).toBe(suggestion.quote);
    const codes = suggestions.map(({ code: reported }) => reported);
    expect(codes).toEqual(expect.arrayContaining(['E11.22', 'N18.32']));
    expect(codes).not.toContain('G47.30');
    expect(codes).not.toContain('R07.9');
    expect(leftOut.map((left) => left.code)).toEqual(expect.arrayContaining(['R07.9']));
  });

  it('takes the release in force on the day of service', async () => {
    const text = 'Assessment: Plantar fascial fibromatosis.';
    const { answers } = await run(['analyze'], jsonLines({ id: 26, text, serviceDate: '2026-09-30' }, { id: 27, text, serviceDate: '2026-10-01' }, { id: 31, text, serviceDate: '2031-01-01' }));
    expect(answers[0]).toMatchObject({ suggestions: [{ code: 'M72.2' }] });
    expect(JSON.stringify(answers[1]!['suggestions'])).not.toContain('"M72.2"');
    expect(answers[2]).toMatchObject({ id: 31, error: { message: expect.stringContaining('No loaded code-set release') } });
  });

  it('says what is wrong with a field', async () => {
    const { answers } = await run(['analyze'], jsonLines({ id: 1 }, { id: 2, text: 'x', setting: 'spa' }, { id: 3, text: 'x', serviceDate: '20.10.2026' }, { id: 4, text: '' }));
    expect(answers).toMatchObject([
      { error: { message: '"text" is missing or not a text.' } }, { error: { message: expect.stringContaining('outpatient') } },
      { error: { message: expect.stringContaining('YYYY-MM-DD') } }, { id: 4, mentions: [], suggestions: [] },
    ]);
  });
});

interface Printed { readonly start: number; readonly end: number; readonly text: string; readonly quote: string; readonly code: string }

describe('countersign lookup', () => {
  it('prints codes best first, [] when nothing fits', async () => {
    const { answers } = await run(['lookup'], jsonLines({ id: 1, term: 'high blood pressure' }, { id: 2, term: 'zzzz qqqq' }));
    expect(answers).toMatchObject([{ id: 1, codes: [{ code: 'I10', billable: true }, ...((answers[0]!['codes'] as unknown[]).slice(1))] }, { id: 2, codes: [] }]);
  });
});
