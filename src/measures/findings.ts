import type { Evidence, GapFinding, GapOutcome } from '../domain/model/index.ts';
import { isObject, objectsOf, textOf } from './json.ts';
import type { CaseResult, FhirResource, MeasurementPeriod, MeasureGroup, MeasureResult, Retrieved } from './model.ts';

/** Facts named for one finding; more would not be read. */
const MOST_FACTS = 12;
const MOST_CODES = 8;

/**
 * A measure's result among the care gaps: one finding for each group that a case can be a gap in. With several episodes the worst
 * counts: open before cannot-tell before met.
 * @param through the last day that can have been looked at
 */
export function findingsOf(result: MeasureResult, period: MeasurementPeriod, through: string = period.to): readonly GapFinding[] {
  const { measure, cases, retrieved } = result;
  const days = { from: period.from.slice(0, 10), to: period.to.slice(0, 10) };
  const searched = { from: days.from, to: through < days.to ? through : days.to };
  const several = measure.groups.length > 1;
  return [...new Set(cases.map(({ group }) => group))].flatMap((name): readonly GapFinding[] => {
    const group = measure.groups.find(({ id }) => id === name);
    if (group !== undefined && !tellsGaps(group)) return [];
    const own = cases.filter((each) => each.group === name);
    const outcome = worst(own);
    return [{
      rule: measure.version === null ? measure.url : `${measure.url}|${measure.version}`, version: measure.version ?? '', topic: several ? `${measure.id}#${name}` : measure.id, kind: 'care', measure: days,
      title: several ? `${measure.title}: ${name}` : measure.title, authority: [measure.url], outcome, why: whyOf(outcome, own), evidence: outcome === 'not-applicable' ? [] : evidenceOf(retrieved, searched),
    }];
  });
}

function tellsGaps({ scoring }: MeasureGroup): boolean {
  return scoring === 'proportion' || scoring === 'ratio';
}

function worst(cases: readonly CaseResult[]): GapOutcome {
  const gaps = new Set(cases.map(({ gap }) => gap));
  if (gaps.has('open')) return 'open';
  if (gaps.has('cannot-tell')) return 'cannot-tell';
  return gaps.has('closed') ? 'met' : 'not-applicable';
}

function whyOf(outcome: GapOutcome, cases: readonly CaseResult[]): string {
  const episodes = cases.filter(({ gap, episode }) => gap === 'open' && episode !== null).length;
  switch (outcome) {
    case 'open': return episodes === 0 ? 'The measure counts the patient, and what it asks for is not there.' : `The measure counts ${episodes} of ${cases.length} episodes without what it asks for.`;
    case 'met': return 'The measure counts the patient, and what it asks for is there.';
    case 'not-applicable': return 'The measure does not count the patient, or makes an exception.';
    case 'cannot-tell': return cases.find(({ why }) => why !== null)?.why ?? 'It cannot be told.';
  }
}

/** What the measure found by code, and what it searched in vain. */
function evidenceOf(retrieved: readonly Retrieved[], { from, to }: MeasurementPeriod): readonly Evidence[] {
  const byCode = retrieved.filter(({ codes }) => codes.length > 0);
  const facts = [...new Map(byCode.flatMap(({ found }) => found.map((resource) => [`${resource.resourceType}/${resource.id ?? ''}`, resource] as const))).values()].slice(0, MOST_FACTS).map(factOf);
  const searched = new Map(byCode.filter(({ found }) => found.length === 0).map(({ type, codes, name }) => [`${type} ${name ?? codes.slice(0, 3).join(' ')}`, { kind: 'searched', what: name === null ? codes.slice(0, MOST_CODES) : [name], kinds: [type], from, through: to, found: 0 } as const]));
  return [...facts, ...searched.values()];
}

function factOf(resource: FhirResource): Evidence {
  const concept = [resource['code'], resource['medicationCodeableConcept'], resource['vaccineCode'], Array.isArray(resource['type']) ? resource['type'][0] : resource['type']].find(isObject);
  const coding = concept === undefined ? undefined : objectsOf(concept['coding'])[0];
  const code = textOf(coding?.['code']) ?? '';
  const quantity = isObject(resource['valueQuantity']) ? resource['valueQuantity'] : null;
  const unit = textOf(quantity?.['unit']) ?? textOf(quantity?.['code']);
  return {
    kind: 'fact', resource: `${resource.resourceType}/${resource.id ?? ''}`, version: isObject(resource['meta']) ? textOf(resource['meta']['versionId']) : null, code,
    label: textOf(concept?.['text']) ?? textOf(coding?.['display']) ?? code, date: dateOf(resource),
    ...(typeof quantity?.['value'] === 'number' ? { value: quantity['value'] } : {}), ...(unit === null ? {} : { unit }),
  };
}

const DATES = ['effectiveDateTime', 'performedDateTime', 'onsetDateTime', 'occurrenceDateTime', 'authoredOn', 'recordedDate', 'issued', 'date'] as const;
const PERIODS = ['effectivePeriod', 'performedPeriod', 'onsetPeriod', 'period'] as const;

function dateOf(resource: FhirResource): string | null {
  const moment = DATES.map((element) => textOf(resource[element])).find((date) => date !== null) ?? null;
  if (moment !== null) return moment;
  const period = PERIODS.map((element) => resource[element]).find(isObject);
  return period === undefined ? null : textOf(period['start']) ?? textOf(period['end']);
}
