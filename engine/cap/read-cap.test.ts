import { describe, expect, test } from 'vitest';
import { inArea } from '../geo/area.ts';
import { only, sample } from './cap.arbitrary.ts';
import { areaOf, capAlertSchema } from './cap-alert.ts';
import { readCap } from './read-cap.ts';
import { xmlEncoding } from './xml-encoding.ts';

const problems = (xml: string) => {
  const reading = readCap(xml);
  return reading.ok ? [] : reading.problems;
};
const notes = (xml: string) => {
  const reading = readCap(xml);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.notes.map(({ code }) => code);
};
const polygon = /<polygon>[^<]*<\/polygon>/g;

describe('the real warning of AEMET', () => {
  const alert = only(sample);

  test('is read without a note, its instants and original texts kept', () => {
    expect(notes(sample)).toEqual([]);
    expect(alert.sent).toEqual({ at: Date.parse('2026-07-02T16:28:03Z'), text: '2026-07-02T16:28:03-00:00' });
    expect(alert.info[0]?.expires).toEqual({
      at: Date.parse('2026-07-03T18:59:59Z'),
      text: '2026-07-03T20:59:59+02:00',
    });
    expect(alert.references.map(({ identifier }) => identifier)).toEqual([
      '2.49.0.0.724.0.ES.20260701084431.700602ATTA02191782895471',
      '2.49.0.0.724.0.ES.20260702091157.700602ATTA03191782983517',
    ]);
    expect(alert.info.map(({ language }) => language)).toEqual(['es-ES', 'en-GB']);
    expect(alert.info[0]?.parameter[1]).toEqual({
      valueName: 'AEMET-Meteoalerta parametro',
      value: 'TA;Temperatura máxima;40 ºC',
    });
    expect(capAlertSchema.parse(alert)).toEqual(alert);
  });

  test('notifies La Siberia, latitude first, and one shape for both languages', () => {
    const { area, unknownGeocodes } = areaOf(alert);
    expect(area.polygons).toHaveLength(1);
    expect(inArea(area, 39.167, -5.05, '06063')).toBe(true); // Herrera del Duque
    expect(inArea(area, 38.879, -6.97, '06015')).toBe(false); // Badajoz
    expect(unknownGeocodes).toEqual([{ valueName: 'AEMET-Meteoalerta zona', value: '700602' }]);
    expect(areaOf(alert, ({ value }) => (value === '700602' ? ['06063'] : [])).area.municipalities).toEqual(['06063']);
  });

  test('is the same with a prefix, a byte order mark, CDATA, a wrapper, another encoding or version', () => {
    const bare = sample.slice(sample.indexOf('<alert'));
    const prefixed = bare.replace('xmlns =', 'xmlns:cap =').replaceAll(/<(\/?)(\w)/g, '<$1cap:$2');
    const edxl = `<EDXLDistribution xmlns="urn:oasis:names:tc:emergency:EDXL:DE:1.0"><contentObject><xmlContent><embeddedXMLContent>${bare}</embeddedXMLContent></xmlContent></contentObject></EDXLDistribution>`;
    for (const same of [
      prefixed,
      `\uFEFF${sample}`,
      `\n ${sample}`,
      sample.replaceAll(/<(headline|description)>([^<]*)</g, '<$1><![CDATA[$2]]><'),
      edxl,
      `<alerts><!-- one -->${bare}</alerts>`,
      sample.replace('UTF-8', 'ISO-8859-1'),
      sample.replace('cap:1.2', 'cap:1.1'),
      sample.replace('urn:oasis:names:tc:emergency:cap:1.2', 'http://www.incident.com/cap/1.0'),
      sample.replaceAll('Temperatura máxima:', 'Temperatura m&#225;xim&#x61;:'),
    ])
      expect(only(same), same.slice(0, 300)).toEqual(alert);
  });

  test('is decoded by what its bytes say they are', () => {
    const latin = Buffer.from(sample.replace('UTF-8', 'ISO-8859-1'), 'latin1');
    expect(xmlEncoding(latin)).toBe('iso-8859-1');
    expect(only(new TextDecoder(xmlEncoding(latin)).decode(latin))).toEqual(alert);
    expect(xmlEncoding(Buffer.from(sample))).toBe('utf-8');
    const wide = Buffer.from(`\uFEFF${sample}`, 'utf16le');
    expect(only(new TextDecoder(xmlEncoding(wide)).decode(wide))).toEqual(alert);
    expect(xmlEncoding(new Uint8Array())).toBe('utf-8');
  });

  test('several alerts in a wrapper are all read, or none', () => {
    const bare = sample.slice(sample.indexOf('<alert'));
    expect(readCap(`<alerts>${bare}${bare}</alerts>`)).toMatchObject({ ok: true, alerts: [alert, alert] });
    expect(problems(`<alerts>${bare}${bare.replace('>Actual<', '>Real<')}</alerts>`)).toMatchObject([
      { code: 'cap-unknown-value', path: ['alert', 1, 'status'], params: { value: 'Real' } },
    ]);
  });
});

describe('what cannot be meant is refused, with its field and why', () => {
  test.each([
    ['<!DOCTYPE alert [<!ENTITY x SYSTEM "file:///etc/passwd">]>', 'xml-document-type'],
    ['', 'xml-empty'],
    ['hola', 'xml-malformed'],
    ['<alert>', 'xml-malformed'],
    ['<feed/>', 'cap-no-alert'],
    [`${'<a>'.repeat(40)}${'</a>'.repeat(40)}`, 'xml-too-deep'],
    [`${'<a>'.repeat(40_000)}${'</a>'.repeat(40_000)}`, 'xml-too-deep'],
    [`<a>${'x'.repeat(2_100_000)}</a>`, 'xml-too-large'],
  ])('document %# is refused', (xml, code) => {
    expect(problems(xml)).toMatchObject([{ code, severity: 'error' }]);
  });

  test('a custom entity is never expanded', () => {
    expect(problems(sample.replace('AEMET</contact>', '&xxe;</contact>'))).toMatchObject([
      { code: 'xml-entity', params: { entity: '&xxe;' } },
    ]);
    expect(problems(sample.replace('AEMET</contact>', '&#0;</contact>'))).toMatchObject([{ code: 'xml-entity' }]);
  });

  test.each([
    [/<identifier>.*?<\/identifier>/, '', 'cap-missing', ['alert', 0, 'identifier']],
    [/<identifier>/, '<identifier>a b', 'cap-characters', ['alert', 0, 'identifier']],
    [/<sender>http/, '<sender>a,http', 'cap-characters', ['alert', 0, 'sender']],
    [/<sent>.*?<\/sent>/, '', 'cap-missing', ['alert', 0, 'sent']],
    [/<sent>2026-07-02/, '<sent>2026-02-30', 'cap-time', ['alert', 0, 'sent']],
    [/<sent>.*?<\/sent>/, '<sent>ayer</sent>', 'cap-time', ['alert', 0, 'sent']],
    [/<status>Actual/, '<status>actual', 'cap-unknown-value', ['alert', 0, 'status']],
    [/<msgType>.*?<\/msgType>/, '', 'cap-missing', ['alert', 0, 'msgType']],
    [/<scope>Public/, '<scope>Público', 'cap-unknown-value', ['alert', 0, 'scope']],
    [/<scope>Public<\/scope>/, '<scope>Public</scope><scope>Private</scope>', 'cap-repeated', ['alert', 0, 'scope']],
    [/<references>.*?<\/references>/, '', 'cap-references-missing', ['alert', 0, 'references']],
    [/<references>/, '<references>only-an-identifier ', 'cap-reference-form', ['alert', 0, 'references']],
    [/<info>[\s\S]*<\/info>/, '', 'cap-missing', ['alert', 0, 'info']],
    [/<urgency>Future/, '<urgency>Soon', 'cap-unknown-value', ['alert', 0, 'info', 0, 'urgency']],
    [/<severity>Severe<\/severity>/, '', 'cap-missing', ['alert', 0, 'info', 0, 'severity']],
    [/<responseType>Monitor/, '<responseType>Run', 'cap-unknown-value', ['alert', 0, 'info', 0, 'responseType']],
    [/<expires>2026/, '<expires>26', 'cap-time', ['alert', 0, 'info', 0, 'expires']],
    [/<areaDesc>[^<]*/, '<areaDesc>', 'cap-missing', ['alert', 0, 'info', 0, 'area', 0, 'areaDesc']],
    [/39.14,-5.58/, '39.14;-5.58', 'cap-coordinates', ['alert', 0, 'info', 0, 'area', 0, 'polygon', 0]],
    [/39.19,-5.61/, '139.19,-5.61', 'coordinate-out-of-range', ['alert', 0, 'info', 0, 'area', 0, 'polygon', 0]],
    [/<polygon>[^<]*/, '<polygon>39,-5 40,-5', 'polygon-too-few', ['alert', 0, 'info', 0, 'area', 0, 'polygon', 0]],
    [/<geocode>/, '<circle>39.1,-5.1</circle><geocode>', 'cap-circle', ['alert', 0, 'info', 0, 'area', 0, 'circle', 0]],
    [
      /<geocode>/,
      '<circle>39.1,-5.1 -3</circle><geocode>',
      'cap-circle',
      ['alert', 0, 'info', 0, 'area', 0, 'circle', 0],
    ],
    [
      /<\/geocode>/,
      '</geocode><altitude>high</altitude>',
      'cap-number',
      ['alert', 0, 'info', 0, 'area', 0, 'altitude'],
    ],
  ] as [RegExp, string, string, (string | number)[]][])('change %# of the sample: %s', (from, to, code, path) => {
    expect(from.test(sample)).toBe(true);
    expect(problems(sample.replace(from, to))).toEqual([expect.objectContaining({ code, path, severity: 'error' })]);
  });
});

describe('what is loose is read, with a note', () => {
  test.each([
    [/<sent>2026-07-02T16:28:03-00:00/, '<sent>2026-07-02T16:28:03Z', 'cap-time-zulu'],
    [/<sent>2026-07-02T16:28:03-00:00/, '<sent>2026-07-02T16:28:03', 'cap-time-without-offset'],
    [/<sent>2026-07-02T16:28:03/, '<sent>2026-07-02T16:28:03.000', 'cap-time-fraction'],
    [/urn:oasis:names:tc:emergency:cap:1.2/, 'urn:cap:9', 'cap-unknown-namespace'],
    [/ xmlns = "[^"]*"/, '', 'cap-no-namespace'],
    [/<certainty>Likely/, '<certainty>Very Likely', 'cap-very-likely'],
    [/<status>/, '<mood>bad</mood><status>', 'cap-unknown-element'],
    [/(<identifier>.*<\/identifier>)\s*(<sender>.*<\/sender>)/, '$2$1', 'cap-order'],
    [/<scope>Public<\/scope>/, '<scope>Public</scope><restriction>x</restriction>', 'cap-out-of-place'],
    [/<scope>Public<\/scope>/, '<scope>Public</scope><addresses>x</addresses>', 'cap-out-of-place'],
    [/ 39.14,-5.58<\/polygon>/, '</polygon>', 'cap-polygon-closed'],
    [/<polygon>39.14,-5.58 39.19,-5.61/, '<polygon>39.14,-5.58 38.70,-4.6', 'polygon-crosses-itself'],
    [/39.19,-5.61/, '39.1900001,-5.61', 'cap-decimals'],
    [/<geocode>/, '<polygon/><geocode>', 'cap-polygon-empty'],
    [/<geocode>/, '<circle> </circle><geocode>', 'cap-circle-empty'],
    [/<geocode>/, '<circle>-5.1,39.1 0</circle><geocode>', 'coordinates-swapped'],
    [/<\/geocode>/, '</geocode><ceiling>100</ceiling>', 'cap-ceiling'],
    [/<\/geocode>/, '</geocode><altitude>200</altitude><ceiling>100</ceiling>', 'cap-ceiling'],
    [/<expires>[^<]*<\/expires>/, '', 'cap-expires-missing'],
    [/<category>Met<\/category>/, '', 'cap-missing'],
    [
      /<area>/,
      `<resource><resourceDesc>x</resourceDesc><derefUri>${'A'.repeat(100_001)}</derefUri></resource><area>`,
      'cap-embedded-too-large',
    ],
  ] as [RegExp, string, string][])('change %# of the sample: %s', (from, to, code) => {
    expect(from.test(sample)).toBe(true);
    expect(notes(sample.replace(from, to))).toEqual([code]);
  });

  test('polygons with latitude and longitude exchanged are suspected', () => {
    const turned = sample.replaceAll(/(\d\d\.\d+),(-\d\.\d+)/g, '$2,$1');
    expect(new Set(notes(turned))).toEqual(new Set(['coordinates-swapped']));
  });

  test('an instant is kept whatever the notation', () => {
    for (const text of [
      '2026-07-02T16:28:03Z',
      '2026-07-02T16:28:03',
      '2026-07-02T18:28:03.000+02:00',
      '2026-07-02 17:28:03+0100',
    ])
      expect(only(sample.replace('2026-07-02T16:28:03-00:00', text)).sent).toEqual({
        at: Date.parse('2026-07-02T16:28:03Z'),
        text,
      });
  });

  test('several polygons, circles and geocodes of several areas are one union', () => {
    const second =
      '<area><areaDesc>Two</areaDesc><polygon>\n40,-3\t40,-2  41,-2\n41,-3 40,-3 </polygon><polygon>42,1 42,2 43,2 42,1</polygon>' +
      '<circle>28.46,-16.25 10</circle><circle>39.47,-0.38 0</circle><geocode><valueName>INE</valueName><value>15030</value></geocode></area></info>';
    const { area } = areaOf(only(sample.replace('</info>', second)), ({ valueName, value }) =>
      valueName === 'INE' ? [value] : [],
    );
    const inside = (lat: number, lon: number, municipality: string | null = null) =>
      inArea(area, lat, lon, municipality);
    expect([
      inside(39.167, -5.05),
      inside(40.5, -2.5),
      inside(42.2, 1.5),
      inside(28.5, -16.3),
      inside(39.47, -0.38),
    ]).toEqual(Array(5).fill(true));
    expect([inside(43.3, -8.4, '15030'), inside(43.3, -8.4, '15031'), inside(39.48, -0.38)]).toEqual([
      true,
      false,
      false,
    ]);
  });

  test('an area of nothing but geocodes is kept, and says which the table does not know', () => {
    expect(areaOf(only(sample.replaceAll(polygon, '')))).toEqual({
      area: { polygons: [], circles: [], municipalities: [] },
      unknownGeocodes: [{ valueName: 'AEMET-Meteoalerta zona', value: '700602' }],
    });
  });

  test('CAP 1.0 is read: no scope, name=value pairs, Very Likely', () => {
    const old =
      '<alert xmlns="http://www.incident.com/cap/1.0"><identifier>KSTO1055887203</identifier><sender>KSTO@NWS.NOAA.GOV</sender>' +
      '<sent>2003-06-17T14:57:00-07:00</sent><status>Actual</status><msgType>Alert</msgType><info><category>Met</category>' +
      '<event>SEVERE THUNDERSTORM</event><urgency>Immediate</urgency><severity>Severe</severity><certainty>Very Likely</certainty>' +
      '<eventCode>same=SVR</eventCode><area><areaDesc>ALPINE COUNTY</areaDesc><geocode>fips6=006003</geocode></area></info></alert>';
    expect(notes(old)).toEqual(['cap-scope-assumed', 'cap-expires-missing', 'cap-very-likely']);
    expect(only(old)).toMatchObject({
      scope: 'Public',
      info: [
        {
          language: 'en-US',
          certainty: 'Likely',
          eventCode: [{ valueName: 'same', value: 'SVR' }],
          area: [{ geocode: [{ valueName: 'fips6', value: '006003' }] }],
        },
      ],
    });
  });

  test('a Cancel needs no info, and an XML signature is no stranger', () => {
    const cancel = sample
      .replace('>Update<', '>Cancel<')
      .replace(
        /<info>[\s\S]*<\/info>/,
        '<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"><SignedInfo/></Signature>',
      );
    expect(notes(cancel)).toEqual([]);
    expect(only(cancel)).toMatchObject({ msgType: 'Cancel', info: [] });
  });
});
