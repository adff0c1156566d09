import type { Dice } from './dice.ts';

/** Given names by sex and by when their bearers were born, family names, and streets, of one language's people. */
type Names = {
  women: { old: string; young: string };
  men: { old: string; young: string };
  families: string;
  streets: string;
};

const spanish: Names = {
  women: {
    old: 'María Carmen,Josefa,Isabel,Dolores,Antonia,Francisca,Pilar,Juana,Manuela,Rosario,Encarnación,Concepción,Mercedes,Ángela,Teresa,Julia,Catalina,Purificación,Felisa,Guadalupe',
    young:
      'Lucía,Marta,Laura,Paula,Sara,Cristina,Elena,Sofía,Ana Belén,Raquel,Alba,Andrea,Irene,Noelia,Beatriz,Claudia,Rocío,Nuria,Carla,Daniela',
  },
  men: {
    old: 'Antonio,Manuel,José,Francisco,Juan,Luis,Ángel,Pedro,Rafael,Julián,Emilio,Eusebio,Ramón,Vicente,Félix,Tomás,Andrés,Gregorio,Benito,Saturnino',
    young:
      'Alejandro,David,Daniel,Javier,Carlos,Pablo,Sergio,Adrián,Álvaro,Rubén,Diego,Hugo,Iván,Mario,Raúl,Jorge,Óscar,Víctor,Guillermo,Íñigo',
  },
  families:
    'García,Rodríguez,González,Fernández,López,Martínez,Sánchez,Pérez,Gómez,Martín,Jiménez,Ruiz,Hernández,Díaz,Moreno,Muñoz,Álvarez,Romero,Gutiérrez,Navarro,Torres,Domínguez,Vázquez,Ramos,Gil,Serrano,Blanco,Molina,Morales,Ortega,Delgado,Castro,Ortiz,Rubio,Marín,Sanz,Núñez,Iglesias,Medina,Cortés,Castillo,Santos,Lozano,Guerrero,Cano,Prieto,Méndez,Cruz,Calvo,Gallego,Vidal,León,Márquez,Herrera,Peña,Cabrera,Rincón,Babiano,Risco,Barba',
  streets:
    'Calle del Olmo,Calle Nueva,Calle de la Fuente,Calle del Pilar,Calle Cervantes,Calle Real,Avenida de la Constitución,Plaza de España,Calle del Pozo,Calle San Roque,Calle Extremadura,Travesía del Molino',
};

const valencian: Names = {
  women: {
    old: 'Empar,Carme,Josepa,Vicenta,Assumpció,Dolors,Maria Teresa,Roseta,Consol,Amparo,Pepita,Remei',
    young: 'Neus,Aitana,Marta,Laia,Clara,Anna,Lídia,Sílvia,Mireia,Raquel,Júlia,Carla',
  },
  men: {
    old: 'Vicent,Josep,Salvador,Ximo,Batiste,Enric,Bernat,Pasqual,Tomàs,Ramon,Lluís,Joan',
    young: 'Pau,Marc,Jordi,Arnau,Joan,Carles,Ferran,Adrià,Andreu,Àlex,Xavi,Martí',
  },
  families:
    'Ferrer,Sanchis,Ballester,Aparicio,Sarrió,Marín,Ciges,Palop,Barberà,Climent,Gandia,Soriano,Martí,Micó,Peris,Sanz,Garrigós,Vila,Juan,Esteve,Bosch,Moltó,Penadés,Roig,Català,Sempere,Fuster,Giner,Alcaraz,Pla',
  streets:
    'Carrer Major,Carrer de la Font,Carrer Nou,Plaça de l’Església,Carrer de Sant Roc,Avinguda del País Valencià,Carrer de la Séquia,Carrer del Molí,Carrer de Xàtiva,Carrer de l’Hort',
};

const galician: Names = {
  women: {
    old: 'Carme,Dolores,Manuela,Balbina,Concha,Sabela,Pilar,Rosalía',
    young: 'Uxía,Antía,Noa,Iria,Sabela,Lúa,Aldara,Xiana',
  },
  men: {
    old: 'Manuel,Xosé,Ramón,Antonio,Benito,Eladio,Amadeo,Xoán',
    young: 'Brais,Iago,Xoel,Anxo,Martiño,Roi,Uxío,Breixo',
  },
  families: 'Fernández,Castro,Seoane,Lago,Rial,Outeiro,Vilariño,Pazos,Rei,Souto,Carballo,Pereira,Otero,Loureiro,Varela',
  streets: 'Rúa Nova,Rúa da Fonte,Rúa do Río,Praza Maior,Rúa do Vilar,Avenida de Galicia',
};

const basque: Names = {
  women: {
    old: 'Miren,Begoña,Itziar,Arantza,Edurne,Garbiñe,Karmele,Mertxe',
    young: 'Ane,Nerea,Maialen,Irati,June,Leire,Uxue,Haizea',
  },
  men: { old: 'Iñaki,Patxi,Joseba,Koldo,Andoni,Txomin,Jon,Kepa', young: 'Jon,Mikel,Ander,Unai,Beñat,Eneko,Aitor,Oier' },
  families:
    'Etxeberria,Agirre,Zubizarreta,Garmendia,Arrieta,Goikoetxea,Ibarra,Larrañaga,Mendizabal,Olabarria,Uriarte,Zabala',
  streets: 'Kale Nagusia,Iturri kalea,Eliz kalea,Zubi kalea,Mendi kalea,Erdiko kalea',
};

const elsewhere: Record<string, Pick<Names, 'women' | 'men' | 'families'>> = {
  en: one(
    'Susan,Margaret,Helen,Emma,Chloe,Patricia',
    'David,Peter,Colin,James,Graham,Oliver',
    'Whitlock,Harding,Ashdown,Carver,Penrose,Fairley,Thornbury,Kelso',
  ),
  fr: one('Sylvie,Camille,Hélène,Manon', 'Luc,Thierry,Antoine,Julien', 'Lemoine,Garnier,Chauvet,Delorme'),
  de: one('Heike,Anna,Ursula,Lena', 'Jürgen,Lukas,Dieter,Jonas', 'Brandt,Lehmann,Vogt,Reinhardt'),
  ro: one(
    'Elena,Ioana,Mihaela,Andreea,Daniela',
    'Ion,Andrei,Mihai,Cristian,Florin',
    'Popa,Munteanu,Dumitrescu,Lungu,Stoica,Rusu,Ciobanu',
  ),
  ar: one(
    'Fátima,Khadija,Amina,Nadia,Salma',
    'Mohamed,Ahmed,Youssef,Hassan,Karim',
    'El Amrani,Benali,Haddad,Ziani,Chraibi,Bouzid',
  ),
  uk: one(
    'Oksana,Olena,Iryna,Natalia',
    'Andrii,Oleksandr,Dmytro,Taras',
    'Kovalenko,Shevchuk,Bondarenko,Melnyk,Tkachenko',
  ),
};

function one(women: string, men: string, families: string): Pick<Names, 'women' | 'men' | 'families'> {
  return { women: { old: women, young: women }, men: { old: men, young: men }, families };
}

const own: Record<string, Names> = { es: spanish, ca: valencian, gl: galician, eu: basque };
const split = new Map<string, string[]>();
function from(list: string, dice: Dice): string {
  const names = split.get(list) ?? list.split(',');
  split.set(list, names);
  return dice.pick(names);
}

const namesOf = (language: string) => own[language] ?? elsewhere[language] ?? spanish;

/** A given name as people of that language, sex and year of birth have. */
export function givenName(language: string, sex: 'female' | 'male', born: number, dice: Dice): string {
  const { women, men } = namesOf(language);
  const names = sex === 'female' ? women : men;
  return from(born < 1968 ? names.old : names.young, dice);
}

/** A family name; half of those who speak a co-official language also carry names of Castilian origin. */
export function familyName(language: string, dice: Dice): string {
  return from((own[language] && language !== 'es' && dice.happens(0.4) ? spanish : namesOf(language)).families, dice);
}

/** A street with a number. */
export function street(language: string, dice: Dice): string {
  return `${from((own[language] ?? spanish).streets, dice)}, ${1 + dice.below(89)}`;
}
