/** A picture that designer/picture made, in which every word has been escaped. */
export function Picture({ svg }: { svg: string }) {
  return <div dangerouslySetInnerHTML={{ __html: svg }} />;
}
