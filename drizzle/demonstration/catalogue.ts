import type { Attribute } from '#engine/rule/attribute.ts';

const grant = 'Gestor de becas de comedor (muestra)';
const grantNorm = 'RGPD art. 6.1.e; Ley 38/2003, General de Subvenciones; orden de convocatoria de ayudas de comedor';
const register = 'Registro de personas vulnerables en emergencias (muestra)';
const civil = 'RGPD art. 6.1.d y 6.1.e; Ley 17/2015, del Sistema Nacional de Protección Civil, arts. 4 y 9';
const social = 'RGPD arts. 6.1.e y 9.2.h; Ley 39/2006, de dependencia';
const traffic = 'RGPD art. 6.1.e; Real Decreto 920/2017, de inspección técnica de vehículos';

/** What the invented administration uses data for, as its register of processing activities would say. */
export const purposes = [
  { code: 'emergency', title: 'Avisos de protección civil', norm: 'Ley 17/2015, arts. 4 y 9' },
  {
    code: 'heat',
    title: 'Cuidado de personas frágiles en olas de calor',
    norm: 'Ley 33/2011, General de Salud Pública',
  },
  { code: 'social-care', title: 'Atención a la dependencia', norm: 'Ley 39/2006' },
  { code: 'school-meals', title: 'Ayudas de comedor escolar', norm: 'Ley 38/2003, General de Subvenciones' },
  { code: 'traffic', title: 'Inspección técnica de vehículos', norm: 'Real Decreto 920/2017' },
  { code: 'business-tax', title: 'Obligaciones tributarias de empresas', norm: 'Ley 58/2003, General Tributaria' },
];

/** What the invented administration holds of its citizens beside the core columns, with source, basis, norm and freshness. */
export const catalogue: Attribute[] = [
  entry('schoolChildren', 'number', 'Hijos o hijas en edad escolar', grant, 'public-task', grantNorm, 365, [
    'school-meals',
  ]),
  entry('schoolId', 'code', 'Centro escolar', grant, 'public-task', grantNorm, 365, ['school-meals']),
  entry('grantLastYear', 'boolean', 'Tuvo beca de comedor el curso pasado', grant, 'public-task', grantNorm, 365, [
    'school-meals',
  ]),
  entry(
    'hasFiled',
    'boolean',
    'Ha presentado completa la solicitud de beca de comedor',
    grant,
    'public-task',
    grantNorm,
    1,
    ['school-meals'],
  ),
  entry('grantDeadline', 'date', 'Fin del plazo de la beca de comedor', grant, 'public-task', grantNorm, 1, [
    'school-meals',
  ]),
  entry(
    'grantNotApplicable',
    'boolean',
    'La beca de comedor ya no le corresponde',
    grant,
    'public-task',
    grantNorm,
    30,
    ['school-meals'],
  ),
  entry(
    'electricityDependent',
    'boolean',
    'Depende de un aparato eléctrico en casa',
    register,
    'vital-interest',
    civil,
    180,
    ['emergency', 'heat'],
  ),
  entry(
    'visitor',
    'boolean',
    'Está de visita y se inscribió para recibir avisos',
    'Oficina de turismo (muestra)',
    'consent',
    'RGPD art. 6.1.a',
    30,
    ['emergency'],
  ),
  entry('telecare', 'boolean', 'Tiene teleasistencia', 'Servicios sociales (muestra)', 'public-task', social, 90, [
    'social-care',
    'heat',
    'emergency',
  ]),
  entry(
    'dependencyDegree',
    'code',
    'Grado de dependencia',
    'Servicios sociales (muestra)',
    'public-task',
    social,
    365,
    ['social-care'],
  ),
  entry(
    'carerConsentOn',
    'date',
    'Fecha en que nombró a su persona de confianza',
    'Servicios sociales (muestra)',
    'consent',
    'RGPD art. 6.1.a',
    730,
    ['heat', 'emergency', 'social-care'],
  ),
  entry(
    'carerPurposes',
    'list',
    'Para qué se puede escribir a su persona de confianza',
    'Servicios sociales (muestra)',
    'consent',
    'RGPD art. 6.1.a',
    730,
    ['heat', 'emergency', 'social-care'],
  ),
  entry('carRegistration', 'text', 'Matrícula', 'Dirección General de Tráfico (muestra)', 'public-task', traffic, 90, [
    'traffic',
  ]),
  entry(
    'itvExpiry',
    'date',
    'Fin de validez de la ITV',
    'Dirección General de Tráfico (muestra)',
    'public-task',
    traffic,
    7,
    ['traffic'],
  ),
  entry(
    'sector',
    'code',
    'Sector de actividad',
    'Censo de empresas (muestra)',
    'public-task',
    'RGPD art. 6.1.e; Ley 39/2015, art. 14.2',
    365,
    ['business-tax'],
  ),
  entry(
    'employees',
    'number',
    'Personas empleadas',
    'Censo de empresas (muestra)',
    'public-task',
    'RGPD art. 6.1.e',
    365,
    ['business-tax'],
  ),
  entry(
    'taxObliged',
    'boolean',
    'Obligada a presentar el impuesto',
    'Administración tributaria (muestra)',
    'legal-obligation',
    'RGPD art. 6.1.c; Ley 58/2003, General Tributaria',
    90,
    ['business-tax'],
  ),
  entry(
    'hasFiledTax',
    'boolean',
    'Ha presentado el impuesto',
    'Administración tributaria (muestra)',
    'legal-obligation',
    'RGPD art. 6.1.c; Ley 58/2003, General Tributaria',
    1,
    ['business-tax'],
  ),
  // Core columns too, where they say more of somebody than how to reach them.
  entry('livesAlone', 'boolean', 'Vive a solas', register, 'vital-interest', civil, 180, [
    'emergency',
    'heat',
    'social-care',
  ]),
  entry('needs', 'list', 'Necesidades de apoyo', register, 'vital-interest', civil, 180, [
    'emergency',
    'heat',
    'social-care',
  ]),
];

function entry(
  name: string,
  type: Attribute['type'],
  es: string,
  source: string,
  basis: string,
  norm: string,
  freshnessDays: number,
  purposes: string[],
): Attribute {
  return { name, type, title: { es }, source, basis, norm, freshnessDays, purposes };
}
