import type { EncounterSetting } from '../../model/index.ts';
import type { SettingIsExpression } from './expression.ts';
import type { Snapshot } from '../index-chart.ts';
import type { Verdict } from './verdict.ts';
import { no, yes } from './verdict.ts';

export function settingIs(setting: EncounterSetting): SettingIsExpression {
  return { op: 'setting-is', setting };
}

export function evaluateSettingIs({ setting }: SettingIsExpression, { chart }: Snapshot): Verdict {
  const { source, classCode, setting: charted, start } = chart.encounter;
  const evidence = [{
    kind: 'fact' as const, resource: source.reference, version: source.version, code: classCode ?? charted, label: 'Encounter setting', value: charted, date: start,
  }];
  return charted === setting ? yes(evidence) : no(evidence);
}
