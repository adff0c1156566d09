import { type FormEvent, useState } from 'react';
import { Button } from '../button.tsx';
import { Field } from '../field.tsx';
import { Form } from '../form.tsx';
import type { Specimen } from './specimen.ts';

export const form: Specimen = {
  title: 'Formulario',
  file: 'ui/form.tsx',
  states: [
    { name: 'por rellenar', show: () => <Reason id="a" /> },
    { name: 'con lo que falta', show: () => <Reason id="b" wrong /> },
  ],
};

function Reason({ id, wrong = false }: { id: string; wrong?: boolean }) {
  const missing = [{ field: `${id}-reason`, sentence: 'Escriba por qué lo devuelve.' }];
  const [errors, setErrors] = useState(wrong ? missing : []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setErrors([...missing]);
  };
  return (
    <Form
      errors={errors}
      errorTitle="Falta una cosa"
      onSubmit={submit}
      actions={
        <>
          <Button type="submit" look="primary">
            Devolver con motivo
          </Button>
          <Button look="quiet">Dejarlo como está</Button>
        </>
      }
    >
      <Field id={`${id}-reason`} label="Motivo" error={errors[0]?.sentence} />
    </Form>
  );
}
