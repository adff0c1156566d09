/**
 * Where the invented people of the demonstration live: their number for every 50,000, whether the place is ageing or visited, and where
 * the town lies when that is known (the point of `municipalitiesOfSpain` is only somewhere inside the outline).
 */
export type Place = {
  code: string;
  people: number;
  ageing?: boolean;
  visited?: boolean;
  at?: readonly [lat: number, lon: number];
};

// Places of La Siberia extremeña, inside AEMET's zone 700602 of the heat-wave example and around its rim.
const siberia: Place[] = [
  { code: '06063', people: 1_550, at: [39.168, -5.05] }, // Herrera del Duque
  { code: '06127', people: 1_450, at: [39.037, -5.235] }, // Talarrubias
  { code: '06125', people: 850, at: [38.977, -5.05] }, // Siruela
  { code: '06051', people: 800 }, // Fuenlabrada de los Montes
  { code: '06033', people: 650, at: [39.107, -5.332] }, // Casas de Don Pedro
  { code: '06102', people: 550, at: [38.985, -5.256] }, // Puebla de Alcocer
  { code: '06137', people: 500, at: [39.245, -5.189] }, // Valdecaballeros
  { code: '06035', people: 420, at: [39.281, -5.09] }, // Castilblanco
  { code: '06048', people: 380 }, // Esparragosa de Lares
  { code: '06062', people: 290 }, // Helechosa de los Montes
  { code: '06057', people: 250 }, // Garlitos
  { code: '06056', people: 210 }, // Garbayuela
  { code: '06157', people: 200 }, // Villarta de los Montes
  { code: '06017', people: 140 }, // Baterno
  { code: '06130', people: 110 }, // Tamurejo
  { code: '06118', people: 90 }, // Sancti-Spíritus
  { code: '06114', people: 70 }, // Risco
  { code: '06030', people: 90 }, // Capilla
  { code: '06100', people: 400 }, // Peñalsordo
  { code: '06161', people: 150 }, // Zarza-Capilla
  { code: '06091', people: 700, at: [39.098, -5.469] }, // Navalvillar de Pela
  { code: '06097', people: 500, at: [39.005, -5.533] }, // Orellana la Vieja
  { code: '06023', people: 700, at: [38.721, -5.22] }, // Cabeza del Buey
  { code: '13002', people: 350 }, // Agudo
  { code: '06096', people: 80 }, // Orellana de la Sierra
].map((place) => ({ ...place, ageing: true }) as Place);

// Around Enguera and Anna (Valencia), for the forest fire.
const canalDeNavarres: Place[] = [
  { code: '46118', people: 4_100, at: [38.979, -0.687] }, // Enguera
  { code: '46039', people: 2_300, at: [39.02, -0.644] }, // Anna
  { code: '46107', people: 2_000, at: [39.043, -0.661] }, // Chella
  { code: '46073', people: 1_150, at: [39.061, -0.673] }, // Bolbaite
  { code: '46174', people: 950, at: [38.951, -0.652] }, // Montesa
  { code: '46179', people: 900, at: [39.101, -0.695] }, // Navarrés
  { code: '46121', people: 100 }, // Estubeny
  { code: '46206', people: 150 }, // Quesa
  { code: '46071', people: 100 }, // Bicorp
].map((place) => ({ ...place, visited: true }) as Place);

const capitals =
  '28079 3300,08019 1650,41091 690,50297 680,29067 590,30030 470,07040 430,03014 350,48020 345,14021 320,47186 300,01059 255,15030 245,18087 230,33044 215,31201 205,04013 200,20069 188,12040 175,09059 173,39075 172,02003 172,26089 150,06015 150,37274 143,21041 142,25120 142,43148 137,24089 121,11012 113,23050 111,32054 104,17079 104,27028 98,10037 96,19130 88,45168 86,52001 86,51001 83,36038 83,34120 77,13034 75,49275 60,05194 58,16078 54,22125 54,40194 51,42173 40,44216 36';
const largeTowns: Record<string, string> = {
  '06': '06083 60,06044 37,06011 33,06153 25',
  '46': '46250 800,46244 85,46131 77,46190 72,46220 68,46017 45,46184 35,46145 29,46081 13,46251 3,46170 4',
  '35': '35016 380,35026 103,35004 65,35019 55,35017 42',
  '38': '38038 210,38023 158,38001 50,38031 43,38037 15,38048 11,38036 9',
  '28': '28092 210,28006 200,28007 170,28074 190,28065 185,28058 195,28148 135,28005 122,28106 110',
};
const provinces: readonly (readonly [province: string, people: number])[] = [
  ['06', 3_500],
  ['46', 6_500],
  ['35', 3_500],
  ['38', 2_500],
  ['28', 4_000],
];

/** All places with their people, about 50,000 in all; `codes` are the municipalities that exist. */
export function places(codes: readonly string[]): Place[] {
  const near = [...siberia, ...canalDeNavarres];
  const taken = new Set(near.map(({ code }) => code));
  const byProvince = provinces.flatMap(([province, people]) => {
    const large = weights(largeTowns[province] ?? '').filter(([code]) => !taken.has(code));
    const small = codes.filter(
      (code) => code.startsWith(province) && !taken.has(code) && !large.some(([l]) => l === code),
    );
    return shared(people, [...large, ...small.map((code) => [code, 1.2] as const)]);
  });
  return [...near, ...byProvince, ...shared(8_700, weights(capitals))];
}

const weights = (list: string) =>
  list.split(',').map((entry) => {
    const [code = '', weight = '1'] = entry.split(' ');
    return [code, Number(weight)] as const;
  });

function shared(people: number, among: readonly (readonly [string, number])[]): Place[] {
  const total = among.reduce((sum, [, weight]) => sum + weight, 0);
  return among.map(([code, weight]) => ({ code, people: (people * weight) / total }));
}
