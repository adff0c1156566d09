import { Card } from '../card.tsx';
import { CardFace } from '../face.tsx';
import type { Specimen } from './specimen.ts';

const ports = [
  { id: 'reached', label: 'llegó' },
  { id: 'nobody', label: 'sin canal' },
];

export const card: Specimen = {
  title: 'Tarjeta de un paso',
  file: 'ui/card.tsx',
  small: true,
  states: [
    {
      name: 'mensajes: orden de canales, con gente',
      show: () => (
        <Card
          group="messages"
          icon="bubble"
          kind="Aviso"
          title="Segundo aviso"
          summary="Avisa por SMS, llamada y carta: si uno falla, el siguiente."
          face={
            <CardFace
              of={{
                face: 'ladder',
                parallel: false,
                rungs: [
                  { id: 'sms', icon: 'phone', label: 'SMS' },
                  { id: 'voice', icon: 'speaker', label: 'Llamada' },
                  { id: 'letter', icon: 'letter', label: 'Carta' },
                ],
              }}
            />
          }
          people={{ words: '721 personas', figure: '721' }}
          ports={ports}
        />
      ),
    },
    {
      name: 'mensajes: primeras palabras',
      show: () => (
        <Card
          group="messages"
          icon="question"
          kind="Pregunta"
          title="Aviso de evacuación"
          summary="Pregunta: Me voy / Necesito ayuda / Estoy a salvo."
          face={
            <CardFace of={{ face: 'bubble', words: 'Protección Civil: incendio en Enguera. Salga ya hacia Anna' }} />
          }
          people={null}
          ports={[
            { id: '1', label: 'Me voy' },
            { id: '2', label: 'Necesito ayuda' },
            { id: '3', label: 'Estoy a salvo' },
            { id: '4', label: 'sin respuesta' },
          ]}
        />
      ),
    },
    {
      name: 'curso: bifurcación con partes',
      show: () => (
        <Card
          group="flow"
          icon="split"
          kind="Reparto"
          title="¿Carta o llamada?"
          summary="Reparte a las personas: 50/50 %."
          face={
            <CardFace
              of={{
                face: 'fork',
                shares: [
                  { id: 'a', label: 'carta', percent: 50 },
                  { id: 'b', label: 'llamada', percent: 50 },
                ],
              }}
            />
          }
          people={null}
          ports={[]}
        />
      ),
    },
    {
      name: 'curso: espera',
      show: () => (
        <Card
          group="flow"
          icon="hourglass"
          kind="Espera"
          title="Diez días para aportar"
          summary="Espera 10 días hábiles."
          face={<CardFace of={{ face: 'clock', label: '10 días hábiles' }} />}
          people={{ words: '1.204 personas', figure: '1.204' }}
          stale
          ports={[{ id: 'done', label: 'seguir' }]}
        />
      ),
    },
    {
      name: 'personas: tarea',
      show: () => (
        <Card
          group="people"
          icon="hand"
          kind="Tarea"
          title="Ir a buscar a la persona"
          summary="Recoger en su domicilio. Equipo rescate."
          face={<CardFace of={{ face: 'hand', team: 'rescate', term: '1 hora hábil' }} />}
          people={{ words: '37 personas', figure: '37' }}
          ports={[
            { id: 'in', label: 'Recogida' },
            { id: 'out', label: 'No está' },
          ]}
        />
      ),
    },
    {
      name: 'inicio',
      show: () => (
        <Card
          group="triggers"
          icon="megaphone"
          kind="Lanzamiento"
          title="Se ordena evacuar"
          summary="Lo lanza una persona, que elige los destinatarios."
          face={<CardFace of={{ face: 'gate', label: 'Lanzamiento' }} />}
          people={null}
          ports={[{ id: 'start', label: 'empieza' }]}
        />
      ),
    },
    {
      name: 'final, con un título muy largo',
      show: () => (
        <Card
          group="end"
          icon="flag"
          kind="Final"
          title="No se ha podido localizar a la persona ni a nadie de su casa"
          summary="Acaba: sin respuesta."
          people={null}
          ports={[]}
        />
      ),
    },
  ],
};
