import { cases } from '../../../../test/support/cases.ts';
import { chart, monthsAgo } from '../../../../test/support/chart.ts';

const adult = chart().age(60);

export default cases({
  open: {
    'never had one': adult.note('Never had a colonoscopy.'),
    'due, the last in 2014': adult.note('Due for colonoscopy, last 2014.'),
    'none found': adult,
    'colonoscopy eleven years ago': adult.procedure('Colonoscopy', monthsAgo(132)),
    'FIT 14 months ago': adult.result('29771-3', 0, null, monthsAgo(14), 'laboratory'),
    'Cologuard in 2021': adult.note('Cologuard negative 5/2021.'),
    'a kit was given, nothing came back': adult.note('FIT kit given today.'),
    'scheduled': adult.note('Colonoscopy scheduled for 11/2026.'),
    'the examination was incomplete': adult.procedure('Colonoscopy, incomplete due to poor prep', monthsAgo(4)),
    'fit and well': adult.note('61 y/o, fit and well, exercised 3/2026.'),
    'his mother is in hospice': adult.note('His mother is in hospice.'),
    'a colonoscopy of after the visit': adult.procedure('Colonoscopy', '2027-04-04'),
    'her husband had one': adult.note('Husband had a colonoscopy in 2024.'),
    'cancer of the colon in his father': adult.note('Family history: father with colon cancer.'),
    'rectal examination is no stool test': adult.note('Rectal exam: stool occult blood negative on DRE today.'),
  },
  met: {
    'trap: on the list of health maintenance': adult.note('HEALTH MAINTENANCE:\n- Colonoscopy: 2018, repeat 2028'),
    'colonoscopy four years ago': adult.procedure('Colonoscopy', monthsAgo(48)),
    'trap: exactly ten years ago': adult.procedure('Colonoscopy', '2016-10-21'),
    'trap: told as a year only': adult.note('PAST SURGICAL HISTORY:\nColonoscopy 2019, normal, repeat in 10 years.'),
    'trap: Cologuard at an outside clinic': adult.note('Cologuard negative 3/2025 at outside facility.'),
    'trap: by HCPCS': adult.procedure('Screening', monthsAgo(30), { code: 'G0121' }),
    'trap: FIT as a result in words': adult.resultInWords('29771-3', 'Negative', monthsAgo(5), 'laboratory'),
    'trap: stool DNA by LOINC': adult.resultInWords('77353-1', 'Negative', monthsAgo(28), 'laboratory'),
    'trap: he would like to wait': adult.note('He would like to hold off on colonoscopy.'),
    'trap: declined this spring': adult.note('Declined colonoscopy 3/2026.'),
    'trap: CT colonography': adult.report('CT colonography', monthsAgo(40)),
  },
  notApplicable: {
    '44 years old': chart().age(44),
    'trap: 76 years old': chart().age(76),
    'trap: total colectomy': adult.note('PAST SURGICAL HISTORY:\nTotal colectomy 2009.'),
    'trap: colon cancer before': adult.problem('Z85.038'),
    'trap: enrolled in hospice last week': adult.note('Patient was enrolled in hospice last week.'),
    'trap: hospice': adult.problem('Z51.5'),
    'trap: limited life expectancy': adult.note('Limited life expectancy given metastatic pancreatic cancer.'),
    'trap: frail in a nursing home at 74': chart().age(74).note('Nursing home resident, here for annual visit.'),
  },
  cannotTell: {
    'trap: procedures were denied': adult.denied('Procedure'),
    'trap: a letter could not be read': adult.unreadableNote(),
    'trap: colonoscopy, nobody says when': adult.note('PAST SURGICAL HISTORY:\nColonoscopy'),
    'trap: about ten years ago': adult.note('Had a colonoscopy 10 years ago.'),
  },
});
