/**
 * Words by which a text shows its language: articles, pronouns, prepositions, conjunctions and auxiliaries (the closed classes of its
 * grammar), and the everyday words of a complaint. Written as tokens are: lower case, without diacritics. Left out is what English,
 * Latin terms or clinical shorthand write, too: "no", "la", "de", "ha" (headache), "le" (leg), "os" (left eye), "im", "ng", "op", "gen".
 */
export const FOREIGN_WORDS: readonly { readonly language: string; readonly words: string }[] = [
  { language: 'Spanish', words: 'el los las del que con por para una unos como pero desde hace sin muy tiene tenia esta fue son sus cuando durante donde tambien hasta entre sobre porque este ella niega refiere presenta paciente pacientes dolor fiebre tos dias anos meses ayer hoy mujer hombre acude antecedentes llame tome' },
  { language: 'French', words: 'les des une dans avec pour qui que pas sur aux cette depuis mais sont ete elle ses leur sans chez apres tres nous vous par du jours mois hier patiente douleur douleurs fievre toux traitement antecedents' },
  { language: 'German', words: 'der das und mit keine kein keinen nicht ist sich seit bei auf ein eine einer einem einen dem den zu zur zum wird wurde wurden auch nach oder von vor aus wie sowie uber noch aber patientin schmerzen fieber husten tagen jahre jahren wochen bekannte' },
  { language: 'Portuguese', words: 'com nao uma umas dos das pelo pela para que por ao foi tem mas desde sem mais seu sua muito quando entre tambem ate ele ela esta paciente dor febre tosse nega refere dias anos meses hoje ontem sexo apresenta historia' },
  { language: 'Italian', words: 'che con una della delle degli dei del nel nella dal dalla alla alle sono anche piu gli questo questa di dopo senza paziente dolore febbre tosse giorni anni mesi ieri oggi riferisce presenta circa nega' },
  { language: 'Dutch', words: 'het een met niet geen voor van aan bij ook sinds wel heeft hebben zijn werd wordt worden naar maar uit nog hij zij deze pijn koorts hoesten dagen jaar weken gisteren vandaag bekend klachten' },
  { language: 'Polish', words: 'nie jest sie oraz przez przy pacjent pacjentka pacjentki bez lat ktory ktora ktore wywiadzie zglasza bol bolu bole goraczka goraczki kaszel kaszlu dwoch tygodni dnia ale tylko takze juz jej jego jako byl byla' },
  { language: 'Turkish', words: 've bir ile icin yok var olan olarak gundur aydır yıldır agrı agrısı hasta hastanın hastada bu sonra ates oksuruk degil nedeniyle mevcut oykusu oyku basvurdu sikayeti yas yasında kadın erkek iki cok daha' },
  { language: 'Vietnamese', words: 'benh nhan khong cua duoc trong tuoi ngay voi nguoi nhung mot kham sot tieu duong huyet vao cac chua va dau nguc bung tien su tang nay khi' },
  { language: 'Tagalog', words: 'ang mga ay siya siyang hindi wala walang mayroon kanyang niya para ito nang araw sakit lagnat ubo pasyente kung kapag rin din lang dahil tatlong dalawang ako ko namin' },
  { language: 'Haitian Creole', words: 'nan li ak pou yon mwen pasyan doule lafyev jou depi ki te pwatrin tansyon sou anpil tou kote gwo vant tet tous pran' },
];

/** What English notes are full of, and the languages above are not. */
export const ENGLISH_WORDS = 'the and with to for not from by but she he his her they this that will be are were has have had been today left right pain continue continued daily follow since days weeks years year old history hx pt patient denies reports noted normal negative positive without blood up who which there any or if well assessment plan given instructions improving improved stable exam chief complaint review symptoms medications allergies return chest fever cough heart lungs none status post discharge';
