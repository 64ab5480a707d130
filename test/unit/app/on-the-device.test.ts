import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ReviewParts } from '../../../src/app/review-line.ts';
import { signatureVerifier } from '../../../src/cli/audit-signature.ts';
import { createVerifier } from '../../../src/domain/audit/index.ts';
import { FakeWriter, OBESITY } from '../../support/app-fakes.ts';
import { collect, profile, type Profile } from '../store/support.ts';
import { signObesity, start, TO_ENCOUNTER } from './start.ts';

/** The line on the real vault: encrypted, in a database, with two tabs that hear of each other. */
let browser: Profile;
beforeEach(() => { browser = profile(); });
afterEach(() => browser.close());

const vault = (): ReviewParts['vault'] => (ehr, user) => browser.tab({ ehr, user: user.reference });

it('what was signed and not written is found by the next tab, finished, and gone', async () => {
  const writer = new FakeWriter();
  writer.next.set('update-encounter', { outcome: 'refused', why: 'The encounter is locked.' });
  const before = start({ vault: vault(), writer: async () => writer });
  await signObesity(before);
  expect(before.now()).toMatchObject({ phase: 'done', open: { unfinished: expect.anything() as unknown } });
  const after = start({ vault: vault(), writer: async () => writer });
  await after.until('reviewing');
  expect(after.open().unfinished).not.toBeNull();
  after.line.toReceipts();
  await after.line.retryFailed();
  expect(after.now()).toMatchObject({ phase: 'done', open: { unfinished: null } });
  expect(await after.line.unsent()).toBe(0);
});

it('another tab hears what is decided here', async () => {
  const [one, two] = [start({ vault: vault() }), start({ vault: vault() })];
  await Promise.all([one.until('reviewing'), two.until('reviewing')]);
  one.line.decide(OBESITY.id, TO_ENCOUNTER);
  await expect.poll(() => two.open().elsewhere.get(OBESITY.id)?.what).toBe('accepted');
});

it('the log of a whole review verifies, and its anchored head is one of it', async () => {
  const writer = new FakeWriter();
  const review = start({ vault: vault(), writer: async () => writer });
  await review.until('reviewing');
  review.line.shown([OBESITY.id]);
  await signObesity(review);
  await expect.poll(() => writer.anchors.length).toBe(1);
  const lines = await collect(review.line.exportLog() ?? nothing());
  const heads = writer.anchors.flatMap(({ steps }) => steps.flatMap(({ action }) => (action.kind === 'anchor-log' ? [action.head] : [])));
  const verifier = createVerifier({ verifySignature: signatureVerifier(), anchors: heads });
  expect(heads).toHaveLength(1);
  for (const line of lines) await verifier.line(line);
  expect(await verifier.end()).toMatchObject({ kind: 'intact' });
  expect(lines.join('\n')).not.toMatch(/counselled|Rosa|Ada Example/);
});

async function* nothing(): AsyncIterable<string> { /* No log. */ }
