import { describe, expect, test } from 'vitest';
import { readLanguage } from '../../../../src/domain/text/language.ts';
import { tokenize } from '../../../../src/domain/text/tokens.ts';

const read = (text: string) => readLanguage(text, tokenize(text));
const foreignIn = (text: string) => read(text).foreign.map(({ start, end }) => text.slice(start, end));

describe('not English', () => {
  test.each([
    ['Spanish', 'Paciente de 65 años con diabetes mellitus tipo 2 que acude por dolor torácico. No refiere fiebre.'],
    ['short Spanish', 'Niega fiebre. Tos y dolor de garganta desde hace 3 días.'],
    ['French', "Patiente de 72 ans hospitalisée pour une insuffisance cardiaque avec œdèmes des membres. Il n'y a pas de douleur."],
    ['German', 'Der Patient stellt sich mit Brustschmerzen vor. Keine Dyspnoe, kein Fieber. Bekannte arterielle Hypertonie.'],
    ['Portuguese', 'Paciente com história de diabetes e hipertensão. Nega febre, mas refere dor no peito há dois dias.'],
    ['Italian', 'Il paziente riferisce dolore toracico da due giorni. Non ha febbre. Anamnesi positiva per ipertensione.'],
    ['Dutch', 'Patiënt komt met pijn op de borst sinds gisteren. Geen koorts, wel hoesten.'],
    ['Polish', 'Pacjent zgłasza ból w klatce piersiowej. Nie ma gorączki. W wywiadzie nadciśnienie.'],
    ['Turkish', 'Hasta iki gündür göğüs ağrısı ile başvurdu. Ateş yok. Bilinen hipertansiyon öyküsü var.'],
    ['Vietnamese', 'Bệnh nhân nam 65 tuổi đến khám vì đau ngực hai ngày nay. Không sốt.'],
    ['Tagalog', 'Ang pasyente ay may ubo at lagnat ng tatlong araw. Wala siyang sakit sa dibdib.'],
    ['Haitian Creole', 'Pasyan an gen doulè nan pwatrin depi de jou. Li pa gen lafyèv.'],
    ['Russian', 'Пациент жалуется на боль в груди. Диабет 2 типа.'],
    ['Chinese', '患者男性，65岁，因胸痛两天就诊。'],
    ['Arabic', 'المريض يعاني من ألم في الصدر منذ يومين.'],
    ['capitals', 'PACIENTE CON DIABETES. NIEGA FIEBRE, REFIERE DOLOR DESDE HACE DIAS.'],
  ])('%s', (_, text) => {
    expect(read(text)).toEqual({ language: 'other', foreign: [] });
  });
});

describe('English', () => {
  test.each([
    ['HTN, DM2, CKD3. Cont metformin 1000 BID, lisinopril 20. RTC 3 mo.'],
    ['Lantus 20u qhs; Novolog SSI; ASA 81; Plavix 75; Lipitor 80'],
    ['LE edema, LA enlarged, DES to LAD, HA, OS cataract, EN feeds, ME/CFS, NG tube, AK on scalp'],
    ['De novo AML, la belle indifference, status asthmaticus, per os, in situ, pros and cons'],
    ['α-thalassemia, β-blocker, Δ-8 THC'],
    ['DOLOR'], ['No DVT.'], ['12345'], [''],
  ])('%s', (text) => {
    expect(read(text)).toEqual({ language: 'english', foreign: [] });
  });

  test('a paragraph or a quotation in another language is marked, and the note stays English', () => {
    expect(foreignIn('Assessment: diabetes, well controlled.\n\nInstrucciones: Tome la metformina con las comidas.\nLlame al doctor si tiene fiebre o dolor de pecho.\n\nFollow up in 3 months with labs.'))
      .toEqual(['Instrucciones: Tome la metformina con las comidas.\nLlame al doctor si tiene fiebre o dolor de pecho']);
    expect(foreignIn('Patient said "me duele la cabeza desde hace una semana y tengo fiebre" through the interpreter. Assessment: headache.')).toEqual(['me duele la cabeza desde hace una semana y tengo fiebre']);
  });
});
