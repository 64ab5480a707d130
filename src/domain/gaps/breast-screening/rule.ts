import { NOT_EXPECTED_TO_BENEFIT } from '../groups/care.ts';
import { NO_BREASTS, NO_LEFT_BREAST, NO_RIGHT_BREAST } from '../groups/screened-cancers.ts';
import { ageBetween } from '../operators/age-between.ts';
import { all } from '../operators/all.ts';
import { any } from '../operators/any.ts';
import { cannotTellWhere } from '../operators/cannot-tell-where.ts';
import { declined } from '../operators/declined.ts';
import { done } from '../operators/done.ts';
import { hasActive } from '../operators/has-active.ts';
import { not } from '../operators/not.ts';
import { settingIs } from '../operators/setting-is.ts';
import { sexIs } from '../operators/sex-is.ts';
import { defineRule } from '../rule.ts';

/** Mammography by LOINC: the radiology codes in use, screening and diagnostic, one or both breasts. */
const MAMMOGRAPHY_LOINC = [
  '24604-1', '24605-8', '24606-6', '24610-8', '26175-0', '26176-8', '26177-6', '26287-3', '26289-9', '26291-5', '26346-7', '26347-5', '26348-3', '26349-1', '26350-9', '26351-7', '36319-2', '36625-2', '36626-0', '36627-8', '36642-7', '36962-9',
  '37005-6', '37006-4', '37016-3', '37017-1', '37028-8', '37029-6', '37030-4', '37037-9', '37038-7', '37052-8', '37053-6', '37539-4', '37542-8', '37543-6', '37551-9', '37552-7', '37553-5', '37554-3', '37768-9', '37769-7', '37770-5', '37771-3', '37772-1', '37773-9', '37774-7', '37775-4',
  '38067-5', '38070-9', '38071-7', '38072-5', '38090-7', '38091-5', '38807-4', '38820-7', '38854-6', '38855-3', '42415-0', '42416-8', '46335-6', '46336-4', '46337-2', '46338-0', '46339-8', '46350-5', '46351-3', '46356-2', '46380-2', '48475-8', '48492-3', '69150-1', '69251-7', '69259-0',
  '72137-3', '72138-1', '72139-9', '72140-7', '72141-5', '72142-3', '86462-9', '86463-7',
];

export default defineRule({
  id: 'breast-screening',
  version: '1.0.0',
  kind: 'care',
  audience: ['clinician', 'quality'],
  order: 113,
  title: 'Breast cancer screening due',
  topic: 'breast-screening',
  authority: ['USPSTF Breast cancer: screening (2024): every two years from 40 to 74', 'CMS125 Breast cancer screening (2026)'],
  rationale: 'Mammography every two years lowers deaths from breast cancer. As CMS125, 27 months may lie between, and any mammogram counts, ultrasound or MRI alone does not. Unlike it: from 40 years at the visit (the measure starts two years later, so that there is time), counted back from the visit. Who is charted as male is not asked about, and may still have breasts.',
  appliesTo: all(settingIs('office'), sexIs('female'), ageBetween(40, 75), not(NOT_EXPECTED_TO_BENEFIT)),
  trigger: not(any(
    hasActive(NO_BREASTS),
    all(hasActive(NO_LEFT_BREAST), hasActive(NO_RIGHT_BREAST)),
    done('bilateral mastectomy', { codes: {}, words: ['bilateral mastectom*', 'double mastectom*', 'bilateral simple mastectom*', 'bilateral total mastectom*', 'bilateral prophylactic mastectom*', 'bilateral skin-sparing mastectom*', 'bilateral nipple-sparing mastectom*', 'bilateral modified radical mastectom*'], kinds: ['Procedure'], withinMonths: null }),
    cannotTellWhere('a mastectomy is told, and not of which side', done('mastectomy', { codes: {}, words: ['mastectom*'], except: ['partial', 'left', 'right', 'unilateral', 'l mastectom*', 'r mastectom*'], kinds: ['Procedure'], withinMonths: null })),
  )),
  met: any(
    done('mammography', { codes: { loinc: MAMMOGRAPHY_LOINC, hcpcs: ['G0202', 'G0204', 'G0206', 'G0279'] }, words: ['mammogra*', 'mammo', 'tomosynthesis'], kinds: ['DiagnosticReport', 'Procedure', 'Observation'], withinMonths: 27 }),
    declined('mammography', ['mammogra*', 'mammo', 'breast cancer screen*', 'breast screen*']),
  ),
  says: {
    open: 'No mammogram was found for the last 27 months.',
    met: 'Mammography is done or answered.',
    outOfScope: 'Only at office visits of women from 40 to 74 years, and not in hospice, palliative care, or frailty with advanced illness.',
    notTriggered: 'Both breasts were removed.',
  },
  asks: null,
  thresholds: {
    'from-age': { at: ['/appliesTo/of/2/atLeast'], unit: 'years', between: [40, 52] },
    'below-age': { at: ['/appliesTo/of/2/below'], unit: 'years', between: [70, 80] },
    months: { at: ['/met/of/0/withinMonths'], unit: 'months', between: [12, 36] },
  },
});
