import { Paper } from '../paper.tsx';
import type { Specimen } from './specimen.ts';

const letter = {
  label: 'Carta de prueba',
  sender: 'Ajuntament d’Enguera · Serveis Socials',
  address: ['Nora Ejemplo Ferrer', 'Calle Mayor, 4, 2.º B', '46810 Enguera (Valencia)'],
  date: 'Enguera, 2 de junio de 2026',
  paragraphs: [
    'Señora:',
    'Desde hoy y hasta el 14 de junio puede pedir la beca comedor.',
    'Si ya la ha pedido, no tiene que hacer nada.',
    'Puede comprobar que esta carta es nuestra en enguera.example/v con el código 7K4-PQ2.',
  ],
};

export const paper: Specimen = {
  title: 'Papel',
  file: 'ui/paper.tsx',
  states: [
    { name: 'en un simulacro', show: () => <Paper {...letter} drill="SIMULACRO" /> },
    { name: 'de verdad', show: () => <Paper {...letter} label="Carta" drill={null} lang="es" /> },
  ],
};
