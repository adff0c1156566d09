import type { Attribute } from '#engine/rule/attribute.ts';
import { coreAttribute } from '#engine/rule/core-attributes.ts';
import {
  type CellReader,
  readBirthDate,
  readBoolean,
  readChannels,
  readCode,
  readDate,
  readDegrees,
  readEmail,
  readKind,
  readLanguage,
  readList,
  readMobile,
  readNumber,
  readPhone,
  readSex,
  readText,
} from './read-cell.ts';

/**
 * Something a file may say of a citizen: its name in rules, the column of `citizen` with its SQL type (or none: a catalogued
 * attribute), how a cell is read, and what a header may call it.
 */
export type Importable = {
  name: string;
  column?: string;
  type: string;
  read: CellReader;
  called: readonly string[];
};

/** The core columns that a file may bring. `representative` and `carer` are given by their `ref`, `household` by any label. */
export const coreImportables: readonly Importable[] = [
  core('ref', 'ref', 'text', readText(80), 'referencia', 'identificador', 'id'),
  core('kind', 'kind', 'text', readKind, 'tipo'),
  core('givenName', 'given_name', 'text', readText(120), 'nombre', 'nombre de pila'),
  core('familyName', 'family_name', 'text', readText(120), 'apellidos', 'apellido'),
  core('legalName', 'legal_name', 'text', readText(200), 'razón social', 'denominación'),
  core('birthDate', 'birth_date', 'date', readBirthDate, 'fecha de nacimiento', 'fecha nacimiento', 'nacimiento'),
  core('sex', 'sex', 'text', readSex, 'sexo'),
  core('language', 'language', 'text', readLanguage, 'idioma', 'lengua'),
  core('municipality', 'municipality', 'text', readText(80), 'municipio', 'código ine', 'ine'),
  core('lat', 'lat', 'float8', readDegrees(90), 'latitud'),
  core('lon', 'lon', 'float8', readDegrees(180), 'longitud', 'lng'),
  core('mobile', 'mobile', 'text', readMobile, 'móvil', 'teléfono móvil', 'celular'),
  core('landline', 'landline', 'text', readPhone, 'fijo', 'teléfono fijo', 'teléfono'),
  core('email', 'email', 'text', readEmail, 'correo', 'correo electrónico', 'e-mail'),
  core('pushToken', 'push_token', 'text', readText(500)),
  core('postalAddress', 'postal_address', 'text', readText(300), 'dirección', 'dirección postal', 'domicilio'),
  core('consents', 'consents', 'text[]', readChannels, 'consentimientos'),
  core('blocked', 'blocked', 'text[]', readChannels, 'canales bloqueados', 'bloqueados'),
  core('representative', 'representative_id', 'uuid', readText(80), 'representante', 'tutor', 'tutora'),
  core('carer', 'carer_id', 'uuid', readText(80), 'persona de confianza', 'cuidador', 'cuidadora'),
  core('household', 'household_id', 'uuid', readText(80), 'hogar', 'unidad familiar'),
  core('livesAlone', 'lives_alone', 'boolean', readBoolean, 'vive solo', 'vive sola'),
  core('needs', 'needs', 'text[]', readList, 'necesidades'),
  core('protected', 'protected', 'boolean', readBoolean, 'protegida', 'protegido'),
  core('deceased', 'deceased', 'boolean', readBoolean, 'fallecida', 'fallecido'),
  core('minor', 'minor', 'boolean', readBoolean, 'menor', 'menor de edad'),
  core('represented', 'represented', 'boolean', readBoolean, 'representada', 'representado'),
];

/** The entries of a catalogue that hold values of their own; those of core columns only say what these may be used for. */
export function catalogued(catalogue: readonly Attribute[]): Attribute[] {
  return catalogue.filter(({ name }) => coreAttribute(name) === undefined);
}

/** A catalogued attribute as something a file may bring, called by its name or one of its titles. */
export function importableAttribute({ name, type, title }: Attribute): Importable {
  return { name, type: 'jsonb', read: byType[type], called: [name, ...Object.values(title)] };
}

/** Finds what a header means, however it is written: case, accents, spaces and hyphens do not matter. */
export function importableCalled(header: string, among: readonly Importable[]): Importable | undefined {
  const wanted = plain(header);
  return among.find(({ called }) => called.some((name) => plain(name) === wanted));
}

const byType: Record<Attribute['type'], CellReader> = {
  text: readText(2_000),
  number: readNumber,
  boolean: readBoolean,
  date: readDate,
  list: readList,
  code: readCode,
  place: () => ({ why: 'not-importable' }),
};

function core(name: string, column: string, type: string, read: CellReader, ...synonyms: string[]): Importable {
  return { name, column, type, read, called: [name, ...synonyms] };
}

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
