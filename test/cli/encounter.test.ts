import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { jsonLines, run } from './run.ts';

const ENCOUNTER = {
  resourceType: 'Encounter', id: 'e1', meta: { versionId: '4' }, status: 'finished', class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'AMB' },
  subject: { reference: 'Patient/p1' }, period: { start: '2026-10-20T09:00:00-05:00', end: '2026-10-20T09:20:00-05:00' },
};
const NOTE_TEXT = 'A/P: Class 1 obesity, counselled on diet. No pulmonary embolism on CT.';
const bundle = (more: readonly object[] = [], rest: object = {}) => ({
  resourceType: 'Bundle', id: 'b1', type: 'collection', ...rest,
  entry: [
    { resourceType: 'Patient', id: 'p1', gender: 'female', birthDate: '1970-02-03' },
    ENCOUNTER,
    {
      resourceType: 'DocumentReference', id: 'd1', meta: { versionId: '2' }, status: 'current', subject: { reference: 'Patient/p1' }, date: '2026-10-20T09:20:00-05:00',
      content: [{ attachment: { contentType: 'text/plain', data: Buffer.from(NOTE_TEXT).toString('base64') } }], context: { encounter: [{ reference: 'Encounter/e1' }] },
    },
    condition('c1', 'E66.9'), condition('c2', 'I26.99'), ...more,
  ].map((resource) => ({ fullUrl: `https://ehr.example.org/fhir/${(resource as { resourceType: string }).resourceType}/${(resource as { id: string }).id}`, resource })),
});

describe('countersign encounter', () => {
  it('compares both ways, and quotes from the named version of the document', async () => {
    const { code, answers: [answer] } = await run(['encounter'], jsonLines(bundle()));
    expect(code).toBe(0);
    expect(answer).toMatchObject({ id: 'b1', setting: 'office', visitLevel: { code: null, why: [{ says: expect.stringContaining('new or established') }] }, unread: [], claim: { resourceType: 'Claim', status: 'draft' } });
    expect(answer!['suggestions']).toMatchObject([{ action: 'remove', code: 'I26.99', why: 'only-negated' }, { action: 'specify', from: 'E66.9', code: 'E66.811' }]);
    const quotes = (answer!['suggestions'] as { evidence: { start: number; end: number; quote: string; document: string; version: string }[] }[]).flatMap((one) => one.evidence);
    for (const quote of quotes) {
      expect(quote).toMatchObject({ document: 'DocumentReference/d1', version: '2' });
      expect(NOTE_TEXT.slice(quote.start, quote.end)).toBe(quote.quote);
    }
    const claim = answer!['claim'] as { diagnosis: { diagnosisCodeableConcept: { coding: { code: string }[] } }[] };
    expect(claim.diagnosis.map((one) => one.diagnosisCodeableConcept.coding[0]!.code)).toEqual(['E66.811']);
  });

  it('goes by the site’s policy', async () => {
    const policy = join(mkdtempSync(join(tmpdir(), 'policy-')), 'site-policy.json');
    writeFileSync(policy, JSON.stringify({ rules: { off: ['obesity-no-diagnosis'] } }));
    const rulesOf = (answer: Readonly<Record<string, unknown>> | undefined) => (answer!['gaps'] as { rule: string }[]).map(({ rule }) => rule);
    const [byDefault, bySite] = await Promise.all([run(['encounter'], jsonLines(bundle())), run(['encounter', '--policy', policy], jsonLines(bundle()))]);
    expect(rulesOf(byDefault.answers[0])).toContain('obesity-no-diagnosis');
    expect(rulesOf(bySite.answers[0])).toEqual(rulesOf(byDefault.answers[0]).filter((rule) => rule !== 'obesity-no-diagnosis'));
  });

  it('prints the text that offsets count in', async () => {
    const { answers } = await run(['encounter', '--text'], jsonLines(bundle()));
    expect(answers).toMatchObject([{ notes: [{ document: 'DocumentReference/d1', text: NOTE_TEXT }] }]);
  });

  it('calls a searchset with a next link partial, and removes nothing then', async () => {
    const { answers } = await run(['encounter'], jsonLines(bundle([], { type: 'searchset', link: [{ relation: 'next', url: 'https://ehr.example.org/fhir?page=2' }] })));
    expect(answers[0]!['unread']).toContainEqual(expect.objectContaining({ kind: 'DocumentReference', status: 'partial' }));
    expect((answers[0]!['suggestions'] as { action: string }[]).filter((one) => one.action === 'remove')).toEqual([]);
  });

  it('says what to do with a Bundle it cannot use, and processes the rest', async () => {
    const { code, answers } = await run(['encounter'], jsonLines({ resourceType: 'Patient', id: 'x' }, { resourceType: 'Bundle', type: 'collection', entry: [] }, bundle()));
    expect(code).toBe(1);
    expect(answers).toMatchObject([{ error: { line: 1 } }, { error: { line: 2 } }, { id: 'b1' }]);
  });

  it('reads one Bundle from a file, and says when it cannot', async () => {
    expect(await run(['encounter', '--file', 'no-such-file.json'])).toMatchObject({ code: 2, errors: expect.stringContaining('cannot be read') });
  });
});

function condition(id: string, code: string): object {
  return {
    resourceType: 'Condition', id, meta: { versionId: '1' }, subject: { reference: 'Patient/p1' }, encounter: { reference: 'Encounter/e1' },
    category: [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-category', code: 'encounter-diagnosis' }] }],
    clinicalStatus: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code: 'active' }] },
    verificationStatus: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-ver-status', code: 'confirmed' }] },
    code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code }] },
  };
}
