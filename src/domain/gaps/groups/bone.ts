import type { CodeGroup } from '../operators/expression.ts';

/** M80 and M81; "osteopenia" and other disorders of density, since the provider then has said what is meant. */
export const OSTEOPOROSIS: CodeGroup = {
  name: 'osteoporosis or another named disorder of bone density',
  icd10: ['M80', 'M81', 'M83', 'M85.8', 'M88', 'N25.0', 'Z87.310', 'Q78.0'],
  terms: ['osteopor*', 'osteopenia', 'osteomalacia', 'low bone mass', 'low bone density', 'paget*', 'osteogenesis imperfecta', 'renal osteodystrophy'],
  except: ['family history', 'screening', 'risk of', 'prevention'],
};

/** "Fragility fracture" alone is filed under M80 and names no bone disease: of notes, the words must say it. */
export const OSTEOPOROSIS_IN_WORDS: CodeGroup = { ...OSTEOPOROSIS, icd10: OSTEOPOROSIS.icd10.filter((code) => code !== 'M80') };

/** A bone broken by a tumor, or held by an implant, is another question. */
export const OTHER_PATHOLOGICAL_FRACTURE: CodeGroup = {
  name: 'a fracture with another named cause',
  icd10: ['C79.51', 'C90.0', 'M84.4', 'M84.5', 'M84.6', 'M84.7', 'M97', 'M84.3'],
  terms: ['pathological fracture', 'pathologic fracture', 'bone metasta*', 'myeloma', 'periprosthetic', 'stress fracture'],
  except: ['family history'],
};

export const HIP_OR_SPINE_FRACTURE: CodeGroup = {
  name: 'fracture of the hip or a vertebra',
  icd10: ['S72.0', 'S72.1', 'S72.2', 'S22.0', 'S32.0', 'M48.5'],
  terms: ['hip fracture', 'femoral neck fracture', 'intertrochanteric fracture', 'compression fracture', 'vertebral fracture'],
  except: ['history of', 'old', 'family history'],
};
