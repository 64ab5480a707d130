import type { Resource } from 'fhir/r4';

/**
 * The security labels that make a resource sensitive, as codes; empty: none does. Read from `meta.security` (any resource),
 * `DocumentReference.securityLabel` and `Composition.confidentiality`. Never throws.
 *
 * HL7's Healthcare Privacy and Security Classification System and DS4P on FHIR make whoever receives a label bound by it, and
 * one that cannot be understood is not licence to ignore it. So the table says what is harmless, and everything else counts as
 * sensitive: a code that is in no list here (`system|code`), a label without a code (`unreadable label`). What is harmless: normal,
 * low, moderate and unrestricted confidentiality; labels that speak of integrity (who asserted it, whether a machine did), of purpose,
 * or of duties that hold for any record; laws that hold for any record.
 * `PROCESSINLINELABEL` says that parts of the resource carry stricter labels of their own: those are not told apart here, so all of it is sensitive.
 * Labels of a search's Bundle are the highest of what it holds (R4 security-labels), and are left to the entries' own.
 */
export function sensitivityOf(resource: Resource): readonly string[] {
  const { meta, securityLabel, confidentiality } = resource as unknown as Record<string, unknown>;
  const labels = [
    ...items((meta as { security?: unknown } | null | undefined)?.security),
    ...(resource.resourceType === 'DocumentReference' ? items(securityLabel).flatMap(codingsOf) : []),
    ...(resource.resourceType === 'Composition' && confidentiality !== undefined ? [{ system: CONFIDENTIALITY, code: confidentiality }] : []),
  ];
  return [...new Set(labels.map(sensitiveCode).filter((code) => code !== null))];
}

const CONFIDENTIALITY = 'v3-Confidentiality';

interface LabelSystem {
  /** Code to what it protects, with its authority. */
  readonly sensitive: Readonly<Record<string, string>>;
  readonly harmless: readonly string[] | 'all';
}

/** HL7 Terminology (THO). What is in neither list is sensitive too, as a label that is not understood. */
const SYSTEMS: Readonly<Record<string, LabelSystem>> = {
  'v3-Confidentiality': {
    sensitive: {
      R: 'restricted: potentially stigmatising, or under a law stricter than HIPAA (HL7 v3 Confidentiality)',
      V: 'very restricted: needs extraordinary protection, psychotherapy notes for one (HL7 v3 Confidentiality)',
    },
    harmless: ['U', 'L', 'M', 'N'],
  },
  'v3-ActCode': {
    sensitive: {
      // v3 ActCode, information sensitivity policies
      ETH: 'substance abuse', SUD: 'substance use disorder', ETHUD: 'alcohol use disorder', OPIOIDUD: 'opioid use disorder',
      HIV: 'HIV and AIDS', STD: 'sexually transmitted disease', SEX: 'sexuality and reproductive health',
      PSY: 'psychiatry', PSYTHPN: 'psychotherapy notes (45 CFR 164.501)', MH: 'mental health', BH: 'behavioral health',
      COGN: 'cognitive disability', DVD: 'developmental disability', EMOTDIS: 'emotional disturbance',
      SDV: 'sexual assault, abuse, domestic violence', VIO: 'violence', MST: 'military sexual trauma',
      GDIS: 'genetic disease', SCA: 'sickle cell disease', SICKLE: 'sickle cell disease (38 USC 7332)',
      TBOO: 'taboo: to be discussed with the patient by the clinician only', SPI: 'specially protected', ADOL: 'adolescent (minor consent laws)',
      CEL: 'celebrity', VIP: 'celebrity', EMP: 'employee of the organisation', DIA: 'diagnosis', DRGIS: 'drug', PHY: 'requested by the physician', PRS: 'requested by the patient',
      // v3 ActCode, refrain policies: what is usually told of records under 42 CFR Part 2
      NORDSCLCD: 'no redisclosure without consent', NORDSCLW: 'no redisclosure without jurisdictional authority', NODSCLCD: 'no disclosure without consent',
      NODSCLCDS: 'no disclosure without the subject\'s own consent',
      // Where older releases of HL7 Terminology keep the US privacy laws
      '42CFRPart2': 'substance use treatment records (42 CFR Part 2)', HIPAAPsyNotes: 'psychotherapy notes (45 CFR 164.508(a)(2))',
      HIPAASelfPay: 'paid by the patient, not for the health plan (45 CFR 164.522(a)(1)(vi))', Title38Section7332: 'substance use, HIV, sickle cell (38 USC 7332)',
      // DS4P: parts of the resource are labelled
      PROCESSINLINELABEL: 'parts carry labels of their own (DS4P)',
    },
    harmless: ['AOD', 'AUDIT', 'AUDTR', 'ENCRYPT', 'ENCRYPTR', 'ENCRYPTT', 'ENCRYPTU', 'LABEL', 'MINEC', 'PERSISTLABEL', 'HIPAANOPP', 'HIPAAAuth', 'HIPAAConsent'],
  },
  'v3-ActUSPrivacyLaw': {
    sensitive: {
      '42CFRPart2': 'substance use treatment records (42 CFR Part 2)', '42CFRPart2CD': 'disclosed by consent under 42 CFR Part 2',
      HIPAAPsyNotes: 'psychotherapy notes (45 CFR 164.508(a)(2))', HIPAASelfPay: 'paid by the patient, not for the health plan (45 CFR 164.522(a)(1)(vi))',
      Title38Section7332: 'substance use, HIV, sickle cell (38 USC 7332)',
    },
    harmless: ['HIPAANOPP', 'HIPAAAuth', 'HIPAAConsent', 'HIPAAConsentCD'],
  },
  /** Integrity and trust: who asserted it (AIAST among them), how it was altered. */
  'v3-ObservationValue': { sensitive: {}, harmless: 'all' },
  /** Purposes of use: treatment, payment, test data (HTEST). */
  'v3-ActReason': { sensitive: {}, harmless: 'all' },
};

/** Null: harmless. */
function sensitiveCode(label: { readonly system?: unknown; readonly code?: unknown }): string | null {
  const { system, code } = label;
  if (typeof code !== 'string' || code.trim() === '') return 'unreadable label';
  const name = typeof system === 'string' ? nameOf(system) : '';
  const known = Object.hasOwn(SYSTEMS, name) ? SYSTEMS[name] : undefined;
  if (known !== undefined && (known.harmless === 'all' || known.harmless.includes(code))) return null;
  return known !== undefined && Object.hasOwn(known.sensitive, code) ? code : `${name}|${code}`;
}

/** `v3-ActCode`, whether a server writes the system as HL7 Terminology has it, as STU3 had it, as an OID, or names a value set of it. */
function nameOf(system: string): string {
  const tail = /^https?:\/\/(?:terminology\.hl7\.org\/(?:CodeSystem|ValueSet)\/|hl7\.org\/fhir\/v3\/)(.+)$/.exec(system)?.[1];
  if (tail === undefined) return OIDS.get(system) ?? system;
  const name = tail.startsWith('v3-') ? tail : `v3-${tail}`;
  return name === 'v3-ConfidentialityClassification' ? CONFIDENTIALITY : name;
}

const OIDS: ReadonlyMap<string, string> = new Map([
  ['urn:oid:2.16.840.1.113883.5.25', CONFIDENTIALITY],
  ['urn:oid:2.16.840.1.113883.5.4', 'v3-ActCode'],
  ['urn:oid:2.16.840.1.113883.5.8', 'v3-ActReason'],
  ['urn:oid:2.16.840.1.113883.5.1063', 'v3-ObservationValue'],
]);

/** A concept in words alone is a label that cannot be read. */
function codingsOf(concept: object): readonly object[] {
  const codings = items((concept as { coding?: unknown }).coding);
  return codings.length === 0 ? [{}] : codings;
}

/** What is there and should be a list of labels; anything else that is there counts as one label that cannot be read. */
function items(value: unknown): readonly object[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) return [{}];
  return value.filter((item) => item !== null && item !== undefined).map((item): object => (typeof item === 'object' ? item as object : {}));
}
