import type { CodeGroup } from '../operators/expression.ts';

/** J96.0, J96.2, failure not said to be acute or chronic (J96.9), distress syndromes, failure after an operation, of the newborn. */
export const ACUTE_RESPIRATORY_FAILURE: CodeGroup = {
  name: 'acute respiratory failure',
  icd10: ['J96.0', 'J96.2', 'J96.9', 'J80', 'J95.1', 'J95.2', 'J95.82', 'P22', 'P28.5', 'R09.2'],
  terms: ['respiratory failure', 'respiratory arrest', 'ards', 'acute respiratory distress syndrome', 'ventilatory failure', 'respiratory insufficiency'],
  except: ['family history', 'screening', 'risk of', 'risk for', 'history of', 'chronic'],
};

export const CHRONIC_RESPIRATORY_FAILURE: CodeGroup = {
  name: 'chronic respiratory failure',
  icd10: ['J96.1', 'J96.2', 'E66.2'],
  terms: ['chronic respiratory failure', 'chronic hypoxic respiratory', 'chronic hypoxemic respiratory', 'chronic hypercapnic respiratory', 'chronic ventilatory failure', 'respiratory failure'],
  except: ['family history', 'screening', 'risk of', 'risk for', 'acute', 'no '],
};

export const HOME_OXYGEN: CodeGroup = { name: 'dependence on supplemental oxygen', icd10: ['Z99.81'], terms: ['dependence on supplemental oxygen', 'oxygen dependence'], except: [] };

export const LABOURED_BREATHING: readonly string[] = [
  'respiratory distress', 'distress', 'accessory muscle*', 'using neck muscles', 'retraction*', 'retracting', 'belly breathing', 'abdominal breathing', 'paradoxical breathing', 'nasal flaring', 'grunting', 'tripod*', 'labored', 'laboured', 'work of breathing', 'wob', 'increased wob', 'tachypne*', 'short sentences', 'broken sentences', 'two-word*', 'one-word*', 'word sentences', 'few words', 'words at a time', 'cannot finish', 'unable to speak', 'cyano*', 'gasping', 'air hunger', 'diaphoretic', 'grey', 'dusky', 'blue lips', 'breathless at rest', 'dyspnea at rest', 'dyspneic', 'severe dyspnea', 'severely dyspneic', 'pursed lip*',
];

/** More than comfort: what is put on for failing gas exchange. */
export const OXYGEN_SUPPORT: readonly string[] = [
  'bipap', 'bi-pap', 'cpap', 'niv', 'nippv', 'noninvasive ventilation', 'non-invasive ventilation', 'hfnc', 'high flow', 'high-flow', 'hhfnc', 'vapotherm', 'optiflow', 'airvo', 'nrb', 'nonrebreather', 'non-rebreather', 'venturi', 'ventimask', 'intubat*', 'ventilator', 'mechanical ventilation', 'ett',
];

export const OXYGEN_GIVEN: readonly string[] = [
  ...OXYGEN_SUPPORT, 'nasal cannula', 'oxygen', 'o2', 'l nc', 'lnc', '2l', '3l', '4l', '5l', '6l', '8l', '10l', '15l', '1 l', '2 l', '3 l', '4 l', '5 l', '6 l', '8 l', '10 l', '15 l', 'oxymizer', 'facemask', 'face mask', 'simple mask', 'liters',
];
