import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICY } from '../../../src/domain/model/index.ts';
import { contentSecurityPolicy, readSite } from '../../../scripts/vite/site.ts';

const EHR = { fhir: 'https://ehr.example.org/fhir/r4', authorization: ['https://login.example.org'], clientId: 'c1', scope: 'openid' };
const SITE = { name: 'Example', ehrs: [EHR], roles: [{ code: 'doctor', role: 'clinician' }] };

describe('the site file', () => {
  it('that ships is in order', () => {
    expect(readSite(resolve(import.meta.dirname, '../../../launch/site.json')).ehrs).toHaveLength(1);
  });

  it('is taken as it is when it is right', () => {
    expect(readSite(file(SITE))).toEqual(SITE);
    const whole = {
      ...SITE, ehrs: [{ ...EHR, profile: 'epic', companion: { fhir: 'https://companion.example.org/fhir', access: 'cookie' } }],
      policy: { defaultTarget: 'problem-list-item', openCards: 3, confidence: { show: 0.5 }, idleMinutes: null },
    };
    expect(readSite(file(whole))).toEqual({ ...whole, policy: { ...DEFAULT_POLICY, ...whole.policy, confidence: { ...DEFAULT_POLICY.confidence, show: 0.5 } } });
  });

  it.each([
    ['not JSON', '{', /cannot be read as JSON/],
    ['no object', [], /one JSON object/],
    ['no name', { ...SITE, name: 3 }, /"name" must be a text/],
    ['no EHR', { ...SITE, ehrs: [] }, /at least one EHR/],
    ['plain http', { ...SITE, ehrs: [{ ...EHR, fhir: 'http://ehr.example.org/fhir' }] }, /ehrs\[0\]\.fhir must be an https URL/],
    ['a trailing slash', { ...SITE, ehrs: [{ ...EHR, fhir: 'https://ehr.example.org/fhir/' }] }, /without a trailing slash/],
    ['a protocol-relative base', { ...SITE, ehrs: [{ ...EHR, fhir: '//evil.example' }] }, /must be an https URL/],
    ['a directive smuggled into the policy', { ...SITE, ehrs: [{ ...EHR, fhir: 'https://x.example; script-src *' }] }, /must be an https URL/],
    ['an origin with a path', { ...SITE, ehrs: [{ ...EHR, authorization: ['https://login.example.org/oauth'] }] }, /must list origins/],
    ['no client id', { ...SITE, ehrs: [{ ...EHR, clientId: '' }] }, /clientId/],
    ['an unknown profile', { ...SITE, ehrs: [{ ...EHR, profile: 'meditech' }] }, /ehrs\[0\]\.profile must be one of generic, epic, oracle/],
    ['a companion that is only an address', { ...SITE, ehrs: [{ ...EHR, companion: 'https://c.example/fhir' }] }, /companion must be an object/],
    ['a companion over plain http', { ...SITE, ehrs: [{ ...EHR, companion: { fhir: 'http://c.example/fhir', access: 'open' } }] }, /companion\.fhir must be an https URL/],
    ['a companion that is the EHR', { ...SITE, ehrs: [{ ...EHR, companion: { fhir: EHR.fhir, access: 'open' } }] }, /is the EHR itself/],
    ['a companion without access', { ...SITE, ehrs: [{ ...EHR, companion: { fhir: 'https://c.example/fhir' } }] }, /companion\.access must be "open"/],
    ['a policy that is a list', { ...SITE, policy: [] }, /policy: \[\] stands here; it must be an object/],
    ['a policy nobody knows', { ...SITE, policy: { openCard: 3 } }, /policy: "openCard" is not known here; .* Is openCards meant\?/],
    ['a policy with a wrong value', { ...SITE, policy: { confidence: { show: 2 } } }, /policy\/confidence\/show: 2 stands here; it must be a number from 0 to 1/],
    ['an unknown role', { ...SITE, roles: [{ code: 'doctor', role: 'surgeon' }] }, /roles\[0\]\.role must be one of clinician/],
  ])('is refused with a sentence: %s', (_what, content, message) => {
    expect(() => readSite(file(content))).toThrow(message);
  });
});

describe('the Content-Security-Policy', () => {
  it('lets the app talk to the site’s own servers and nowhere else, and runs no inline code', () => {
    const policy = contentSecurityPolicy(readSite(file(SITE)));
    expect(policy).toContain("connect-src 'self' https://ehr.example.org https://login.example.org;");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("style-src 'self';");
    expect(policy).not.toMatch(/unsafe|\*|wasm/);
  });

  it('lets it reach the companion server', () => {
    const site = readSite(file({ ...SITE, ehrs: [{ ...EHR, companion: { fhir: 'https://companion.example.org/fhir', access: 'open' } }] }));
    expect(contentSecurityPolicy(site)).toContain('https://login.example.org https://companion.example.org;');
  });

  it('names no other origin where everything is the app’s own', () => {
    expect(contentSecurityPolicy({ ...SITE, roles: [], ehrs: [{ ...EHR, fhir: '/fhir', authorization: [] }] })).toContain("connect-src 'self';");
  });
});

function file(content: unknown): string {
  const path = join(mkdtempSync(join(tmpdir(), 'site-')), 'site.json');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}
