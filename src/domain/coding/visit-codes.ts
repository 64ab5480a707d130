import type { Chart, CodeSet, Knowledge, NoteFindings } from '../model/index.ts';
import { withAdverseEffects } from './adverse-effects.ts';
import { withBirthWeight } from './birth-weight.ts';
import { withBodyMass } from './body-mass.ts';
import { withBurnExtent } from './burn-extent.ts';
import { chartedDiagnoses, type ChartedDiagnosis } from './charted.ts';
import { inChildbirth } from './childbirth.ts';
import { combine, type VisitCode } from './combine.ts';
import { withCompanions } from './companion-codes.ts';
import { withConsciousness } from './consciousness.ts';
import { asCausedDelirium } from './delirium.ts';
import { asManifestation } from './dementia.ts';
import { withDominance } from './dominance.ts';
import { examsByAge } from './exam-by-age.ts';
import { reportable } from './hierarchy.ts';
import { asLaterPhase } from './later-phase.ts';
import { keptBeside } from './kept-beside.ts';
import { withUnderdosing } from './misused-drugs.ts';
import { asNewborn, withWeeksAtBirth } from './newborn.ts';
import { withOtherClinicians } from './other-clinicians.ts';
import { ofPregnancy } from './pregnancy.ts';
import { unsupportedByNotes, type Unsupported } from './remove.ts';
import { withFindings } from './routine-exams.ts';
import { asSequelae } from './sequelae.ts';
import { withSepsis } from './severe-sepsis.ts';
import { statements, type Statement } from './statements.ts';
import { withoutStatusOfThisStay } from './status-of-stay.ts';
import { withStrokeScale } from './stroke-scale.ts';
import { supportedCodes, type LeftOut, type Supported } from './supported.ts';
import { withoutContradicted } from './two-way/contradicted.ts';
import { withReceptors } from './receptors.ts';
import { withThrombolysisElsewhere } from './thrombolysis-elsewhere.ts';
import { withUlcerStage } from './ulcer-stage.ts';
import { inWhoseRecord } from './whose-record.ts';
import { withOrganisms } from './with-organisms.ts';

interface VisitCodes {
  /** All that the visit's notes say. */
  readonly said: readonly Statement[];
  /** What a coder would report, in sequence: supported by the notes, or charted and not contradicted. */
  readonly visit: readonly VisitCode[];
  /** Charted, and not contradicted. */
  readonly standing: readonly ChartedDiagnosis[];
  readonly unsupported: readonly Unsupported[];
  readonly leftOut: readonly LeftOut[];
}

/** The codes of a visit from its notes and what it already carries, under one release. */
export function visitCodes(chart: Chart, found: readonly NoteFindings[], knowledge: Knowledge, codeSet: CodeSet): VisitCodes {
  const { composer } = knowledge;
  const read = asLaterPhase(asSequelae(withDominance(statements(chart, found, codeSet, composer), chart, codeSet), chart, codeSet), chart, codeSet);
  const said = inWhoseRecord(asNewborn(asCausedDelirium(withConsciousness(read, chart, codeSet), codeSet), chart, codeSet), chart);
  const { supported: stated, mentioned, leftOut } = supportedCodes(said, chart, codeSet);
  const { upheld: supported, contradicted } = withoutContradicted(stated, said, chart, codeSet);
  const charted = chartedDiagnoses(chart);
  const unsupported = unsupportedByNotes(charted, said, chart, found, knowledge, codeSet);
  const standing = charted.filter((diagnosis) => !unsupported.some((one) => one.charted === diagnosis));
  const together = [...supported.map(asVisit), ...standing.map((one) => asVisitCode(one, supported, codeSet)).filter((one) => one !== null)];
  const partners = mentioned.map(asVisit);
  const caused = combine(withUnderdosing(withAdverseEffects(together, codeSet), chart, codeSet), codeSet, partners);
  const beside = asManifestation(withCompanions(caused, codeSet, composer), codeSet);
  const combined = beside === caused ? caused : combine(beside, codeSet, partners);
  const measured = withThrombolysisElsewhere(withBodyMass(withOrganisms(withSepsis(withUlcerStage(withOtherClinicians(combined, said, codeSet), chart, codeSet), codeSet), codeSet), chart, codeSet), chart, codeSet);
  const pregnant = withBirthWeight(withWeeksAtBirth(inChildbirth(ofPregnancy(measured, codeSet), codeSet), chart, codeSet), codeSet);
  const added = withStrokeScale(withReceptors(withFindings(examsByAge(withBurnExtent(pregnant, codeSet), chart, codeSet), codeSet), codeSet), chart, codeSet);
  const brought = withoutStatusOfThisStay(added, chart);
  const { visit, dropped } = keptBeside(brought.codes, codeSet);
  const reported = new Set(visit.map(({ code }) => code));
  const silent = [...visit.flatMap(combinedInto), ...withoutCode(found, codeSet)].filter(({ code }) => !reported.has(code));
  return { said, visit, standing, unsupported, leftOut: firstOfEach([...leftOut, ...contradicted, ...brought.dropped, ...dropped, ...silent]) };
}

function combinedInto({ code, replaces, rules }: VisitCode): readonly LeftOut[] {
  return replaces.map((replaced) => ({ code: replaced, why: `Reported within ${code}. ${rules.at(-1)?.because ?? ''}`.trim() }));
}

/** What is named, and is a group of conditions: a header of the list. */
function withoutCode(found: readonly NoteFindings[], codeSet: CodeSet): readonly LeftOut[] {
  const named = new Set(found.flatMap(({ mentions }) => mentions.filter(({ codes }) => codes.every((code) => reportable(code, codeSet) === null)).flatMap(({ codes }) => codes.slice(0, 1))));
  return [...named].map((code) => ({ code, why: 'Names a group of conditions: the notes must say more before there is a code (ICD-10-CM Guidelines I.B.2).' }));
}

function firstOfEach(all: readonly LeftOut[]): readonly LeftOut[] {
  const byCode = new Map<string, LeftOut>();
  for (const one of all) if (!byCode.has(one.code)) byCode.set(one.code, one);
  return [...byCode.values()];
}

function asVisit(one: Supported): VisitCode {
  return { ...one, replaces: [] };
}

/** Charted and not stated: it stands, and may be a partner of a combination. */
function asVisitCode({ code }: ChartedDiagnosis, supported: readonly { readonly code: string }[], codeSet: CodeSet): VisitCode | null {
  if (supported.some((one) => one.code === code)) return null;
  return { code, title: codeSet.entry(code)?.title ?? code, statements: [], rules: [], alternatives: [], replaces: [] };
}
