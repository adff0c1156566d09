import { baseOf, type Lint, plainWords } from './passage.ts';

/**
 * The five things that people need before they act (Mileti and Sorensen's Warning Response Model): who speaks, what
 * happens, where, what to do and when. Asked of the first message of an emergency, in the languages whose words we know.
 */
export const lintWarningContent: Lint = ({ language, class: messageClass, subject, body, opens }) => {
  const known = vocabulary[baseOf(language)];
  if (messageClass !== 'emergency' || !opens || !known) return [];
  const said = plainWords(`${subject}\n\n${body}`);
  return elements
    .filter((element) => !known[element].test(said) && !fromEvent[element]?.test(body))
    .filter((element) => element !== 'location' || !namedPlace.test(said))
    .map((element) => ({ code: `warning-without-${element}`, severity: 'warning' }));
};

const elements = ['source', 'hazard', 'location', 'guidance', 'time'] as const;
type Element = (typeof elements)[number];

/** What a code of the text brings when it is filled. */
const fromEvent: Partial<Record<Element, RegExp>> = {
  location: /\{\{\s*(?:event\.(?:areaDesc|area|place)|citizen\.municipality)/,
  hazard: /\{\{\s*event\.(?:event|phenomenon|headline)/,
  time: /\{\{\s*event\.(?:onset|expires|effective)/,
};

const anyOf = (words: string) => new RegExp(`(?<!\\p{L})(?:${words})`, 'iu');
/** A place by its name: a capital letter after a word of place. */
const namedPlace =
  /(?<!\p{L})(?:en|de|a|al|in|at|near|cerca de|prop de|preto de)\s+(?:(?:el|la|los|las|els|les|o|os|as)\s+)?\p{Lu}\p{Ll}+/u;

const hours = '\\d{1,2}[:.]\\d{2}|\\d{1,2} ?h\\b';

const vocabulary: Record<string, Record<Element, RegExp>> = {
  es: {
    source: anyOf(
      'emergencias|protección civil|112|ayuntamiento|comunidad|gobierno|generalitat|diputación|policía|bomberos|xunta|junta|cabildo|aemet',
    ),
    hazard: anyOf(
      'incendio|fuego|inundaci|riada|crecida|lluvia|tormenta|viento|nevada|nieve|calor|frío|ola |terremoto|temblor|tsunami|volcán|lava|ceniza|gas|fuga|tóxic|nube|humo|explosi|presa|desbordamiento|dana|temporal|contaminaci|agua no potable|apagón|corte de',
    ),
    location: anyOf(
      'su zona|su barrio|su calle|su casa|su domicilio|su municipio|la zona|en el término|en los municipios|en todo|entre las calles',
    ),
    guidance: anyOf(
      'salga|vaya|no vaya|quédese|permanezca|no salga|cierre|aléjese|suba|baje|beba|no beba|evite|no vuelva|llame|acuda|refúgiese|prepárese|siga|espere|no use|no coja|abandone|póngase|busque',
    ),
    time: anyOf(
      `ahora|ya\\b|inmediatamente|de inmediato|cuanto antes|hoy|mañana|esta (?:tarde|noche|mañana)|hasta|desde las|a partir de|durante|en cuanto|${hours}`,
    ),
  },
  ca: {
    source: anyOf(
      'emergències|protecció civil|112|ajuntament|comunitat|govern|generalitat|diputació|policia|bombers|consell',
    ),
    hazard: anyOf(
      'incendi|foc|inundaci|riuada|crescuda|pluja|pluges|tempesta|vent|nevada|neu|calor|fred|onada|terratrèmol|gas|fuita|tòxic|núvol|fum|explosi|presa|desbordament|dana|temporal|contaminaci|apagada|tall de',
    ),
    location: anyOf(
      'la seua zona|la seva zona|el seu barri|el seu carrer|sa casa|casa seva|casa|el seu municipi|la zona|al terme|als municipis|a tot',
    ),
    guidance: anyOf(
      'isca|surti|vaja|vagi|no vaja|no vagi|quede|quedi|romanga|romangui|no isca|no surti|tanque|tanqui|allunye|allunyi|puge|pugi|baixe|baixi|bega|begui|evite|eviti|no torne|no torni|telefone|truque|truqui|cride|acudisca|refugie|prepare|seguisca|segueixi|espere|esperi|no use|abandone|abandoni|busque|faça|faci',
    ),
    time: anyOf(
      `ara|ja\\b|immediatament|de seguida|com més prompte|hui|avui|demà|esta (?:vesprada|nit)|aquesta (?:tarda|nit)|fins|des de les|a partir de|durant|${hours}`,
    ),
  },
  gl: {
    source: anyOf('emerxencias|protección civil|112|concello|comunidade|goberno|xunta|deputación|policía|bombeiros'),
    hazard: anyOf(
      'incendio|lume|inundaci|enchenta|choiva|treboada|vento|nevada|neve|calor|frío|vaga|terremoto|gas|fuga|tóxic|nube|fume|explosi|presa|temporal|contaminaci|apagón|corte de',
    ),
    location: anyOf('a súa zona|o seu barrio|a súa rúa|a súa casa|o seu concello|a zona|nos concellos|en todo'),
    guidance: anyOf(
      'saia|vaia|non vaia|quede|permaneza|non saia|peche|afástese|suba|baixe|beba|evite|non volva|chame|acuda|refúxiese|prepárese|siga|agarde|non use|abandone|busque',
    ),
    time: anyOf(
      `agora|xa\\b|inmediatamente|canto antes|hoxe|mañá|esta (?:tarde|noite)|ata|desde as|a partir de|durante|${hours}`,
    ),
  },
  eu: {
    source: anyOf('larrialdi|babes zibila|112|udal|jaurlaritza|aldundi|polizia|ertzaintza|suhiltzaile'),
    hazard: anyOf(
      'sute|su |uholde|euri|ekaitz|haize|elur|bero|hotz|lurrikara|gas|ihes|toxiko|hodei|ke |leherketa|presa|kutsadura|itzalaldi',
    ),
    location: anyOf('zure ingurua|zure auzoa|zure kalea|zure etxea|zure udalerria|ingurune|inguruan|udalerri|eremu'),
    guidance: anyOf(
      'irten|joan|ez joan|geratu|ez irten|itxi|urrundu|igo|jaitsi|edan|saihestu|ez itzuli|deitu|prestatu|jarraitu|itxaron|ez erabili|utzi|bilatu',
    ),
    time: anyOf(`orain|berehala|gaur|bihar|gaur (?:arratsaldean|gauean)|arte|aurrera|bitartean|${hours}`),
  },
  en: {
    source: anyOf('emergenc|civil protection|112|council|government|police|fire service|community|region'),
    hazard: anyOf(
      'wildfire|fire|flood|rain|storm|wind|snow|heat|cold|wave|earthquake|gas|leak|toxic|cloud|smoke|explosion|dam|pollution|power cut|outage',
    ),
    location: anyOf('your area|your street|your home|your town|the area|in the municipalit|your neighbourhood'),
    guidance: anyOf(
      'leave|go |stay|do not|don’t|close|move|drink|avoid|call|shelter|prepare|follow|wait|evacuate|keep',
    ),
    time: anyOf(`now|immediately|at once|today|tomorrow|tonight|until|from \\d|during|as soon as|${hours}`),
  },
};
