import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { inventedMobile } from '#engine/text/invented-contact.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';
import { changeAttributes } from './change-attributes.ts';
import { importCitizens } from './import-citizens.ts';

let testing: TestDatabase;
let unitId: string;
const errorsFolder = mkdtempSync(join(tmpdir(), 'cauce-imports-'));
beforeAll(async () => {
  testing = await testDatabase();
  await testing.database.query(`insert into municipality values ('06063', 'Herrera del Duque', '06', '11', 39.2, -5.0),
    ('46257', 'Castelló', '46', '10', 39.07, -0.52), ('12040', 'Castelló de la Plana', '12', '10', 39.98, -0.03), ('35016', 'Las Palmas de Gran Canaria', '35', '05', 28.1, -15.4)`);
});
afterAll(() => testing.close());
beforeEach(async () => {
  unitId = (await testing.database.query(`insert into unit (name) values ('prueba') returning id`)).rows[0].id;
  await testing.database.query(
    `insert into attribute (unit_id, name, type, title) values ($1, 'hasFiled', 'boolean', '{"es": "Ha presentado"}'), ($1, 'points', 'number', '{}'), ($1, 'deadline', 'date', '{}')`,
    [unitId],
  );
});

const bytes = async function* (text: string | Buffer) {
  yield typeof text === 'string' ? Buffer.from(text) : text;
};
const importing = (text: string | Buffer) =>
  importCitizens(testing.database, {
    who: { kind: 'system', id: 'test' },
    unitId,
    name: 'padron.csv',
    file: bytes(text),
    errorsFolder,
  });
async function imported(text: string | Buffer) {
  const result = await importing(text);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result;
}
const citizen = async (ref: string) =>
  (
    await testing.database.query('select *, birth_date::text from citizen where unit_id = $1 and ref = $2', [
      unitId,
      ref,
    ])
  ).rows[0];

test('reads a Spanish spreadsheet: semicolons, Windows-1252, local dates, phones without prefix, names of municipalities', async () => {
  const file = Buffer.from(
    'Referencia;Nombre;Apellidos;Fecha de nacimiento;Móvil;Municipio;Vive sola;Ha presentado;points;Consentimientos;Notas\r\n' +
      'A1;Begoña;Núñez Ibáñez;2/7/1941;612 34 56 78;Herrera del Duque;Sí;no;3,5;sms, correo;x\r\n' +
      'A2;Íñigo;Peña;1980-12-31;;35016;no;;;;\r\n',
    'latin1',
  );
  const result = await imported(file);
  expect(result).toMatchObject({ rows: 2, added: 2, changed: 0, refused: 0, unread: ['Notas'] });
  expect(await citizen('A1')).toMatchObject({
    given_name: 'Begoña',
    family_name: 'Núñez Ibáñez',
    birth_date: '1941-07-02',
    mobile: '+34612345678',
    municipality: '06063',
    lives_alone: true,
    consents: ['sms', 'email'],
    attributes: { hasFiled: false, points: 3.5 },
    kind: 'person',
    language: 'es',
  });
  expect((await citizen('A1')).sources.points.source).toBe('padron.csv');
  expect(await citizen('A2')).toMatchObject({ zone: 'Atlantic/Canary', attributes: {}, mobile: null });
});

test('a bad row is refused with every reason, its line and its column, and stops no good one', async () => {
  const result = await imported(
    `ref,mobile,birthDate,email,municipality,deadline,lat,lon\n` +
      `good,${inventedMobile(7)},1990-02-28,a@b.es,Castelló,2026-07-01,39.1,-0.5\n` +
      `bad,12,1990-02-30,=1+1,Atlantis,soon,39.1,\n` +
      `land,912345678,,,,,,\n` +
      `,,,,,,,\n` +
      `short,x\n` +
      `late,,2199-01-01,,,,,\n` +
      `=cmd(),,1x,,,,,\n` +
      `good,,,,,,,\n`,
  );
  expect(result).toMatchObject({ rows: 8, added: 1, refused: 7 });
  const lines = readFileSync(result.errorsPath ?? '', 'utf8')
    .trimEnd()
    .split('\r\n');
  expect(lines[0]).toBe('\uFEFFline,column,why,value');
  expect(lines.slice(1)).toEqual([
    '"3","mobile","not-a-phone","12"',
    '"3","birthDate","not-a-date","1990-02-30"',
    `"3","email","not-an-email","'=1+1"`,
    '"3","deadline","not-a-date","soon"',
    '"3","municipality","unknown-municipality","Atlantis"',
    '"3","lon","half-a-place",""',
    '"4","mobile","not-a-mobile","912345678"',
    '"5","ref","ref-missing",""',
    '"6","","columns","2"',
    '"7","birthDate","not-born-yet","2199-01-01"',
    '"8","birthDate","not-a-date","1x"',
    '"9","ref","ref-twice","good"',
  ]);
  expect(await citizen('good')).toMatchObject({
    municipality: '46257',
    mobile: inventedMobile(7),
    birth_date: '1990-02-28',
  });
  const { rows } = await testing.database.query('select status, rows, refused, errors_path from import where id = $1', [
    result.importId,
  ]);
  expect(rows[0]).toEqual({ status: 'done', rows: 8, refused: 7, errors_path: result.errorsPath });
});

test('a file that cannot be an import is refused before anything is read', async () => {
  expect(await importing('nombre,apellidos\nAna,Gil\n')).toMatchObject({
    ok: false,
    problems: [{ code: 'import-without-ref' }],
  });
  expect(await importing('')).toMatchObject({ ok: false, problems: [{ code: 'import-without-ref' }] });
  expect(await importing('ref,correo,email\n')).toMatchObject({
    ok: false,
    problems: [{ code: 'import-column-twice' }],
  });
});

test('an empty cell says nothing, and importing the same file again changes nobody', async () => {
  await imported('ref,email,hasFiled\nA,a@b.es,no\n');
  expect(await imported('ref,email,hasFiled,points\nA,,,4\n')).toMatchObject({ added: 0, changed: 1 });
  expect(await citizen('A')).toMatchObject({ email: 'a@b.es', attributes: { hasFiled: false, points: 4 } });
  expect(await imported('ref,email,hasFiled,points\nA,,,4\n')).toMatchObject({ added: 0, changed: 0 });
});

test('representatives and carers are found by their ref, also further down the same file; an unknown one is refused', async () => {
  const result = await imported(
    'ref,tutor,cuidadora,hogar\nkid,mother,,h1\nmother,,,h1\nold,,mother,h2\nlost,nobody,,h3\n',
  );
  expect(result).toMatchObject({ added: 3, refused: 1 });
  const [kid, mother, old] = [await citizen('kid'), await citizen('mother'), await citizen('old')];
  expect(kid.representative_id).toBe(mother.id);
  expect(old.carer_id).toBe(mother.id);
  expect(kid.household_id).toBe(mother.household_id);
  expect(old.household_id).not.toBe(mother.household_id);
});

test('a changed attribute wakes the active members who wait on it, on the clock of their run, and nobody else', async () => {
  await imported('ref,hasFiled,points\nA,no,1\nB,no,1\nC,no,1\n');
  await enrol({ watches: ['hasFiled', 'deceased'], clock: '2026-07-02T16:30:00Z', status: 'active' });
  await enrol({ watches: ['deadline'], clock: null, status: 'active' });
  await enrol({ watches: ['hasFiled'], clock: null, status: 'finished' });
  const result = await imported('ref,hasFiled,points\nA,sí,1\nB,no,2\nC,no,1\n');
  expect(result).toMatchObject({ changed: 2, woken: 1 });
  const { rows } = await testing.database.query(
    `delete from inbox using member, citizen where member.id = inbox.member_id and citizen.id = member.citizen_id and citizen.unit_id = $1
     returning ref, type, data, inbox.at, inbox.partition_id = member.partition_id as home`,
    [unitId],
  );
  expect(rows).toEqual([
    {
      ref: 'A',
      type: 'attribute.changed',
      data: { attributes: ['hasFiled'] },
      at: new Date('2026-07-02T16:30:00Z'),
      home: true,
    },
  ]);
  expect(await imported('ref,fallecida\nB,sí\n')).toMatchObject({ changed: 1, woken: 1 });
  const changed = await changeAttributes(testing.database, {
    unitId,
    source: 'api',
    changes: [{ ref: 'C', attributes: { hasFiled: true } }],
  });
  expect(changed).toEqual({ ok: true, changed: 1, woken: 1 });
});

test('changeAttributes writes all or nothing, and names what is wrong', async () => {
  await imported('ref,points\nA,1\n');
  const { id } = await citizen('A');
  const wrong = await changeAttributes(testing.database, {
    unitId,
    source: 'api',
    changes: [
      { citizenId: id, attributes: { points: 2 } },
      { ref: 'nobody', attributes: { points: 2 } },
      { ref: 'A', attributes: { points: 'many', shoes: 4, protected: true } },
    ],
  });
  expect(wrong).toMatchObject({ ok: false });
  expect(wrong.ok ? [] : wrong.problems.map(({ code, path }) => [code, ...(path ?? [])].join(' '))).toEqual([
    'unknown-citizen changes 1',
    'not-a-number changes 2 attributes points',
    'unknown-attribute changes 2 attributes shoes',
    'unknown-attribute changes 2 attributes protected',
  ]);
  expect((await citizen('A')).attributes).toEqual({ points: 1 });
  const changes = [{ citizenId: id, attributes: { points: 2, deadline: '2026-07-01', hasFiled: false } }];
  expect(await changeAttributes(testing.database, { unitId, source: 'api', changes })).toMatchObject({
    ok: true,
    changed: 1,
  });
  expect((await citizen('A')).attributes).toEqual({ points: 2, deadline: '2026-07-01', hasFiled: false });
});

test('50,000 rows take seconds, not minutes', async () => {
  const rows = Array.from(
    { length: 50_000 },
    (_, i) => `R${i},Ana ${i},${inventedMobile(i)},1980-01-0${1 + (i % 9)},06063,${i % 2 ? 'sí' : 'no'}`,
  );
  const file = `ref,nombre,móvil,birthDate,municipio,hasFiled\n${rows.join('\n')}\n`;
  const from = performance.now();
  expect(await imported(file)).toMatchObject({ rows: 50_000, added: 50_000 });
  expect(await imported(file.replaceAll(',no\n', ',sí\n'))).toMatchObject({ changed: 25_000 });
  expect(performance.now() - from).toBeLessThan(90_000);
}, 120_000);

async function enrol({ watches, clock, status }: { watches: string[]; clock: string | null; status: string }) {
  const { database } = testing;
  await database.query(
    `with j as (insert into journey (unit_id, slug, title, draft) values ($1, gen_random_uuid()::text, 't', '{}') returning id),
       v as (insert into revision (journey_id, n, document, compiled, hash, compiler) select id, 1, '{}', jsonb_build_object('watches', $2::jsonb), 'h', 1 from j returning id, journey_id),
       r as (insert into run (unit_id, journey_id, revision_id, kind, mode, status, clock_at) select $1, journey_id, id, 'launched', 'drill', 'open', $3 from v returning id, journey_id),
       p as (insert into partition (run_id, k, lane) select id, 1, 1 from r returning id, run_id)
     insert into member (run_id, partition_id, journey_id, citizen_id, status, entered_at)
     select r.id, p.id, r.journey_id, citizen.id, $4, now() from r, p, citizen where citizen.unit_id = $1`,
    [unitId, JSON.stringify(watches), clock, status],
  );
}
